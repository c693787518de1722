import type { CaseLibrary } from '../server/src/framework/case-types.ts';
import type { Framework } from '../server/src/framework/compile.ts';
import type { ElementSource, PathwaySource, Topic } from '../server/src/framework/types.ts';

/** One row of `docs/detection.json`, which `npm run eval -- --json docs/detection.json` writes. */
export interface MeasuredTopic {
  readonly topic: string;
  readonly committed: DocumentRates;
  readonly spoken: DocumentRates;
  readonly lines: { readonly precision: number; readonly recall: number };
  /** F1 of "committed to" with each region left out in turn: least and most. */
  readonly leftOut: readonly [number, number];
}

interface DocumentRates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly n: number;
}

const MADE = '<!-- Made by scripts/generate-topic-pages.ts from the framework and docs/detection.json. -->';

/** The page of a pathway with its elements, or of an essential, as Markdown. */
export function topicPage(
  topic: Topic,
  framework: Framework,
  library: CaseLibrary,
  measured: readonly MeasuredTopic[],
): string {
  const { title, id } = topic;
  const head = [MADE, '', `# ${title.zh} ${title.en}`, '', `\`${id}\``, ''];
  if (topic.kind === 'essential')
    return [...head, ...elementPart(topic.source as ElementSource, library, measured, '##')].join('\n');
  const { summary, mechanism, fits, unfit } = topic.source as PathwaySource;
  const elements = [...framework.topics.values()].filter(({ pathway }) => pathway === id);
  return [
    ...head,
    summary.zh,
    '',
    summary.en,
    '',
    `- 机制 Mechanism: ${mechanism.zh} ${mechanism.en}`,
    `- 适合 Fits: ${fits.zh} ${fits.en}`,
    `- 不适合 Does not fit: ${unfit.zh} ${unfit.en}`,
    '',
    ...figuresOf(id, measured),
    ...elements.flatMap((element) => [
      `## ${element.title.zh} ${element.title.en}`,
      '',
      `\`${element.id}\``,
      '',
      ...elementPart(element.source as ElementSource, library, measured, '###'),
    ]),
  ].join('\n');
}

function elementPart(
  element: ElementSource,
  { cases }: CaseLibrary,
  measured: readonly MeasuredTopic[],
  level: string,
): string[] {
  const { question, counts, mention, need, skeleton } = element;
  const known = (element.cases ?? []).flatMap((id) => cases.get(id) ?? []);
  return [
    `${question.zh} ${question.en}`,
    '',
    `- 算数 Counts: ${counts.zh} ${counts.en}`,
    `- 只算提到 Only a mention: ${mention.zh} ${mention.en}`,
    `- ${need === 'required' ? '必备 Required' : '建议 Recommended'}`,
    ...(known.length > 0
      ? [`- 案例 Cases: ${known.map(({ id, title }) => `${title.zh} (\`@${id}\`)`).join('; ')}`]
      : []),
    '',
    `${level} 写法 Skeleton`,
    '',
    '```markdown',
    skeleton.zh,
    '',
    skeleton.en,
    '```',
    '',
    ...figuresOf(element.id, measured),
    '来源 Sources:',
    '',
    ...element.source.map(({ title, url }) => (url ? `- [${title}](${url})` : `- ${title}`)),
    '',
  ];
}

/** How well the topic is found in real plans; nothing where the corpus has no labels for it. */
function figuresOf(id: string, measured: readonly MeasuredTopic[]): string[] {
  const found = measured.find(({ topic }) => topic === id);
  if (!found) return [];
  const { committed, spoken, lines, leftOut } = found;
  const cells = (one: DocumentRates) => [two(one.precision), two(one.recall), two(one.f1), String(one.n)].join(' | ');
  return [
    '识别效果（16份真实规划，`npm run eval -- --json docs/detection.json`） How well it is found in 16 real plans:',
    '',
    '| | P | R | F1 | n |',
    '| --- | --- | --- | --- | --- |',
    `| 作出安排 committed to | ${cells(committed)} |`,
    `| 写到 spoken of | ${cells(spoken)} |`,
    '',
    `行级 Lines: P ${two(lines.precision)}, R ${two(lines.recall)}. 逐个地区留出 Regions left out in turn: F1 ${two(leftOut[0])}–${two(leftOut[1])}.`,
    '',
  ];
}

function two(value: number): string {
  return value.toFixed(2);
}

export function topicIndex(topics: readonly Topic[]): string {
  return [
    MADE,
    '',
    '# 路径与基本要素 Pathways and essentials',
    '',
    '| id | 中文 | English |',
    '| --- | --- | --- |',
    ...topics.map(({ id, title }) => `| [\`${id}\`](${id}.md) | ${title.zh} | ${title.en} |`),
    '',
  ].join('\n');
}
