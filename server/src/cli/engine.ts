import type { RuleSetting } from '../config/types.ts';
import type { SourceProblem } from '../framework/types.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { isPlan } from '../plan/recognise.ts';
import type { CheckedFile, Encoding, ReportFramework } from '../report/types.ts';
import type { Stage } from '../rules/types.ts';

// TEMPORARY until the engine is there; never commit
export interface Engine {
  readonly view: ReportFramework;
  check(
    path: string,
    text: string,
    encoding: Encoding,
    options: { assumePlan: boolean; stage: Stage | undefined; severities: Readonly<Record<string, RuleSetting>> },
  ): CheckedFile;
}
export async function knownRules(): Promise<ReadonlySet<string>> {
  return new Set(['missing-pathway', 'placeholder', 'file-encoding']);
}
export async function engineFor(
  _framework: string | undefined,
  _cases: readonly string[],
): Promise<{ engine?: Engine; problems: SourceProblem[] }> {
  const view: ReportFramework = {
    id: 'nine-pathways',
    version: '0',
    hash: 'x',
    pathways: [
      {
        id: 'talent',
        title: { zh: '育龙引凤', en: 'Talent' },
        elements: [{ id: 'talent/attraction', title: { zh: '引才', en: 'Attraction' } }],
      },
    ],
    essentials: [{ id: 'risk', title: { zh: '风险防控', en: 'Risk' } }],
  };
  return {
    problems: [],
    engine: {
      view,
      check(path, text, encoding, options) {
        const plan = parsePlan(text);
        const b = plan.blocks[3];
        return {
          path,
          text,
          encoding,
          framework: view,
          isPlan: options.assumePlan || isPlan(plan).isPlan,
          title: plan.title?.text,
          stage: options.stage ?? 'draft',
          roles: new Map(),
          sections: plan.sections,
          evidence: new Map([
            [
              'risk',
              {
                id: 'risk',
                level: 'addressed',
                lift: 'none',
                misses: [],
                wanting: [],
                evidence: b
                  ? [
                      {
                        range: b.range,
                        block: 3,
                        section: b.section,
                        level: 'addressed',
                        matched: [],
                        pattern: '',
                        facts: [],
                      },
                    ]
                  : [],
              },
            ],
          ]),
          scores: { breadth: 0.5, depth: 0.2, consistency: undefined, weakest: 'talent' },
          findings: plan.placeholders
            .filter(() => options.severities['placeholder'] !== 'off')
            .map((p) => ({
              rule: 'placeholder',
              severity: (options.severities['placeholder'] ?? 'warning') as 'warning',
              range: p.range,
              message: { zh: '有待补充的内容', en: 'placeholder' },
              why: { zh: '为什么', en: 'why' },
              advice: { zh: '补上', en: 'fill' },
              related: [],
              fixes: [
                { title: { zh: '补', en: 'fill' }, automatic: true, edits: [{ range: p.range, newText: '已补\n充' }] },
              ],
            })),
        };
      },
    },
  };
}
