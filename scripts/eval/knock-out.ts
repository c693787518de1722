import type { CheckResult } from '../../server/src/check.ts';
import { askedOf } from '../../server/src/rules/asked.ts';
import { LineIndex } from '../../server/src/text.ts';
import type { Corpus } from './corpus.ts';
import { checkText, framework } from './measure.ts';

export interface KnockOut {
  /** Pairs of a plan and a topic whose labelled lines were all removed. */
  readonly pairs: number;
  /** Pairs in which the topic is then absent. */
  readonly absent: number;
  /** Topics among them that the plan is asked for by themselves, and those reported by a missing-… finding. */
  readonly required: number;
  readonly reported: number;
  readonly failures: readonly string[];
}

/** What a part of a plan lacks is told in one finding, whatever it is. */
function isAskedAlone(topic: string, { demand, evidence }: Pick<CheckResult, 'demand' | 'evidence'>): boolean {
  return !demand.isPart && askedOf(topic, { demand, evidence, framework }) !== 'not-asked';
}

/** Takes every line labelled for a topic out of a plan: the topic must then be absent, and be reported where it is required. */
export function knockOut({ plans, topics }: Corpus): KnockOut {
  const failures: string[] = [];
  let pairs = 0;
  let absent = 0;
  let required = 0;
  let reported = 0;
  for (const { slug, text, labels } of plans) {
    for (const topic of topics) {
      const lines = labels.get(topic);
      if (!lines || lines.size === 0) continue;
      pairs++;
      const rest = text
        .split('\n')
        .map((line, i) => (lines.has(i + 1) ? '' : line))
        .join('\n');
      const { evidence, findings, ...result } = checkText(rest);
      const left = evidence.get(topic)?.evidence ?? [];
      if (left.length > 0) {
        const index = new LineIndex(rest);
        const places = left.map(({ range, pattern, level }) => {
          const snippet = rest.slice(range.start, Math.min(range.end, range.start + 40)).replaceAll('\n', ' ');
          return `    ${index.positionAt(range.start).line + 1} ${level} ${pattern} ${snippet}`;
        });
        failures.push([`  ${slug} ${topic}`, ...places].join('\n'));
        continue;
      }
      absent++;
      if (!isAskedAlone(topic, { evidence, ...result })) continue;
      required++;
      if (
        findings.some(
          ({ rule, element, pathway }) => rule.startsWith('missing-') && (element === topic || pathway === topic),
        )
      )
        reported++;
    }
  }
  return { pairs, absent, required, reported, failures };
}
