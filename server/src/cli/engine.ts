import { check } from '../check.ts';
import { engineLoader } from '../config/load-engine.ts';
import type { RuleSetting } from '../config/types.ts';
import type { EvidenceByTopic } from '../evidence/types.ts';
import type { CaseLibrary } from '../framework/case-types.ts';
import type { Framework } from '../framework/compile.ts';
import type { SourceProblem } from '../framework/types.ts';
import { FRAMEWORK_PARTS } from '../generated/framework.ts';
import { readPlan } from '../plan/parse-plan.ts';
import { isPlan } from '../plan/recognise.ts';
import type { Plan } from '../plan/types.ts';
import type { Reference } from '../references/types.ts';
import type { CheckedFile, Encoding, ReportFramework } from '../report/types.ts';
import { RULE_IDS } from '../rules/run-rules.ts';
import type { Demand, Stage } from '../rules/types.ts';
import { lineOf, settled } from '../text.ts';
import { cacheKey } from './cache-key.ts';
import { nodeHost } from './host.ts';
import { keepShapes } from './small-heap.ts';

export interface CheckSettings {
  readonly assumePlan: boolean;
  readonly stage: Stage | undefined;
  readonly severities: Readonly<Record<string, RuleSetting>>;
}

/** The engine with its framework and cases, as the command line calls it. */
export interface Engine {
  readonly view: ReportFramework;
  readonly framework: Framework;
  readonly cases: CaseLibrary;
  /** The project's own works, by key. */
  readonly references: ReadonlyMap<string, Reference>;
  check(path: string, text: string, encoding: Encoding, settings: CheckSettings): CheckedFile;
}

export interface LoadedEngine {
  readonly engine?: Engine;
  readonly problems: readonly SourceProblem[];
}

export function knownRules(): ReadonlySet<string> {
  return RULE_IDS;
}

const loader = engineLoader(nodeHost);

/** The engine for a framework (absolute path; the built-in one when left out) and folders of cases and bibliographies. One for each combination. */
export async function engineFor(
  path: string | undefined,
  folders: readonly string[],
  works: readonly string[],
): Promise<LoadedEngine> {
  const { framework, cases, bibliography, problems } = await loader.load(path, folders, works);
  return framework ? { engine: engineOf(framework, cases, bibliography.references), problems } : { problems };
}

/** Whether an engine is what is shipped, with nothing of a project's own. */
export function isBuiltIn(...[path, folders, works]: Parameters<typeof engineFor>): boolean {
  return path === undefined && folders.length === 0 && works.length === 0;
}

/** Everything that an engine's findings hang on besides its code. The shipped one has not to be loaded for it. */
export async function engineKey(...wanted: Parameters<typeof engineFor>): Promise<string> {
  if (isBuiltIn(...wanted)) return 'built-in';
  const { engine } = await engineFor(...wanted);
  if (!engine) return '';
  const { framework, cases, references } = engine;
  return cacheKey(new Uint8Array(), framework.hash, [...cases.cases.values()], [...references.values()]);
}

/** The shipped framework as reports name it; it has not to be compiled for that. */
export function builtInView(): ReportFramework {
  const { framework, pathways, essentials, hash } = FRAMEWORK_PARTS;
  return viewOf({ id: framework.id, version: framework.version, hash, pathways, essentials: essentials.essentials });
}

function engineOf(framework: Framework, cases: CaseLibrary, references: ReadonlyMap<string, Reference>): Engine {
  const view = viewOf(framework);
  return {
    view,
    framework,
    cases,
    references,
    check(path, text, encoding, { assumePlan, stage, severities }) {
      const reading = readPlan(text);
      const { plan } = reading;
      const recognised = assumePlan || isPlan(plan).isPlan;
      const base = { path, text, encoding, framework: view, isPlan: recognised, title: plan.title?.text };
      // Most files of a folder are no plans: they cost no more than being told apart.
      if (!recognised) return { ...base, ...UNCHECKED };
      const result = check(text, framework, cases, { reading, stage, severities, references });
      keepShapes({ reading, result }, text.length);
      const { demand, evidence, scores, findings } = result;
      const { stage: held, roles } = demand;
      return { ...base, stage: held, roles: rolesIn(roles), evidence: evidenceIn(evidence, plan), scores, findings };
    },
  };
}

/** Only what a report tells: a checked file is sent between threads and waits in a cache. */
function evidenceIn(evidence: EvidenceByTopic, { sections, text }: Plan): CheckedFile['evidence'] {
  return new Map(
    [...evidence].map(([id, { level, evidence: pieces }]) => [
      id,
      {
        level,
        evidence: pieces.map((one) => {
          const { heading } = sections[one.section]!;
          return {
            range: settled(one.range),
            level: one.level,
            heading: heading && lineOf(text, heading.textRange),
          };
        }),
      },
    ]),
  );
}

function rolesIn(roles: Demand['roles']): CheckedFile['roles'] {
  return new Map([...roles].map(([id, { role }]) => [id, { role }]));
}

/** What is said of a file that is no plan. */
const UNCHECKED = {
  stage: 'draft',
  roles: new Map(),
  evidence: new Map(),
  scores: { breadth: 0, depth: 0, consistency: undefined, weakest: undefined },
  findings: [],
} as const;

function viewOf({
  id,
  version,
  hash,
  pathways,
  essentials,
}: Pick<Framework, 'id' | 'version' | 'hash' | 'pathways' | 'essentials'>): ReportFramework {
  const topic = ({ id: own, title }: ReportFramework['essentials'][number]) => ({ id: own, title });
  return {
    id,
    version,
    hash,
    pathways: pathways.map((pathway) => ({ ...topic(pathway), elements: pathway.elements.map(topic) })),
    essentials: essentials.map(topic),
  };
}
