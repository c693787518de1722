import type { Block, Cell } from '../plan/types.ts';

const NUMBER_COLUMN = /^\s*(?:序号|编号|序|(?:s(?:r|l)?\.? ?)?no\.?|#|id|ref\.?|item no\.?)\s*$/i;
const GROUP_COLUMN = /^\s*(?:类别|分类|维度|指标类[别型]|一级指标|目标类别|category|theme|dimension|goal)\s*$/i;
const LABEL_COLUMN = /指标|名称|项目|内容|来源|indicator|measure|metric|item|name|source|target/i;

/** The column that says what a row is about: behind 序号, and behind 类别 where another column names the indicator. */
export function labelColumn(header: readonly Cell[] | undefined): number {
  if (!header) return 0;
  let column = 0;
  while (column < header.length - 2 && NUMBER_COLUMN.test(header[column]!.text)) column++;
  const next = header[column + 1]?.text ?? '';
  const isGroup = GROUP_COLUMN.test(header[column]!.text) && LABEL_COLUMN.test(next) && column < header.length - 2;
  return isGroup ? column + 1 : column;
}

/** Without spaces. */
export function labelOf({ cells, header }: Block): string {
  return (cells?.[labelColumn(header)]?.text ?? '').replace(/\s/g, '');
}
