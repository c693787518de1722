import { stringify } from 'yaml';
import type { ElementSource, PathwaySource } from '../framework/types.ts';
import { hanNumeral } from '../plan/numerals.ts';
import { kindOf } from '../plan/section-kinds.ts';
import type { Stage } from '../rules/types.ts';
import { type Locale, type LocalText, say } from '../text.ts';
import { word } from '../words/catalogue.ts';

export interface SkeletonRequest {
  readonly title: string;
  readonly locale: Locale;
  readonly stage: Stage;
  /** `2026-2030` or a year. */
  readonly period?: string | undefined;
  /** Pathways that the plan takes, in the order in which it names them. */
  readonly roles: ReadonlyMap<string, 'primary' | 'supporting'>;
  readonly essentials: readonly ElementSource[];
  readonly pathways: readonly PathwaySource[];
  /** Ids of pathways and elements that every plan is held to. */
  readonly required: ReadonlySet<string>;
}

/** Chapters that stand before the tasks; every other essential follows them. */
const BEFORE_TASKS: ReadonlySet<string> = new Set(['principles', 'baseline', 'targets', 'layout']);

/** A plan to fill in: front matter, a chapter for each essential, one of tasks with the pathways' elements. Slots stay as `{{what|such as}}`. */
export function planSkeleton(request: SkeletonRequest): string {
  const { locale } = request;
  const chapters = chaptersOf(request);
  const body = chapters.map(({ title, parts }, index) => {
    const heading = `## ${chapterNumber(index + 1, locale)}${title}`;
    return [heading, ...parts].join('\n\n');
  });
  const note = `<!-- ${word(locale, 'newOverview')} -->`;
  return `${[`---\n${frontMatter(request)}---`, `# ${request.title}`, note, ...body].join('\n\n')}\n`;
}

function frontMatter({ title, stage, period, roles }: SkeletonRequest): string {
  return stringify({
    title,
    parkplan: {
      stage,
      ...(period === undefined ? {} : { period }),
      ...(roles.size === 0 ? {} : { pathways: Object.fromEntries(roles) }),
    },
  });
}

interface Chapter {
  readonly title: string;
  readonly parts: readonly string[];
}

function chaptersOf(request: SkeletonRequest): Chapter[] {
  const { locale, essentials } = request;
  const chapterOf = (essential: ElementSource): Chapter => ({
    title: say(essential.title, locale),
    parts: [skeletonOf(essential.skeleton, locale)],
  });
  const comesFirst = (essential: ElementSource) => BEFORE_TASKS.has(kindOf(essential.title.zh, 'root'));
  const tasks = tasksOf(request);
  return [
    ...essentials.filter(comesFirst).map(chapterOf),
    ...(tasks.length > 0 ? [{ title: word(locale, 'newTasks'), parts: tasks }] : []),
    ...essentials.filter((essential) => !comesFirst(essential)).map(chapterOf),
  ];
}

function tasksOf({ locale, pathways, roles, required }: SkeletonRequest): string[] {
  const parts: string[] = [];
  let number = 0;
  for (const pathway of ordered(pathways, roles)) {
    const elements = wantedElements(pathway, roles.get(pathway.id), required);
    if (elements.length === 0) continue;
    number++;
    parts.push(`### ${sectionNumber(number, locale)}${say(pathway.title, locale)}`);
    elements.forEach((element, index) => {
      parts.push(`#### ${index + 1}. ${say(element.title, locale)}`, skeletonOf(element.skeleton, locale));
    });
  }
  return parts;
}

/** The plan's own pathways first, the others as the framework has them. */
function ordered(pathways: readonly PathwaySource[], roles: SkeletonRequest['roles']): PathwaySource[] {
  const ids = [...roles.keys()];
  const place = ({ id }: PathwaySource) => (roles.has(id) ? ids.indexOf(id) : ids.length);
  return [...pathways].sort((a, b) => place(a) - place(b));
}

/** All elements of a primary pathway, the required ones of a supporting one, and what every plan must have. */
function wantedElements(
  pathway: PathwaySource,
  role: 'primary' | 'supporting' | undefined,
  required: ReadonlySet<string>,
): ElementSource[] {
  if (role === 'primary') return [...pathway.elements];
  const whole = role === 'supporting' || required.has(pathway.id);
  return pathway.elements.filter((element) => (whole && element.need === 'required') || required.has(element.id));
}

function skeletonOf(skeleton: LocalText, locale: Locale): string {
  return say(skeleton, locale).trim();
}

function chapterNumber(number: number, locale: Locale): string {
  return locale === 'en' ? `${number}. ` : `${hanNumeral(number)}、`;
}

function sectionNumber(number: number, locale: Locale): string {
  return locale === 'en' ? '' : `（${hanNumeral(number)}）`;
}
