import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { parseMarkdown, parseWhole } from '../../server/src/plan/markdown.ts';

/** What a tree says: kinds, words, where each node starts and ends, and what it refers to. */
export function shape(node: Nodes): unknown {
  const { type, position } = node;
  return [
    type,
    node.type === 'root' ? [] : [position!.start.offset, position!.end.offset],
    'value' in node ? node.value : '',
    'depth' in node ? node.depth : 0,
    'ordered' in node ? [node.ordered, node.start] : [],
    'url' in node ? [node.url, node.title ?? ''] : '',
    'alt' in node ? node.alt : '',
    'label' in node ? node.label : '',
    'children' in node ? node.children.map(shape) : [],
  ];
}

/** The tree of the pieces and that of the parser alone, as text. White space behind the last word is nobody's. */
export function bothTrees(source: string): { readonly pieces: string; readonly whole: string } {
  const text = source.trimEnd();
  return {
    pieces: JSON.stringify(shape(parseMarkdown(text))),
    whole: JSON.stringify(shape(parseWhole(text) as Root)),
  };
}

const words = fc.constantFrom(
  '见[平台](https://example.org "题',
  '题")',
  '<a href',
  'class>',
  '园区引进龙头企业10家，到2027年产值达到500亿元。',
  '建设 平台',
  '“双千计划”、《条例》',
  'The park attracts suppliers by 2030.',
  '（一）人才',
  '100~200万元',
  '见[平台]和[^1]',
  '见[@云川]和[@a-b; @c]。',
  '[@a]',
  '[@平台](x)',
  '**要点**[@a]：',
  '见[平台](https://example.org "题")',
  '![图](a.png)',
  '**要点**：建设',
  '建设**平台**，',
  '**',
  '，**“重点”**。',
  'R&D',
  '*斜*_体_',
  '`码`',
  '<b>文</b>',
  'https://example.org/a_b',
  'www.example.org',
  'a@example.org',
  '&amp;&#20013;',
  '\\*转义\\*',
  '行末\\',
  '两格  ',
  '~~删~~',
  '$x$',
  '\u3000\u3000全角缩进',
  '*',
  '_',
  '`',
  '[',
  ']',
  '!',
  '|',
);
const starts = fc.constantFrom(
  '',
  '',
  '',
  '',
  '# ',
  '## 二、',
  '###### ',
  '#',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '10. ',
  '> ',
  '>',
  '> - ',
  '- [ ] ',
  '  ',
  '    ',
  '\t',
  '[平台]: https://example.org ',
  '[@a]: https://example.org ',
  '[^1]: ',
  '| ',
  '|',
  '```',
  '~~~ 码',
  '---',
  '***',
  '===',
  '<!-- ',
  '<div>',
  '<table>',
  '<tr><td>',
  '<pre>',
  '<?',
  '一、',
  '1.1 ',
);
const ends = fc.constantFrom(
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\n \n',
  ' \n',
  '  \n',
  ' | 甲 |\n|---|---|\n| 乙 | 丙 |\n',
  '|\n|:-:|\n|**乙**|\n|  |\n\n',
  ' -->\n',
  '</pre>\n',
  '</table>\n',
  '</td>\n\n',
  '?>\n',
  '\n```\n',
  '\n===\n',
  '\n---\n',
  '\n    ',
);
const line = fc.tuple(starts, words, ends).map((parts) => parts.join(''));

/** Text that looks like Markdown, of Chinese and English lines, with what could open, close or cross blocks. */
export const markdownLike = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));

/** Lines as a web page or a PDF leaves them: long, without marks, and no blank line between them. */
const long = fc
  .tuple(
    fc.constantFrom(
      '围绕高端装备、新材料两个方向，支持龙头企业牵头组建创新联合体，到2030年突破关键技术20项，建成中试基地3个。',
      '（三）完善政策。The park offers land & power, and a clear path from the first order to the third line of production.',
      '责任单位：市发改委、市工信局，各县（区）人民政府；完成时限：2027年12月底前，长期坚持并逐年报告进展情况。',
      'park firms and their suppliers build halls and a yard where it is due by the end of the year',
      'the park (phase two) offers "one window" to firms, and the firms’ suppliers too, as they ask',
      '1.2亿元专项资金用于“智改数转”项目（含设备更新、软件采购），单个项目最高不超过其投资额的30%，逾期不再受理。',
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', ' \n', '\n\n'),
  )
  .map((parts) => parts.join(''));

/** The same with lines that may be Markdown among them. */
export const pastedLike = fc
  .array(fc.oneof({ weight: 4, arbitrary: long }, { weight: 1, arbitrary: line }), { minLength: 14, maxLength: 24 })
  .map((lines) => lines.join(''));
