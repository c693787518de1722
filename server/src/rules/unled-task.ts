import { fromBlocks, fromSections } from '../plan/from-parts.ts';
import type { Plan, Section, UnitMention } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import { filled, local } from './local.ts';
import { toldOnce } from './told-once.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local(
  '这里有三个以上责任单位，没有写明谁牵头',
  'Three or more units are responsible here, and none is said to lead',
);
const MESSAGE_OF_MANY = local(
  '{0}处各有三个以上责任单位，没有写明谁牵头',
  'In {0} places three or more units are responsible, and none is said to lead',
);
const WHY = local(
  '大家都负责，容易谁也不负责：评审会问由谁牵头、谁配合。',
  'Where all are responsible nobody is: a reviewer asks who leads and who supports.',
);
const ADVICE = local(
  '分开写牵头单位和配合单位；以第一家为牵头的，注明“列第一位者为牵头单位，下同”。',
  'Name the leading unit and the supporting ones apart, or say once that the unit named first leads.',
);

/** Two may share a task. */
const CROWD = 3;

export const unledTask: Rule = {
  id: 'unled-task',
  title: local('多个单位负责，无人牵头', 'Several owners and no leader'),
  description: local(
    '一项任务列了三个以上责任单位，没有一个写明牵头；有三处以上的合成一条。写了“按职责分工负责”的、标题中写明牵头的，以及注明“列第一位者为牵头单位”的规划，不提。',
    'A task has three or more responsible units, by a label, in a bracket or in a column, and none of them is said to lead; three places or more are one finding. Not told where they share it by their duties (按职责分工负责), where a heading names who leads, or in a plan that says that the unit named first leads.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'info', review: 'info', issued: 'info' },
  onFinishedText: true,
  examples: [
    {
      title: local('四家单位，没有牵头', 'Four units and no leader'),
      text: '# 云川园区产业发展行动方案\n\n## 一、重点任务\n\n### （一）招商\n\n引进企业30家。（责任单位：区商务局、区发改局、区财政局、区工信局）\n\n### （二）人才\n\n引进人才20名。（牵头单位：区人社局，配合单位：区商务局、区财政局、区教育局）\n\n### （三）用地\n\n收储土地500亩。（责任单位：区自然资源局、区财政局）\n',
      reports: ['责任单位：区商务局、区发改局、区财政局、区工信局'],
    },
    {
      title: local('三处合成一条', 'Three places are one finding'),
      text: `# 云川园区产业发展行动方案\n\n## 一、重点任务\n\n${['招商', '人才', '用地'].map((name, i) => `### （${'一二三'[i]}）${name}\n\n做好${name}工作。（责任单位：区商务局、区财政局、区工信局）\n`).join('\n')}`,
      reports: ['责任单位：区商务局、区财政局、区工信局'],
    },
    {
      title: local(
        '按职责分工、标题写明牵头、以第一家为牵头：不提',
        'Shared by duty, led by a heading, the first one leads: no finding',
      ),
      text: '# 云川园区产业发展行动方案\n\n## 一、重点任务\n\n### （一）招商\n\n引进企业30家。（区商务局、区财政局、区工信局按职责分\n工负责）\n\n### （二）人才（牵头单位：区人社局）\n\n引进人才20名。（责任单位：区商务局、区财政局、区教育局）\n',
      reports: [],
    },
    {
      title: local('注明第一家牵头', 'A plan that says that the first one leads'),
      text: '# 云川园区产业发展行动方案\n\n## 一、重点任务\n\n### （一）招商\n\n引进企业30家。（区商务局、区财政局、区工信局负责。列第一位者为牵头单位，下同）\n\n### （二）人才\n\n引进人才20名。（区人社局、区财政局、区教育局负责）\n',
      reports: [],
    },
    {
      title: local('县（区）里的括号不断开名单', 'The bracket inside 县（区） ends no list'),
      text: '# 云川省产业发展行动方案\n\n## 一、重点任务\n\n### （一）招商\n\n引进企业30家。［责任单位：有关市、县（区）人民政府，省商务厅、财政厅］\n',
      reports: ['责任单位：有关市、县（区）人民政府，省商务厅、财政厅'],
    },
    {
      title: local(
        '一家单位和各地政府，不算三家',
        'One department and the governments of all places are two: no finding',
      ),
      text: '# 云川省产业发展行动方案\n\n## 一、重点任务\n\n### （一）招商\n\n引进企业30家。（责任单位：省商务厅，各设区市人民政府、平川综合实验区管委会）\n',
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    const places = unledIn(plan).flatMap(({ told }) => told);
    if (places.length === 0 || firstLeads(plan).length > 0) return;
    yield* toldOnce(places, { message: MESSAGE, why: WHY, advice: ADVICE }, (many) => filled(MESSAGE_OF_MANY, many));
  },
};

const unledIn = fromSections((section, plan): readonly Range[] | undefined => {
  const blocks = section.blocks.map((id) => plan.blocks[id]!);
  const units = blocks.flatMap(({ range }) => startingIn(plan.units, range));
  if (!units.some(isCrowd) || isLed(section, units, plan)) return undefined;
  const crowds = units.filter(
    (one) => isCrowd(one) && !SHARED.test(plan.text.slice(one.range.start, one.range.end).replace(/\s/g, '')),
  );
  return crowds.length > 0 ? crowds.map(({ range }) => range) : undefined;
});

function isCrowd({ role, form, names }: UnitMention): boolean {
  if (role !== 'responsible' || form === 'by' || form === 'english') return false;
  // 各市、县（区）人民政府、平潭综合实验区管委会: the governments of all places are one.
  const places = names.filter((name) => PLACE.test(name)).length;
  return names.length - places + Math.min(places, 1) >= CROWD;
}

const PLACE = /政府$|管委会$|^(?:各|有关)[^、]*[市县区州]/;

/** Here, or by a heading around it. */
function isLed({ heading, parent }: Section, units: readonly UnitMention[], plan: Plan): boolean {
  if (units.some(({ role }) => role === 'lead') || (heading && LEADS.test(heading.text))) return true;
  return parent > 0 && isLed(plan.sections[parent]!, [], plan);
}

const LEADS = /牵头|\b(?:lead|led by)\b/;
/** They say how they share it. */
const SHARED = /分工|分别|各自|共同/;

const firstLeads = fromBlocks(({ normal: { value } }) => FIRST_LEADS.test(value) || undefined);

const FIRST_LEADS =
  /(?:第一位?|首位|排在前面)[^,。;]{0,8}(?:为|是)牵头|first[- ](?:named|mentioned|listed)[^.;]{0,40}\blead/;
