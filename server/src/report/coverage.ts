import type { Level } from '../evidence/types.ts';
import { LEVELS } from '../evidence/types.ts';
import { LineIndex, type Locale, lineOf, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import { type Paint, plain } from './paint.ts';
import { scoresText } from './text.ts';
import { LEVEL_MARKS, LEVEL_WORDS, ROLE_WORDS } from './topic-words.ts';
import type { CheckedFile, ReportEvidence, ReportTopic, Run } from './types.ts';
import { fitTo, padTo, shownText, widthOf } from './width.ts';

/** The matrix of a plan as a table: pathway by pathway its elements with level, place and the plan's own words. */
export function coverageTable(
  file: CheckedFile,
  locale: Locale,
  options: { readonly paint?: Paint; readonly columns?: number } = {},
): string {
  const { paint = plain, columns = 100 } = options;
  return planTable(file, locale, paint, columns);
}

/** What could not be read, and mistakes in settings; each with an empty line before it. */
export function coverageEnd({ unread, problems, locale }: Run, paint: Paint = plain): string {
  return [
    ...unread.map(
      ({ path, reason }) => `\n${paint.underline(shownText(path))}\n  ${paint.red('✖')} ${shownText(reason)}\n`,
    ),
    ...problems.map(
      ({ path, line, column, message }) =>
        `\n${paint.underline(shownText(path))}:${line}:${column}\n  ${paint.red('✖')} ${say(message, locale)}\n`,
    ),
  ].join('');
}

interface Row {
  readonly title: string;
  readonly level: Level;
  readonly place: string;
  readonly words: string;
}

function planTable(file: CheckedFile, locale: Locale, paint: Paint, columns: number): string {
  const lines = new LineIndex(file.text);
  const rowOf = (topic: ReportTopic, title = say(topic.title, locale)): Row => {
    const found = file.evidence.get(topic.id);
    const best = bestOf(found);
    const level = found?.level ?? 'absent';
    if (!best) return { title, level, place: '', words: '' };
    return {
      title,
      level,
      place: placeOf(lines, best, found?.evidence.length ?? 1, locale),
      words: shownText(lineOf(file.text, best.range)),
    };
  };
  const groups = file.framework.pathways.map((pathway) => {
    const role = file.roles.get(pathway.id)?.role ?? 'unstated';
    return {
      heading: `${say(pathway.title, locale)}  ${pathway.id}  ${word(locale, ROLE_WORDS[role])}`,
      rows: [rowOf(pathway, word(locale, 'coverageWhole')), ...pathway.elements.map((one) => rowOf(one))],
    };
  });
  groups.unshift({
    heading: word(locale, 'coverageEssentials'),
    rows: file.framework.essentials.map((one) => rowOf(one)),
  });

  const rows = groups.flatMap((group) => group.rows);
  const titleWidth = Math.min(36, Math.max(...rows.map((row) => widthOf(row.title)), 8));
  const levelWidth = Math.max(...LEVELS.map((level) => widthOf(word(locale, LEVEL_WORDS[level]))));
  const placeWidth = Math.min(44, Math.max(...rows.map((row) => widthOf(row.place)), 6));
  const wordsWidth = Math.max(16, columns - titleWidth - levelWidth - placeWidth - 4 - 4 - 6);

  const out = [`${paint.bold(paint.underline(shownText(file.path)))}  ${paint.dim(shownText(file.title ?? ''))}\n`];
  out.push(`  ${scoresText(file.scores, file.framework, locale)}\n`);
  if (!file.isPlan) out.push(`  ${paint.dim(word(locale, 'notAPlan'))}\n`);
  const columnsHeading = [
    padTo(word(locale, 'coverageElement'), titleWidth),
    padTo(word(locale, 'coverageLevel'), levelWidth + 4),
    padTo(word(locale, 'coveragePlace'), placeWidth),
    word(locale, 'coverageWords'),
  ];
  out.push(`\n    ${paint.dim(columnsHeading.join('  '))}\n`);
  for (const group of groups) {
    out.push(`  ${paint.bold(group.heading)}\n`);
    for (const row of group.rows) {
      const level = `${LEVEL_MARKS[row.level]} ${padTo(word(locale, LEVEL_WORDS[row.level]), levelWidth)}`;
      const cells = [
        padTo(row.title, titleWidth),
        colourOf(row.level, paint)(level),
        padTo(row.place, placeWidth),
        fitTo(row.words, wordsWidth),
      ];
      out.push(`    ${cells.join('  ')}`.trimEnd(), '\n');
    }
  }
  return out.join('');
}

type Piece = ReportEvidence['evidence'][number];

function bestOf(found: ReportEvidence | undefined): Piece | undefined {
  return found?.evidence.find((one) => one.level === found.level) ?? found?.evidence[0];
}

/** 第 75 行 · 六、重点任务 等 4 处 */
function placeOf(lines: LineIndex, best: Piece, places: number, locale: Locale): string {
  const line = word(locale, 'coverageLine', lines.positionAt(best.range.start).line + 1);
  const section = best.heading === undefined ? '' : ` · ${fitTo(shownText(best.heading), 22)}`;
  const more = places > 1 ? ` (${word(locale, 'coverageMore', places)})` : '';
  return line + section + more;
}

function colourOf(level: Level, paint: Paint): (text: string) => string {
  if (level === 'absent') return paint.red;
  if (level === 'mentioned') return paint.yellow;
  return level === 'addressed' ? paint.blue : paint.green;
}
