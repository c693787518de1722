import { fromList, fromSections, type OfSection } from '../plan/from-parts.ts';
import type { Heading, Plan, Section, UnitMention } from '../plan/types.ts';
import { inkEnd, inkStart, startingIn } from '../text.ts';

/** A section that stands for one thing to do: in a chapter of tasks, with a heading, words below it and no sections. */
export interface Task {
  readonly id: number;
  readonly parent: number;
  /** Id of the section around it that stands in no other; the root's for a task that is a chapter itself. */
  readonly chapter: number;
  /** It names a unit itself. */
  readonly isOwned: boolean;
  /** It names it beside what is done, as a plan does that names owners as a rule. */
  readonly isNamed: boolean;
}

/** Tasks long enough to say who does them, with what they tell of that. */
export const tasksIn = fromSections((section, plan): Task | undefined => {
  if (!isTask(section, plan)) return undefined;
  const chapter = chapterOf(section, plan);
  const { id, parent, range } = section;
  const units = startingIn(plan.units, range);
  return {
    id,
    parent,
    chapter: chapter === section ? 0 : chapter.id,
    isOwned: units.length > 0,
    isNamed: units.some((unit) => isNamedBeside(unit, plan)),
  };
});

/** The section around it that stands in no other; itself where none is around it. */
export function chapterOf(section: Section, plan: Plan): Section {
  return section.parent > 0 ? chapterOf(plan.sections[section.parent]!, plan) : section;
}

/** Lead: Port Authority; led by the council; … (EDB, DEVB); not the subject of a sentence, nor whom one works with. */
function isNamedBeside({ form, role, range: { start, end } }: UnitMention, { text }: Plan): boolean {
  if (form !== 'english' || role === 'lead') return true;
  return text.slice(start, end).includes(':') || /[(–—-] ?$/.test(text.slice(Math.max(0, start - 2), start));
}

/** The numbers of tasks that have one, whatever their headings say they are about: 3. 健全实施机制 among twelve tasks is one. */
export function numberedTasksIn(plan: Plan): readonly OfSection<number>[] {
  return withinChapters(numbered(plan));
}

interface Numbered {
  readonly number: number;
  readonly isWithin: boolean;
}

const numbered = fromSections((section, plan): Numbered | undefined => {
  const heading = taskHeading(section);
  if (!heading?.numbering) return undefined;
  const { kind, parent, range } = section;
  const isWithin = parent > 0;
  if ((isWithin ? plan.sections[parent]!.kind : kind) !== 'tasks') return undefined;
  return hasWords(plan, heading.range.end, range.end, 1) ? { number: heading.numbering.value, isWithin } : undefined;
});

/** Where chapters hold tasks a chapter is none: 三、工作要求. */
const withinChapters = fromList((all: readonly OfSection<Numbered>[]): readonly OfSection<number>[] => {
  const within = all.filter(({ told }) => told.isWithin);
  return (within.length > 0 ? within : all).map(({ section, told }) => ({ section, told: told.number }));
});

/** Shorter ones are lead-ins. Characters. */
const SHORTEST = 40;

function isTask(section: Section, plan: Plan): boolean {
  const heading = taskHeading(section);
  if (section.kind !== 'tasks' || !heading) return false;
  const { range, bodyRange } = section;
  const body = heading.form === 'run-in' ? range.end - heading.range.end : bodyRange.end - bodyRange.start;
  return body >= SHORTEST && hasWords(plan, heading.range.end, range.end, SHORTEST);
}

/** Of a section that may be one thing to do: below the title, and without sections of its own. */
function taskHeading({ heading, children }: Section): Heading | undefined {
  if (!heading || heading.level < 2 || children.length > 0 || NO_TASK.test(heading.text)) return undefined;
  return heading;
}

/** By what a task is judged, what comes of it and how a policy is paid out is done by nobody in particular. */
const NO_TASK =
  /^(?:(?:success|acceptance|completion) criteria|(?:key |expected |main )?(?:deliverables|outputs?|outcomes?|results?|benefits)|预期(?:成果|成效|效果|效益)|验收标准|成果形式|(?:奖励|资金|政策|补助)?兑现(?:方式|程序|流程)?|附则|其他事项|其他规定)$/;

function hasWords({ text }: Plan, from: number, to: number, least: number): boolean {
  return inkEnd(text, to) - inkStart(text, from) >= least;
}
