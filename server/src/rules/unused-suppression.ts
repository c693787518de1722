import type { Directive } from '../plan/types.ts';
import { local } from './local.ts';
import type { Rule, RuleFinding } from './types.ts';

const MESSAGE = local('这条停用说明没有起作用', 'This suppression takes nothing out');
const WHY = local(
  '它要停用的意见已不存在，或写错了位置；留着会误导后来的人。',
  'What it was for is gone, or it stands in the wrong place; left here it misleads.',
);
const ADVICE = local('删去它。', 'Take it out.');
const TITLE = local('删去这条停用说明', 'Remove this suppression');

/** Told by the harness, which alone knows what was suppressed. */
export const unusedSuppression: Rule & {
  tell(unused: readonly Directive[], all: readonly Directive[]): Iterable<RuleFinding>;
} = {
  id: 'unused-suppression',
  title: local('停用说明没有用到', 'A suppression without a use'),
  description: local('parkplan-disable 一类注释没有停用任何意见。', 'A parkplan-disable comment takes no finding out.'),
  severity: 'info',
  onFinishedText: true,
  examples: [
    {
      title: local('没有可停用的意见', 'Nothing to suppress'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n<!-- parkplan-disable-next-line placeholder -- 金额未定 -->\n建设标准厂房20万平方米。\n',
      reports: ['<!-- parkplan-disable-next-line placeholder -- 金额未定 -->'],
    },
  ],
  check: () => [],
  *tell(unused, all) {
    for (const one of unused) {
      const { range } = one;
      yield {
        range,
        message: MESSAGE,
        why: WHY,
        advice: ADVICE,
        fixes: [{ title: TITLE, edits: [one, ...endOf(one, all)].map(emptied), automatic: true }],
      };
    }
  },
};

const emptied = ({ range }: Directive) => ({ range, newText: '' });

/** The `parkplan-enable` that ends a `parkplan-disable` and nothing else. */
function endOf(begun: Directive, all: readonly Directive[]): Directive[] {
  if (begun.kind !== 'disable') return [];
  const next = all.slice(all.indexOf(begun) + 1).find(({ kind }) => kind === 'disable' || kind === 'enable');
  return next?.kind === 'enable' && namesOf(next) === namesOf(begun) ? [next] : [];
}

function namesOf({ names }: Directive): string {
  return names
    .map(({ text }) => text)
    .sort()
    .join(' ');
}
