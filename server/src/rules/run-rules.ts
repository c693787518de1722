import { settled } from '../text.ts';
import { filled, local } from './local.ts';
import { hostRules, rules } from './rules.ts';
import { SUPPRESSING, suppressionsOf } from './suppressions.ts';
import { type Finding, type Rule, type RuleContext, type RuleFinding, SEVERITIES, type Severity } from './types.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { keepingMarkup } from './whole-markup.ts';

export interface RunOptions {
  /** By rule id; overrides the rule's own severity. `off`: the rule does not run. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** The rules to run; all when left out. */
  readonly rules?: readonly Rule[];
}

/** Rules of the engine, and those that a host adds. */
export const RULE_IDS: ReadonlySet<string> = new Set([...rules, ...hostRules].map(({ id }) => id));

/** More findings of one rule than this are told by one that says how many. */
export const MOST_PER_RULE = 50;

/** Runs the rules: severities, suppressions, duplicates, order, caps. Each step is plain data in and out. */
export function runRules(given: Omit<RuleContext, 'ruleIds'>, options: RunOptions = {}): Finding[] {
  const context = { ...given, ruleIds: RULE_IDS };
  const running = (options.rules ?? rules).filter((rule) => severityOf(rule, context, options) !== 'off');
  const suppressions = suppressionsOf(context.plan);
  const kept = (rule: Rule, found: Iterable<RuleFinding>) =>
    distinct(stamped(rule, found, context, options).sort(byPlace)).filter(
      (finding) => !suppressions.isSuppressed(finding),
    );
  const found = running.map((rule) => kept(rule, rule.check(context)));
  // Only now is it known which comments took something out. One for a rule that is off at this stage waits for it.
  if (running.includes(unusedSuppression)) {
    const ran = new Set(running.map(({ id }) => id));
    const unused = context.plan.directives.filter(
      (one) =>
        SUPPRESSING.includes(one.kind) && !suppressions.used.has(one) && one.names.every(({ text }) => ran.has(text)),
    );
    found.push(kept(unusedSuppression, unusedSuppression.tell(unused, context.plan.directives)));
  }
  return found.flatMap(capped).sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

function severityOf(rule: Rule, { demand }: RuleContext, { severities }: RunOptions): Severity | 'off' {
  return severities?.[rule.id] ?? (typeof rule.severity === 'string' ? rule.severity : rule.severity[demand.stage]);
}

function stamped(rule: Rule, found: Iterable<RuleFinding>, context: RuleContext, options: RunOptions): Finding[] {
  const asked = options.severities?.[rule.id];
  const own = severityOf(rule, context, options) as Severity;
  return Array.from(found, (finding) => ({
    ...finding,
    range: settled(finding.range),
    rule: rule.id,
    severity: asked === undefined ? (finding.severity ?? own) : (asked as Severity),
    related: (finding.related ?? []).map((one) => ({ ...one, range: settled(one.range) })),
    fixes: (finding.fixes ?? []).slice(0, 3).flatMap((fix) => keepingMarkup(fix, context.plan.text) ?? []),
  }));
}

/** Findings of one rule by their places, those left out that say the same of the same place. */
function distinct(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ range, message }, i) => {
    for (let before = i - 1; before >= 0 && findings[before]!.range.start === range.start; before--)
      if (findings[before]!.range.end === range.end && findings[before]!.message.en === message.en) return false;
    return true;
  });
}

const MORE = local('同类意见还有{0}条，未逐条列出', '{0} more findings of this kind are not listed');
const MORE_WHY = local(
  '同一规则的意见过多时只列出前面的，以免淹没其他意见。',
  'Many findings of one rule would bury the others.',
);
const MORE_ADVICE = local('先处理已列出的，再检查一次。', 'Deal with those listed, then check again.');

function capped(findings: Finding[]): Finding[] {
  const more = findings.length - MOST_PER_RULE;
  if (more <= 0) return findings;
  const last = findings[MOST_PER_RULE - 1]!;
  return [
    ...findings.slice(0, MOST_PER_RULE),
    {
      rule: last.rule,
      severity: last.severity,
      range: last.range,
      message: filled(MORE, more),
      why: MORE_WHY,
      advice: MORE_ADVICE,
      related: [],
      fixes: [],
    },
  ];
}
