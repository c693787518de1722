import type { LocalText } from '../text.ts';
import { type Lacking, lackingIn } from './asked.ts';
import { filled, listed, local } from './local.ts';
import { withParkplan } from './parkplan-key.ts';
import { titleRange } from './place.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './types.ts';
import { isUnquantified } from './unquantified-target.ts';

const MISSING = local(
  '这里只是规划的一部分，其中未见：{0}',
  'This is only a part of a plan; nothing found here on: {0}',
);
const NAMED = local('这里只是规划的一部分，其中只提到：{0}', 'This is only a part of a plan; named here at most: {0}');
const BOTH = local(
  '这里只是规划的一部分，其中未见：{0}；只提到：{1}',
  'This is only a part of a plan; nothing found here on: {0}; named at most: {1}',
);
const WHY = local(
  '评审整部规划时会看这些内容，它们也可能写在别的章节。',
  'Reviewers of the whole plan will look for these; they may stand in other chapters.',
);
const ADVICE = local(
  '在其余章节核对。本文若是完整的规划，在文件头写上 parkplan，即逐项检查。',
  'Look them up in the other chapters. If this is the whole plan, say parkplan in its front matter, and each is checked.',
);
const HERE = local('这里提到了“{0}”', '"{0}" is named here');
const WHOLE = local('按完整的规划检查（加文件头）', 'Check it as a whole plan (adds front matter)');

export const missingInPart: Rule = {
  id: 'missing-in-part',
  title: local('规划的一部分，所缺内容待核对', 'A part of a plan: what to look up in the rest'),
  description: local(
    '从规划中间开始的文本（开头是“第五章”），或标题写明章节的（“（第二、三部分）”），是规划的一部分：每份规划都应写清、而这里没有写到或只是提到的内容，合成一条提示，供在其余章节核对。加上文件头，即按完整的规划逐项检查。',
    'A text that begins in the middle of a plan (第五章, below the title of the whole or without one), or whose title says which parts it holds (Chapter 5: …), is a part: what every plan should settle and this text does not, or only names, is told in one finding, to be looked up in the rest. With front matter it is checked as a whole plan, item by item.',
  ),
  severity: 'info',
  onFinishedText: true,
  examples: [
    {
      title: local('从第五章开始的文本', 'A text that begins with its fifth chapter'),
      text: '## 第五章 产业布局\n\n建设标准厂房20万平方米。\n\n## 第六章 招商引资\n\n引进企业30家。\n',
      reports: ['产业布局'],
    },
    {
      title: local('有文件头的，是完整的规划', 'With front matter it is a whole plan'),
      text: '---\nparkplan:\n  stage: draft\n---\n\n## 第五章 产业布局\n\n建设标准厂房20万平方米。\n',
      reports: [],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, plan } = context;
    if (!demand.isPart) return;
    const lacking = lackingIn(context).filter(
      ({ topic, evidence, asked }) =>
        asked === 'required' && !(evidence.level === 'mentioned' && isUnquantified(topic, plan)),
    );
    const missing = lacking.filter(({ evidence }) => evidence.level === 'absent');
    const named = lacking.filter(({ evidence }) => evidence.level === 'mentioned');
    if (lacking.length === 0) return;
    yield {
      range: titleRange(plan),
      message: messageOf(namesOf(missing), namesOf(named)),
      why: WHY,
      advice: ADVICE,
      related: named.map(({ topic, evidence }) => ({
        range: evidence.evidence[0]!.range,
        message: filled(HERE, topic.title),
      })),
      fixes: asWhole(context),
    };
  },
};

/** All of them, undefined where there are none. */
function namesOf(lacking: readonly Lacking[]): LocalText | undefined {
  const titles = lacking.map(({ topic }) => topic.title);
  return titles.length > 0 ? listed(titles, titles.length) : undefined;
}

function messageOf(missing: LocalText | undefined, named: LocalText | undefined): LocalText {
  if (missing && named) return filled(BOTH, missing, named);
  return missing ? filled(MISSING, missing) : filled(NAMED, named!);
}

/** Adds what says so to the front matter that there is, or makes one. */
function asWhole({ plan, demand }: RuleContext): Fix[] {
  const edit = withParkplan(plan, `  stage: ${demand.stage}\n`);
  return edit ? [{ title: WHOLE, edits: [edit], automatic: false }] : [];
}
