import type { SourceProblem } from '../framework/types.ts';
import { LineIndex } from '../text.ts';
import type { Reference } from './types.ts';

export interface ReadBibliography {
  /** In the order of the file; each key once. */
  readonly references: readonly Reference[];
  readonly problems: readonly SourceProblem[];
  /** Where each entry starts in its file, by key. */
  readonly offsets: ReadonlyMap<string, number>;
}

/**
 * Reads a project's bibliography: CSL-JSON (`.json`) or BibTeX and BibLaTeX (anything else). Never throws; mistakes are located problems and the rest is used.
 * The BibTeX parser is loaded when the first such file is read.
 */
export async function readBibliography(path: string, text: string): Promise<ReadBibliography> {
  if (/\.json$/i.test(path)) return readCslJson(path, text);
  const { readBibtex } = await import('./read-bibtex.ts');
  return readBibtex(path, text);
}

/** Reads a CSL-JSON array, or an object whose `references` or `items` is one. */
export function readCslJson(path: string, text: string): ReadBibliography {
  const lines = new LineIndex(text);
  const problems: SourceProblem[] = [];
  const complain = (offset: number, zh: string, en: string) => {
    const { line, character } = lines.positionAt(offset);
    problems.push({ path, line: line + 1, column: character + 1, message: { zh, en } });
  };
  const nothing = { references: [], problems, offsets: new Map<string, number>() };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ' '));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(reason)?.[1];
    complain(at === undefined ? text.length : Number(at), `JSON 写法有误：${reason}`, `Not valid JSON: ${reason}`);
    return nothing;
  }
  if (!Array.isArray(data)) {
    complain(0, '参考文献应为 CSL-JSON 条目的列表', 'A bibliography must be a list of CSL-JSON items');
    return nothing;
  }
  const starts = itemStarts(text);
  const references: Reference[] = [];
  const offsets = new Map<string, number>();
  data.forEach((item: unknown, i) => {
    const at = starts[i] ?? 0;
    const id =
      isMap(item) && (typeof item['id'] === 'string' || typeof item['id'] === 'number') ? String(item['id']) : '';
    if (!isMap(item) || id === '') {
      complain(at, `第 ${i + 1} 条缺少编号（id）`, `Item ${i + 1} has no id`);
      return;
    }
    const home = offsets.get(id);
    if (home !== undefined) {
      const line = lines.positionAt(home).line + 1;
      complain(at, `文献编号“${id}”已用于第 ${line} 行`, `The key "${id}" is already used in line ${line}`);
      return;
    }
    const wrong = FIELDS.find(([field, isRight]) => item[field] !== undefined && !isRight(item[field]));
    if (wrong) {
      complain(
        at,
        `文献“${id}”的字段“${wrong[0]}”写法有误，未采用`,
        `The field "${wrong[0]}" of "${id}" is not as CSL-JSON has it; the item is left out`,
      );
      return;
    }
    offsets.set(id, at);
    references.push({ type: 'document', ...item, id } as Reference);
  });
  return { references, problems, offsets };
}

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNumber = (value: unknown) => typeof value === 'string' || typeof value === 'number';
const isNames = (value: unknown) =>
  Array.isArray(value) &&
  value.every(
    (one) => isMap(one) && ('literal' in one ? isText(one['literal']) : isText(one['family'] ?? one['given'])),
  );
const isDate = (value: unknown) =>
  isMap(value) &&
  (value['date-parts'] === undefined ||
    (Array.isArray(value['date-parts']) &&
      value['date-parts'].every((part) => Array.isArray(part) && part.every(isTextOrNumber))));

/** What is used of an item, and what it must be. */
const FIELDS: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ...['type', 'title', 'container-title', 'event-title', 'publisher', 'publisher-place', 'URL', 'DOI', 'language'].map(
    (field) => [field, isText] as const,
  ),
  ...['volume', 'issue', 'page', 'edition', 'number', 'version'].map((field) => [field, isTextOrNumber] as const),
  ...['author', 'editor', 'translator'].map((field) => [field, isNames] as const),
  ...['issued', 'accessed'].map((field) => [field, isDate] as const),
];

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Offsets of the items of an array in JSON that is known to be valid. */
function itemStarts(text: string): number[] {
  const starts: number[] = [];
  let depth = 0;
  let awaits = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (awaits && !/[\s\]]/.test(c)) {
      starts.push(i);
      awaits = false;
    }
    if (c === '"') for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
    if (c === '[' || c === '{') depth++;
    else if (c === ']' || c === '}') depth--;
    if (depth === 1 && (c === ',' || (c === '[' && starts.length === 0))) awaits = true;
  }
  return starts;
}
