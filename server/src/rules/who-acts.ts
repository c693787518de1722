import { namesSources } from '../plan/column-of.ts';
import type { Block } from '../plan/types.ts';
import type { Text } from '../text.ts';

/** A body that acts, by what its name ends like: 管委会, 应急管理局, 云川建投集团; 布局, 格局 and 委托 are none. */
const BODY =
  '[\\u4e00-\\u9fff]{0,14}?(?:(?<![布格全大结开当])局|管委会|委员会|党工委|发展?改革?委|[信科建工健发]委(?![员托派])|办公室|[\\u4e00-\\u9fff](?:厅|署)|指挥部|专班|领导小组|集团|[\\u4e00-\\u9fff]公司|[省市区县州镇乡]政府|街道(?:办(?:事处)?)?|协会|商会|监管所|派出所|消防站|支队|大队)';
/** What the body does; behind 的 or 和 it is only named, and 集团化 is no body. */
const ACTS = '(?![的和与及等、是之内化制间里中外或]|引导|门户|采购|补贴|专项)[\\u4e00-\\u9fff\\d]{2}';
/** What a clause begins with that does something to the body, and does not say that the body acts. */
const DONE_TO =
  /^(?:进一步|着力|大力|积极|加快|全面|持续|深入|严格|认真|及时|充分|主动|确保|保证|加强|加快|加速|推动|推进|支持|培育|建设|打造|引进|招引|鼓励|引导|设立|成立|组建|完善|提升|优化|促进|发展|强化|拓展|扩大|健全|深化|建立|开展|争取|发挥|统筹|整合|配合|对接|协调|联合|依托|执行|落实|遵守|根据|按|参照|邀请|吸引|帮助|协助|服务|[对向与和为在从以使让给被经报把将])/;
const SUBJECT = new RegExp(`^(?:其中|同时|并|此外|具体|每年|定期)?${BODY}${ACTS}`);
/** 由应急管理局落实; 落实单位为应急管理局. */
const BY = new RegExp(`由${BODY}${ACTS}|(?:单位|部门|主体|机构|责任人)[为是]${BODY}`);
const ONE_BODY = new RegExp(`^${BODY}(?:等)?$`);
/** 落实：应急管理局. */
const LABEL = /(?:^|[。;,(])[\u4e00-\u9fff]{2,8}:([^。;:()]{3,60})/g;

/** What an English body's name ends like, with a capital: a service or a team is one only by its name. */
const ORGAN =
  '(?:Council|Authority|Board|Agency|Department|Bureau|Committee|Office|Company|Partnership|Corporation|Commission|Ministry|Association|Directorate|Secretariat|Administration|Service|Team|Taskforce|Brigade|Police|Trust|Group|Operator|Director|Manager|Officer|Ltd|Inc|plc)';
const NAME = `(?:[A-Z][A-Za-z’'-]{1,30} (?:(?:of|and|for|the|&) ){0,2}){1,6}?${ORGAN}(?: (?:of|for) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})?`;
const ONE_NAME = new RegExp(`^(?:[Tt]he )?${NAME}$`);
/** The Fire Service will inspect every unit. */
const WILL = new RegExp(
  `\\b${NAME} (?:will|shall|must|is to) (?:(?:also|then|jointly) )?(?!(?:be|become|grow|benefit)\\b)[a-z]{3,}`,
);
/** The Government of Wexland aims to promote …, the Department of Trade seeks to … */
const GOVERNMENT =
  /\b(?:Government|Administration|Ministry|Department|Directorate|Municipality|City|County) of (?:the )?[A-Z][A-Za-z’'-]{1,30}(?: (?:(?:of|and|for|the|&) ){0,2}[A-Z][A-Za-z’'-]{1,30}){0,5} (?:(?:also )?(?:aims|seeks|intends|plans|proposes|undertakes|commits) to |(?:will|shall|must) (?:(?:also|then|jointly) )?(?!(?:be|have|see|become|grow|benefit)\b))[a-z]{3,}/;
/** Delivery body: Linford Development Corporation. */
const LABELLED = new RegExp(
  `(?:^|[.;] |\\n)[*_ -]{0,4}[A-Z][a-z]+(?: [a-z]+){0,2}[*_]{0,2}:[*_]{0,2} (?:[Tt]he )?${NAME}[*_]{0,2}(?=[.;,\\n]|$)`,
);
/** The fire service is responsible; this is the responsibility of the fire service. */
const RESPONSIBLE =
  /\b(?:is|are|be|remains?) (?:jointly |ultimately |directly |also )?responsible(?: for (?!(?:about |some |over |nearly )?\d)|[.;,]|$)|\b(?:the|sole|joint) responsibility of\b|\bresponsibility (?:lies|rests|sits) with\b/;

/**
 * Whether a block plainly says who acts, in whatever words: 管委会每年安排检查, 由应急管理局落实, a cell that is nothing but a body's name.
 * Wider than `findUnits`, whose mentions are evidence: for those who would tell that nobody is named.
 */
export function saysWhoActs(block: Block, text: Text): boolean {
  if (block.kind === 'heading') return false;
  const { value } = block.normal;
  const source = text.slice(block.range.start, block.range.end);
  return namesBodyAlone(block) || areBodies(source) || inChinese(value) || inEnglish(value, source);
}

/** A row with a cell that names bodies and nothing else; where figures come from nobody acts. */
export function namesBodyAlone({ cells = [], header }: Block): boolean {
  return cells.some(({ text }, i) => {
    const head = header?.[i];
    return text !== (head?.text ?? '') && !namesSources(head) && areBodies(text);
  });
}

function inChinese(value: string): boolean {
  if (BY.test(value)) return true;
  for (const [, names] of value.matchAll(LABEL)) if (areBodies(names!)) return true;
  return value.split(/[,。;:()]/).some((clause) => SUBJECT.test(clause) && !DONE_TO.test(clause));
}

function inEnglish(value: string, source: string): boolean {
  if (!/[a-z]{3}/.test(value)) return false;
  return [WILL, GOVERNMENT, LABELLED].some((way) => way.test(source)) || RESPONSIBLE.test(value);
}

function areBodies(list: string): boolean {
  return list
    .replace(/[。.]\s*$/, '')
    .split(/[、,，;；/]/)
    .every((name) => ONE_BODY.test(name.replaceAll(/\s/g, '')) || ONE_NAME.test(name.trim()));
}
