import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Grade = 'M' | 'A' | 'T' | 'X';

export interface LabelledPlan {
  readonly slug: string;
  readonly text: string;
  /** The same before headings were marked; undefined where the corpus has none. */
  readonly raw: string | undefined;
  /** Region or body that the plan is from: plans of one group are written alike. */
  readonly group: string;
  /** Grades by topic and one-based line; traps (X) apart. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<number, 'M' | 'A' | 'T'>>;
  readonly traps: ReadonlyMap<string, ReadonlyMap<number, Grade>>;
}

export interface Corpus {
  readonly plans: readonly LabelledPlan[];
  readonly notPlans: readonly { readonly slug: string; readonly text: string }[];
  /** Every topic that is labelled anywhere, in the order of the labels' first sight. */
  readonly topics: readonly string[];
}

/** Reads a corpus folder (its README tells the format); undefined when there is none. Throws where a line of the labels cannot be read. */
export function readCorpus(folder: string): Corpus | undefined {
  if (!existsSync(join(folder, 'plans'))) return undefined;
  const labels = new Map<string, Map<string, Map<number, Grade>>>();
  const topics = new Set<string>();
  for (const file of readdirSync(folder)
    .filter((name) => /^labels.*\.tsv$/.test(name))
    .sort())
    readLabels(readFileSync(join(folder, file), 'utf8'), file, labels, topics);
  const groups = groupsIn(folder);
  const texts = (name: string) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .sort()
          .map((file) => ({ slug: file.replace(/\.\w+$/, ''), text: readFileSync(join(folder, name, file), 'utf8') }))
      : [];
  const raws = new Map(texts('raw').map(({ slug, text }) => [slug, text]));
  const plans = texts('plans')
    .filter(({ slug }) => labels.has(slug))
    .map(({ slug, text }): LabelledPlan => {
      const own = labels.get(slug)!;
      return {
        slug,
        text,
        raw: raws.get(slug),
        group: groups.get(slug) ?? slug,
        labels: split(own, (grade) => grade !== 'X') as LabelledPlan['labels'],
        traps: split(own, (grade) => grade === 'X'),
      };
    });
  return { plans, notPlans: texts('not-plans'), topics: [...topics] };
}

function readLabels(
  text: string,
  file: string,
  labels: Map<string, Map<string, Map<number, Grade>>>,
  topics: Set<string>,
): void {
  text.split('\n').forEach((row, index) => {
    const [slug, line, topic, grade] = row.trimEnd().split('\t');
    if (!slug || slug === 'slug') return;
    if (!topic || !/^\d+$/.test(line ?? '') || !/^[MATX]$/.test(grade ?? ''))
      throw new Error(`${file}:${index + 1}: expected slug, line, topic and grade (M, A, T or X), parted by tabs`);
    topics.add(topic);
    const own = labels.get(slug) ?? new Map<string, Map<number, Grade>>();
    const lines = own.get(topic) ?? new Map<number, Grade>();
    const before = lines.get(Number(line));
    if (before === undefined || RANK[grade as Grade] > RANK[before]) lines.set(Number(line), grade as Grade);
    labels.set(slug, own.set(topic, lines));
  });
}

const RANK: Readonly<Record<Grade, number>> = { X: 0, M: 1, A: 2, T: 3 };

function split(labels: ReadonlyMap<string, ReadonlyMap<number, Grade>>, keep: (grade: Grade) => boolean) {
  return new Map([...labels].map(([topic, lines]) => [topic, new Map([...lines].filter(([, grade]) => keep(grade)))]));
}

/** `region X` in the notes of sources.tsv, else the start of the slug. */
function groupsIn(folder: string): Map<string, string> {
  const path = join(folder, 'sources.tsv');
  const groups = new Map<string, string>();
  if (!existsSync(path)) return groups;
  for (const row of readFileSync(path, 'utf8').split('\n')) {
    const cells = row.split('\t');
    const region = /region (\S{2})/.exec(row)?.[1];
    if (cells[0]) groups.set(cells[0], region ?? cells[0].split('-')[0]!);
  }
  return groups;
}
