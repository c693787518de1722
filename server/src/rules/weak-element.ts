import type { Plan } from '../plan/types.ts';
import type { LocalText } from '../text.ts';
import { lackingIn } from './asked.ts';
import { filled, local } from './local.ts';
import { adviceOf, fixesFor, relatedTo, type Shortfall, shortfallOf, whyOf } from './shortfall.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';
import { isUnquantified } from './unquantified-target.ts';

const MESSAGE = local('“{0}”只是提到，没有具体安排', '"{0}" is named, but nothing is committed to');
/** Of the lines that English words of mention gave here readers call 58 % one, of the Chinese ones 86 (docs/detection.md): not enough to say "here". */
const AT_MOST = local('“{0}”至多只是提到，没有具体安排', '"{0}" is named at most; nothing is committed to');
const ADVICE = local('写成举措：谁、做什么、多少、何时。', 'Make it a measure: who does what, how much, by when.');
const UNSPECIFIC = local('“{0}”只是提到，没有写明', '"{0}" is touched on, but not spelled out');
const UNSPECIFIC_AT_MOST = local('“{0}”至多只是提到，没有写明', '"{0}" is touched on at most, not spelled out');
const SPELL_OUT = local('写明具体内容，不要一笔带过。', 'Spell it out instead of touching on it.');

export const weakElement: Rule = {
  id: 'weak-element',
  title: local('只提到，未落实', 'Only mentioned'),
  description: local(
    '必备内容只在口号、原则、描述或标题中出现，没有任何一处作出安排。英文规划里标在应当写的地方，疑似提到之处另列。若干措施、扶持政策写明有效期即可，不另要求时序安排。只是规划一部分的文本，由 missing-in-part 一并提出。',
    'Something required appears in slogans, principles, descriptions or headings only; no place commits to it. In an English plan it is told where it belongs, with the places that may name it beside. In a list of subsidies it is enough to say how long it holds. Of a text that is only a part of a plan missing-in-part tells it.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'warning', review: 'warning', issued: 'warning' },
  onFinishedText: true,
  examples: [
    {
      title: local('人才只是口号', 'Talent as a slogan'),
      text: '---\nparkplan:\n  period: 2026-2030\n---\n\n# 云川园区产业发展规划\n\n## 一、基本原则\n\n坚持人才引领，人才支撑作用不断增强。\n\n## 二、主要任务\n\n建设标准厂房20万平方米。\n',
      reports: [],
      reportsAtLeast: [{ element: 'talent', at: '坚持人才引领' }],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, plan } = context;
    if (demand.isPart) return;
    for (const { topic, evidence: found } of lackingIn(context)) {
      if (found.level !== 'mentioned') continue;
      // unquantified-target tells it already.
      if (isUnquantified(topic, plan)) continue;
      const shortfall = shortfallOf(topic.id, context)!;
      const told = plan.language === 'en' ? undefined : nearest(shortfall, plan);
      const others = found.evidence.filter((one) => one !== told);
      // The present state, targets, dates and owners are told, not done.
      const isDone = topic.patterns.some(({ worth }) => worth === 'measure');
      yield {
        range: (told ?? shortfall.place).range,
        message: filled(messageFor(isDone, told !== undefined), topic.title),
        why: whyOf(shortfall),
        advice: adviceOf(shortfall, isDone ? ADVICE : SPELL_OUT),
        related: relatedTo({ ...shortfall, evidence: { ...found, evidence: others } }, told !== undefined),
        fixes: fixesFor(shortfall, context),
        element: topic.id,
        ...(topic.kind === 'pathway'
          ? { pathway: topic.id }
          : topic.pathway === undefined
            ? {}
            : { pathway: topic.pathway }),
      };
    }
  },
};

function messageFor(isDone: boolean, isSure: boolean): LocalText {
  if (isSure) return isDone ? MESSAGE : UNSPECIFIC;
  return isDone ? AT_MOST : UNSPECIFIC_AT_MOST;
}

/**
 * Of several mentions the one in the chapter that is called after it, its text sooner than its heading. Undefined where the topic has chapters of its own and
 * only tasks name it: 立足我市产业基础 says something of them and not of the present state (of seventeen such places readers called seven wrong).
 */
function nearest({ topic, evidence: { evidence }, place: { exact, section } }: Shortfall, plan: Plan) {
  const own = exact ? evidence.filter((one) => one.section === section?.id) : [];
  const found = own.find(({ range }) => range.start >= section!.bodyRange.start) ?? own[0] ?? evidence[0]!;
  const hasChapters = topic.patterns.some((pattern) => pattern.in !== undefined);
  return hasChapters && plan.sections[found.section]!.kind === 'tasks' ? undefined : found;
}
