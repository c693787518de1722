import { checkFacts } from '../cases/check-facts.ts';
import { citationOf } from '../cases/citation-text.ts';
import { isPlanOf } from '../cases/passages.ts';
import type { Plan } from '../plan/types.ts';
import type { Range } from '../text.ts';
import { factWithSource } from './case-words.ts';
import { filled, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('写到了案例“{0}”，没有注明出处', 'This describes the case "{0}" without citing it');
const WHY = local(
  '句中的名称和数据与案例库一致：{0}。注明出处，读者可以查证，数据以后有变也能发现。',
  'Names and figures are those of the library: {0}. With a citation a reader can check it, and a later change is noticed.',
);
const ADVICE = local('在句末加上 {0}。', 'Add {0} at the end of the sentence.');
const FIX = local('加上引用 {0}', 'Add the citation {0}');

export const uncitedCase: Rule = {
  id: 'uncited-case',
  title: local('案例未注明出处', 'A case without citation'),
  description: local(
    '句子点名写到案例库中的案例，数据或年份也与之一致，同一段落却没有引用它。另有出处的（脚注、文献序号、链接、“数据来源”）和当地自己的规划不算。',
    'A sentence names a case of the library and gives a figure or year of it, and nothing in its paragraph cites it or gives another source (a footnote, a number in brackets, a link, “source: …”). A plan of the very place is left alone.',
  ),
  severity: { outline: 'hint', draft: 'info', consultation: 'info', review: 'info', issued: 'info' },
  examples: [
    {
      title: local('点名且数据一致', 'Named, and the figure is the case’s'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n1990年柳市关闭低压电器门市部1267家，无证作坊从此绝迹。\n',
      reports: ['1267家'],
    },
    {
      title: local('只是提到地名', 'A place only'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n学习柳市镇的做法，2027年前关闭无证作坊200家。\n',
      reports: [],
    },
  ],
  *check({ plan, cases }: RuleContext): Iterable<RuleFinding> {
    const told = new Set<string>();
    for (const { kind, case: found, isCited, range, end, ...one } of checkFacts(plan, cases)) {
      if (kind !== 'agrees' || isCited || isPlanOf(plan, found) || hasSource(range, end, plan)) continue;
      const key = `${found.id} ${end.start}`;
      if (told.has(key)) continue;
      told.add(key);
      const citation = citationOf(found.id);
      const isSpaced = /[A-Za-z0-9]/.test(plan.text.charAt(end.start - 1));
      yield {
        range,
        message: filled(MESSAGE, found.title),
        why: 'fact' in one ? filled(WHY, factWithSource(found, one.fact)) : MESSAGE,
        advice: filled(ADVICE, citation),
        fixes: [
          {
            title: filled(FIX, citation),
            edits: [{ range: end, newText: `${isSpaced ? ' ' : ''}${citation}` }],
            automatic: false,
          },
        ],
      };
    }
  },
};

/** A footnote, a number in brackets, a link, or words that say where it is from. */
const SOURCE =
  /\[\^[^\]\s]{1,40}\]|[[［〔]\d{1,3}(?:[-–,，、]\d{1,3}){0,5}[\]］〕]|<sup|https?:\/\/|(?:来源|出处|引自|摘自|参见)[:：为于《]|据[^，。；\n]{0,12}《|\b(?:source|according to|cited from)\b/i;

/** Whether the paragraph says where it has a figure from. */
function hasSource({ start }: Range, { start: end }: Range, { text }: Plan): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(start, end + REACH);
  return SOURCE.test(before.split(BREAK).at(-1)! + after.split(BREAK, 1)[0]!);
}

const BREAK = /\n[ \t]*\r?\n|<\/?(?:p|div|li|tr|td)\b/i;

/** Longer paragraphs are looked into this far on either side. Characters. */
const REACH = 400;
