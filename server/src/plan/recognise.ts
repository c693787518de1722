import { normalise } from './normal-text.ts';
import type { Plan, SectionKind } from './types.ts';

export interface Recognition {
  readonly isPlan: boolean;
  /** For people who ask why, English; names the sign that decided. */
  readonly why: string;
}

/**
 * Whether a text is a development plan of a park, a region or an industry. Front matter decides when it speaks; then the title's genre and object;
 * then, for a title that does not tell or is missing, headings and words. Regulations, notices, minutes, notes and READMEs are none.
 */
export function isPlan(plan: Plan): Recognition {
  const declared = declaredIn(plan);
  if (declared) return { isPlan: true, why: declared };
  const body = plan.blocks.filter((block) => !block.inert);
  if (body.length === 0 && plan.title === undefined) return no('empty');
  const title = plan.title
    ? normalise(
        plan.title.text,
        [...plan.title.text].map((_, i) => i),
      ).value
    : '';
  return plan.language === 'en' ? englishPlan(plan, title) : chinesePlan(plan, title);
}

const no = (why: string): Recognition => ({ isPlan: false, why });
const yes = (why: string): Recognition => ({ isPlan: true, why });

function declaredIn(plan: Plan): string | undefined {
  const data = plan.frontMatter?.data;
  const keys = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  if (keys.includes('parkplan')) return 'front matter has the key parkplan';
  if (keys.includes('pathways')) return 'front matter has the key pathways';
  // Broken front matter still says what it is about.
  if (plan.frontMatter && data === undefined) {
    const { start, end } = plan.frontMatter.contentRange;
    if (/^parkplan[ \t]*:/m.test(plan.text.slice(start, end))) return 'front matter has the key parkplan';
  }
  return undefined;
}

const GENRE =
  /(?:规划纲要|规划|纲要|方案|计划|计画|意见|措施|举措|政策|行动|蓝图|路线图|(?:工作|发展)要点|(?:重点|主要|工作|建设|目标)任务|(?:任务|政策|措施)清单|(?:政策|措施|意见)[一二三四五六七八九十\d]{1,3}条)$/;
/** What regulates, reports, explains or files. */
const OTHER_GENRE =
  /(?:条例|办法|规定|细则|规则|规范|规程|标准|指南|须知|章程|制度|纪要|总结|报告|讲话|发言|摘登|解读|问答|新闻|报道|答复|批复|公告|公示|名单|目录|通报|预案|说明|研究|思考|综述|论文|笔记|教程|手册|合同|协议|(?<!任务|政策|措施)清单|汇编|数据集|简报|评估)$/;
/** 招商引资优惠办法: what a place offers to those who come. */
const OFFER = /(?:优惠|扶持|奖励|奖补|鼓励|促进|支持).{0,16}(?:办法|规定)$/;
const OBJECT =
  /园区|产业园|科技园|科学园|科技城|科学城|开发区|高新区|经开区|新区|示范区|自贸|自由贸易(?:试验区|港|区)|创新城|创新港|产业城|保税|合作区|产业|集群|走廊|制造|智造|经济|科创|创新中心|创新策源|创新型|工业|招商|营商|实体|战略性新兴|新兴|服务业|行业|可再生能源|新能源|清洁能源|氢能|储能|光伏|风电|电商|电子商务|低空|装备|器械|新材料|化工|纺织|陶瓷|家具|机器人|芯片|小镇|聚落|引育|引才|人才队伍|人才集聚|农业现代化|项目建设|补链|强链|数字化转型|企业.{0,3}上云|双创|大众创业|中小企业|民营企业|企业发展|(?<=^.{0,6}[市区县省旗州镇园])十[一二三四五六]五(?:规划|发展)|国民经济|冷链|(?<![事就毕作失创])业(?:高质量|健康|创新|持续|绿色|加快)?发展|(?:地区|片区|新城|城市|县|市|省|镇|园).{0,4}(?:新一轮发展|高质量发展|振兴|转型|发展规划|发展战略)/;
/** Plans of a zone that are not about its development. */
const OTHER_TOPIC =
  /[\u4e00-\u9fff]事业(?!单位)|(?:基础|高等|学前|义务)教育|医院|殡葬|气象(?!装备)|博物馆|政务服务|公共服务|青年发展|供水|住房保障|宣传方案|家庭医生|食品安全|妇女(?:儿童)?发展|儿童发展|安全生产|消防|应急|防汛|防火|疫情|公共卫生|保险|党建|党组|廉政|信访|精神文明|教育教学|校园|养老|医保|垃圾|污染防治|环境整治|公寓|停车|征地|拆迁|考核|招聘|选调|采购|值班|培训班/;
const ZONE = /(?:经济技术|经济|高新技术产业|高新技术|工业|产业)(?:开发区|园区|园|示范区)/g;
const STRONG_OBJECT = /产业|集群|招商|制造|经济|工业/;

function chinesePlan(plan: Plan, title: string): Recognition {
  const { name, carried } = nameOf(wholeTitle(plan, title));
  if (isRegulation(plan)) return no('articles of a regulation');
  const offers = OFFER.test(name) && OBJECT.test(name);
  if ((OTHER_GENRE.test(name) && !offers) || (carried === undefined && /通知$/.test(name) && !GENRE.test(name)))
    return no(`the title is that of another kind of text: ${tail(name)}`);
  if (OTHER_TOPIC.test(name) && !STRONG_OBJECT.test(name.replace(ZONE, ''))) return no('the title names another topic');
  if (GENRE.test(name) || offers) {
    if (OBJECT.test(name)) return isNotes(plan) ? no('notes about a plan') : yes(`the title says so: ${tail(name)}`);
    const shape = shapeOf(plan);
    return shape.industry >= 3 && shape.industry + shape.firms >= 7 && shape.measures >= 3 && !isNotes(plan)
      ? yes('a plan by its title, about an industry by its words')
      : no('the title names no park, region or industry');
  }
  // No title that tells.
  const shape = shapeOf(plan);
  if (
    shape.measures >= 5 &&
    shape.measures * 5 >= shape.headings &&
    shape.industry >= 4.5 &&
    shape.industry + shape.firms >= 12
  )
    return yes('headings and words of a plan');
  if (shape.kinds >= 3 && shape.industry >= 8) return yes('sections of a plan');
  return no('neither title nor structure of a plan');
}

/** 三年行动方案 under a line 槐津高新区显示玻璃产业: a title that was broken in two. */
function wholeTitle(plan: Plan, title: string): string {
  if (title.length > 10 || !GENRE.test(title)) return title;
  const at = plan.blocks.findIndex(({ range }) => range.end > (plan.title?.range.start ?? 0));
  const before = plan.blocks[at - 1]?.normal.value ?? '';
  return before.length <= 60 && !/[。:;]/.test(before) ? before + title : title;
}

/** The document's own name: of 关于印发《…》的通知 what it carries. Without brackets and versions behind it. */
function nameOf(title: string): { name: string; carried: string | undefined } {
  const open = title.indexOf('《');
  const close = title.lastIndexOf('》');
  const behind = title.slice(close + 1);
  const isCarrier =
    open >= 0 &&
    close > open &&
    (/印发|发布|公布|实施|下达/.test(title.slice(0, open)) || open === 0) &&
    /^(?:的?通知)?(?:\(.{0,24}\))?$/.test(behind);
  const unquoted =
    /(?:关于)?(?:印发|发布)(.{6,80}?)的通知$/.exec(title) ?? /关于(.{6,80}?(?:措施|意见|方案))的通知$/.exec(title);
  const carried = isCarrier ? title.slice(open + 1, close) : unquoted?.[1];
  let name = (carried ?? title).replace(/[《》〈〉]/g, '');
  for (let i = 0; i < 3; i++)
    name = name
      .replace(
        /\([^()]{0,40}\)$|[-—–:·]?\d{4}(?:[-—–~至]\d{4})?年?$|(?:送审稿|征求意见稿|草案|初稿|讨论稿|试行|修订版?|印发稿)$/,
        '',
      )
      .trim();
  return { name, carried };
}

function tail(name: string): string {
  return name.slice(-12);
}

interface Shape {
  readonly headings: number;
  /** Headings that start with what somebody is to do. */
  readonly measures: number;
  /** Different kinds of section, tasks not counted. */
  readonly kinds: number;
  /** Words per thousand characters. */
  readonly industry: number;
  readonly firms: number;
}

const MEASURE =
  /^(?:进一步|着力|大力|积极|加快|全面|持续|深入|扎实|适度超前|前瞻|梯次|梯度|充分)?(?:加强|加快|加速|推动|推进|支持|培育|培养|建设|打造|引进|引育|招引|鼓励|设立|完善|提升|优化|促进|壮大|发展|构建|强化|拓展|扩大|健全|深化|创新|做优|做强|做大|突破|布局|搭建|营造|实施|集聚|汇聚|加大|建立|开展|争取|发挥|统筹|整合|保障|夯实|改革)/;
const PLAN_KINDS: readonly SectionKind[] = ['principles', 'baseline', 'targets', 'layout', 'safeguards'];

function shapeOf(plan: Plan): Shape {
  const kinds = new Set<SectionKind>();
  let headings = 0;
  let measures = 0;
  for (const { heading, kind } of plan.sections) {
    if (!heading) continue;
    headings++;
    if (MEASURE.test(heading.text)) measures++;
    if (PLAN_KINDS.includes(kind)) kinds.add(kind);
  }
  let length = 0;
  let industry = 0;
  let firms = 0;
  for (const { inert, normal } of plan.blocks) {
    if (inert) continue;
    length += normal.value.length;
    industry += count(normal.value, /产业|园区|招商|集聚|集群|龙头|高新|开发区|经济/g);
    firms += count(normal.value, /企业|项目|投资|创新/g);
  }
  const thousands = Math.max(length, 300) / 1000;
  return { headings, measures, kinds: kinds.size, industry: industry / thousands, firms: firms / thousands };
}

/** 第一条 … 第二条 … with words of duty and punishment. Articles alone are none: local policies use them. */
function isRegulation(plan: Plan): boolean {
  let length = 0;
  let articles = 0;
  let duties = 0;
  for (const { inert, normal } of plan.blocks) {
    if (inert) continue;
    length += normal.value.length;
    if (/^第[一二三四五六七八九十百\d]{1,5}条/.test(normal.value)) articles++;
    duties += count(normal.value, /应当|不得|处罚|罚款|违反|申请人|本条例|本办法|本规定/g);
  }
  return articles >= 5 && duties / Math.max(0.3, length / 1000) >= 3;
}

const NOTE_HEADING =
  /摘要|精读|解读|笔记|读后|延伸阅读|相关链接|关联文件|知识点|思维导图|全文结构|结构特征|可复用|关键词|术语对照|快速开始|安装/;

/** Notes about a plan bear its title. */
function isNotes(plan: Plan): boolean {
  return (
    plan.sections.filter(({ heading }) => heading?.form === 'markdown' && NOTE_HEADING.test(heading.text)).length >= 2
  );
}

const ENGLISH_GENRE =
  /\b(?:strategy|plan|master ?plan|roadmap|programme|program|prospectus|framework|blueprint|vision|measures|proposals?|polic(?:y|ies)|deal)\b/;
const ENGLISH_OBJECT =
  /\b(?:economic|economy|industr(?:y|ial|ies)|business park|science park|technology park|innovation (?:park|district|zone|cent(?:re|er)|campus)|enterprise zone|(?:free|special|freeport) ?(?:trade|economic)? zone|freeport|clusters?|corridor|manufacturing|growth|inward investment|regeneration|regional|supply chain|sectors?|innovation|re-?birth|comprehensive plan|district plan|(?:innovation|business|science|technology|manufacturing|industrial) (?:district|hub)|electric vehicles?|electric mobility|hydrogen|msmes?|startups?|start-ups?|digital decade|digitali[sz]ation of (?:business|firms)|electronics|semiconductors?|biotech(?:nology)?|aerospace|automotive|textiles?|toys?|pharmaceuticals?|tourism|food processing|agribusiness|logistics|shipbuilding|leather|life sciences?|sez|special economic zones?|digital district|metropolis|smart speciali[sz]ation|artificial intelligence strategy|national (?:strategy for artificial intelligence|artificial intelligence|ai)|ai strategy|(?:state|regional|county|city|district|national|strategic) development|vision 20\d\d|minerals|quantum|hydrogen|batter(?:y|ies)|competitive economy)\b/;
/** … Development Plan 2023–2028, and not what a school or somebody's career does in years. */
const ENGLISH_DEVELOPMENT =
  /(?<!\b(?:app|career|college|curriculum|employee|faculty|game|individual|leadership|people|personal|product|professional|school|skills|software|staff|student|team|training|web|website) )\bdevelopment plan,? ?\(?20\d\d ?(?:to|-|–|—)/;
/** What a plan is for, but an article, a tool or a form may be about as well: told by the genre beside it alone. */
const ENGLISH_TRADE =
  /\b(?:export (?:promotion|development|growth|hubs?)|(?:renewable|clean|green|solar|wind) energy|offshore wind|energy (?:hubs?|transition|transformation)|data cent(?:re|er)s? policy|handlooms?|fisheries|maritime|steel policy|workforce development|(?:board|authority|corporation|ministry|department|agency)(?: [-–—:])? strategic plan,? \(?20\d\d ?(?:to|-|–|—)|(?:national|regional|state|government) digital transformation)\b/;
const ENGLISH_OTHER =
  /\b(?:readme|minutes|test plan|project plan|privacy|regulations?|act \d{4}|changelog|tutorial|guide|review of|notes on|lesson plan|migration plan|fact sheet|announces)\b/;

/** East Harbour Master Plan, Black Country Core Strategy: of a town where it speaks of land and streets, of a campus or a project where it does not say so. */
const TOWN_PLAN =
  /(?<!\b(?:campus|test|migration|data|project|security|school|university|hospital|library|it) )\b(?:master ?plan|core strategy|local plan|area action plan|structure plan|spatial (?:strategy|plan)|(?:comprehensive|general) plan)\b/;
const TOWN =
  /\b(?:land[- ]uses?|employment (?:land|areas?|sites?)|regeneration|floor ?space|zoning|waterfront|neighbou?rhoods?|redevelopment|urban|housing|commercial|streets?|transit|infrastructure|economic)\b/g;

/** … Industrial Park, 2026 to 2031: who names years ahead plans them, who reports names them too. */
const FOR_YEARS = /\b(20\d\d) ?(?:to|-|–|—) ?20\d\d\b/;
const ENGLISH_REPORT = /\b(?:reports?|accounts|statistics|evaluation|bulletin|survey|archive|history)\b/;

function englishPlan(plan: Plan, title: string): Recognition {
  const { kinds, headings } = shapeOf(plan);
  if (ENGLISH_OTHER.test(title)) return no('the title is that of another kind of text');
  const isForYears = FOR_YEARS.test(title) && !ENGLISH_REPORT.test(title);
  if ((ENGLISH_GENRE.test(title) || isForYears) && ENGLISH_OBJECT.test(title)) return yes('the title says so');
  if (ENGLISH_GENRE.test(title) && (ENGLISH_TRADE.test(title) || ENGLISH_DEVELOPMENT.test(title)))
    return yes('the title says so');
  let length = 0;
  let words = 0;
  let wills = 0;
  let town = 0;
  for (const { inert, normal } of plan.blocks) {
    if (inert) continue;
    length += normal.value.length;
    town += count(normal.value, TOWN);
    wills += count(normal.value, /\b(?:will|shall)\b/g);
    words += count(
      normal.value,
      /\b(?:business(?:es)?|firms?|compan(?:y|ies)|invest(?:ment|ors?)|industr(?:y|ies|ial)|clusters?|park|zone|suppliers?|talent|jobs|skills|growth|universit(?:y|ies)|innovation)\b/g,
    );
  }
  const density = words / Math.max(0.3, length / 1000);
  if (TOWN_PLAN.test(title) && headings >= 3 && town / Math.max(0.3, length / 1000) >= 3)
    return yes('a plan of a town by its title and its words');
  if (kinds >= 3 && density >= 4) return yes('sections of a plan');
  if (ENGLISH_GENRE.test(title) && headings >= 3 && density >= 5)
    return yes('a plan by its title, about firms by its words');
  if (ENGLISH_OBJECT.test(title) && kinds >= 2 && density >= 3)
    return yes('a park or an industry by its title, sections of a plan');
  // Who says what will be done, chapter by chapter, plans.
  if (headings >= 4 && density >= (ENGLISH_OBJECT.test(title) ? 3 : 6) && wills / Math.max(0.3, length / 1000) >= 1)
    return yes('words of a plan');
  return no('neither title nor structure of a plan');
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
