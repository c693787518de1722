import { citationOf } from '../cases/citation-text.ts';
import { type Findable, type FindIndex, find, findableCase, indexOf } from '../cases/find-cases.ts';
import { resolveKey } from '../cases/resolve-key.ts';
import { nearestName } from '../nearest.ts';
import { forSame, fromList } from '../plan/from-parts.ts';
import type { Citation, Plan } from '../plan/types.ts';
import { filled, local } from './local.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './types.ts';
import { type WideSign, wideSignsIn } from './wide-sign.ts';

const UNKNOWN = local(
  '案例库和项目的参考文献中都没有“{0}”',
  'Neither the case library nor the project’s bibliography has "{0}"',
);
const UNKNOWN_WHY = local(
  '没有出处的引用，读者无从查证；导出时只会留下一个问号。',
  'A reader cannot check a citation without a source; in an exported document only a question mark remains.',
);
const NEAR = local('是否指“{0}”（{1}）？', 'Did you mean "{0}" ({1})?');
const NONE_NEAR = local(
  '用 parkplan cases search 查找案例，或把文献加入项目的参考文献。',
  'Look for the case with parkplan cases search, or add the work to the project’s bibliography.',
);
const CHANGE = local('改为“{0}”', 'Change to "{0}"');

const RUNS_ON = local('后面的文字会被当作引用编号的一部分：“{0}”', 'The words behind the key become part of it: "{0}"');
const TOUCHES = local(
  '“@{0}”紧跟在文字后面，不会被当作引用',
  '"@{0}" stands right behind a letter and is not read as a citation',
);
const WIDE = local('全角的“＠”不会被当作引用', 'A full-width “＠” is not read as a citation');
const WIDE_ADVICE = local('改为半角，写作“{0}”。', 'Write "{0}", with the plain sign.');
const WIDE_WHY = local(
  '按 Pandoc 的写法，引用以半角的 @ 开头。',
  'In Pandoc’s syntax a citation starts with a plain @.',
);
const GLUED_WHY = local(
  '按 Pandoc 的写法，编号一直到下一个空格或标点为止，而 @ 前面不能紧挨着文字；汉字也算文字。',
  'In Pandoc’s syntax a key runs to the next space or mark, and no letter may stand right before its @; Chinese characters count as letters.',
);
const GLUED_ADVICE = local('改写为“{0}”，或放进方括号。', 'Write "{0}", or put it in square brackets.');

export const unknownCase: Rule = {
  id: 'unknown-case',
  title: local('引用的案例不存在', 'A citation of a case that is not there'),
  description: local(
    '引用编号既不在案例库中，也不在项目的参考文献中；或者编号和汉字连写，Pandoc 读不出来。给出最相近的编号。',
    'A citation key that neither the case library nor the project’s bibliography has, or one that runs into Chinese words so that Pandoc does not read it. The nearest key is suggested.',
  ),
  severity: { outline: 'info', draft: 'warning', consultation: 'warning', review: 'error', issued: 'error' },
  examples: [
    {
      title: local('编号写错', 'A mistyped key'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n整治与扶持并举[@liushi-low-voltge]，市场带动产业[@keqiao-textile-chain]。\n',
      reports: ['@liushi-low-voltge'],
    },
    {
      title: local('编号和汉字连写', 'A key that runs into Chinese words'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n参照@liushi-low-voltage的做法，以及 @keqiao-textile-chain的链长制。\n',
      reports: ['@liushi-low-voltage', '@keqiao-textile-chain的链长制'],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { plan, cases, references } = context;
    for (const citation of doubtfulIn(plan.citations)(cases, references)) {
      const finding = judge(citation, context);
      if (finding) yield finding;
    }
    for (const { told } of wideSignsIn(plan)) for (const sign of told) yield* judgeWide(sign, context);
  },
};

/** Keys of figures, tables and sections, which pandoc-crossref (fig:map) and Quarto (fig-map) resolve. */
const CROSS_REFERENCE = /^(?:fig|tbl|sec|eq|lst)[:-]/i;

/** Citations that are not simply right; most lists of a plan's have none. */
const doubtfulIn = fromList((citations: Plan['citations']) =>
  forSame((cases: RuleContext['cases'], references: RuleContext['references']) =>
    citations.filter(({ key, unread }) => unread || !(isKnownKey(key, cases, references) || CROSS_REFERENCE.test(key))),
  ),
);

function isKnownKey(key: string, cases: RuleContext['cases'], references: RuleContext['references']): boolean {
  return references.has(key) || resolveKey(cases, key) !== undefined;
}

function judge(citation: Citation, context: RuleContext): RuleFinding | undefined {
  const { key, keyRange, unread } = citation;
  const isKnown = (one: string) => isKnownKey(one, context.cases, context.references);
  if (isKnown(key)) return unread ? glued(citation, key, TOUCHES, context) : undefined;
  const head = /^[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*(?=\p{Script=Han})/u.exec(key)?.[0];
  if (head !== undefined && isKnown(head)) return glued(citation, head, RUNS_ON, context);
  const near = candidates(key, context);
  // Behind a letter an @ is a citation only if its key is nearly one.
  if (unread && near.length === 0) return undefined;
  const [first] = near;
  const found = first === undefined ? undefined : resolveKey(context.cases, first)?.case;
  return {
    range: keyRange,
    message: filled(UNKNOWN, key),
    why: UNKNOWN_WHY,
    advice: first === undefined ? NONE_NEAR : filled(NEAR, first, found?.title ?? first),
    fixes: near.map((one) => replaceKey(citation, one)),
  };
}

/** Only a key that is known, or nearly, was meant as a citation. */
function judgeWide({ key, range }: WideSign, context: RuleContext): RuleFinding[] {
  const isKnown = isKnownKey(key, context.cases, context.references);
  const meant = isKnown ? key : candidates(key, context)[0];
  if (meant === undefined) return [];
  const newText = `@${meant}`;
  return [
    {
      range,
      message: WIDE,
      why: WIDE_WHY,
      advice: filled(WIDE_ADVICE, newText),
      fixes: [{ title: filled(CHANGE, newText), edits: [{ range, newText }], automatic: false }],
    },
  ];
}

function glued(citation: Citation, key: string, message: typeof RUNS_ON, { plan }: RuleContext): RuleFinding {
  const { keyRange, unread } = citation;
  const behind = unread ? plan.text.charAt(keyRange.end) : citation.key.slice(key.length);
  const written = /^[\p{L}\p{N}_]/u.test(behind) ? `@{${key}}` : `@${key}`;
  const newText = `${unread ? ' ' : ''}${written}${unread ? '' : behind}`;
  return {
    range: keyRange,
    message: filled(message, unread ? key : citation.key),
    why: GLUED_WHY,
    advice: filled(GLUED_ADVICE, newText.trim()),
    fixes: [{ title: filled(CHANGE, newText.trim()), edits: [{ range: keyRange, newText }], automatic: false }],
  };
}

/** Keys that may have been meant, at most three: the nearest in letters, then those that a search finds. */
function candidates(key: string, { cases, references }: RuleContext): readonly string[] {
  const { known, index } = lookup(cases, references);
  const before = known.get(key);
  if (before) return before;
  const found = nearOrFound(key, [...cases.cases.keys(), ...references.keys()], index);
  known.set(key, found);
  return found;
}

/** What keys of this library were taken for: a plan with one unknown key is asked at each keystroke. */
const lookup = forSame((cases: RuleContext['cases'], _references: RuleContext['references']) => {
  let made: FindIndex<Findable> | undefined;
  return {
    known: new Map<string, readonly string[]>(),
    index: () => {
      made ??= indexOf([...cases.cases.values()].map(findableCase));
      return made;
    },
  };
});

function nearOrFound(key: string, keys: readonly string[], index: () => FindIndex<Findable>): string[] {
  const near = nearestName(key, keys);
  if (near !== undefined) return [near];
  if (key.length < 2) return [];
  const words = /\p{Script=Han}/u.test(key) ? key : key.replaceAll(/[-_/]/g, ' ');
  return find(index(), words, {}, 3)
    .filter(({ score }) => score >= SURE)
    .map(({ entry }) => entry.key);
}

/** A part of a key or of a name that was spelt out, not a few of its letters. */
const SURE = 60;

function replaceKey({ keyRange }: Citation, key: string): Fix {
  const newText = citationOf(key).slice(1, -1);
  return { title: filled(CHANGE, newText), edits: [{ range: keyRange, newText }], automatic: false };
}
