import { byBlock } from '../plan/by-block.ts';

/** 突破千亿 (and not 一批万亿集群), 九成以上, 百分之八十, 三分之一, 过半, 翻番. */
const SHARES =
  /(?:[十百千一二两三四五六七八九]{1,4}|万)亿(?=元|级|大关|台阶|目标|规模|以上|[,。;]|$)|(?<![第完])[二两三四五六七八九]成(?![立效果功为本员长熟就品分交型])|百分之[零一二两三四五六七八九十百点]|[二三四五六七八九十]分之[一二两三四五六七八九]|过半|减半|一半以上|翻[一两几]?番|成倍增长|倍增(?!计划|行动|工程)/;
/** 建成两个国家级平台, and not 坚持两个维护 or 形成三个方面. */
const COUNTS =
  /(?:建成|建设|建立|新建|打造|培育|引进|引育|招引|形成|新增|创建|创成|争创|获批|集聚|开通|达到|设立|布局|组建)[^,。;、]{0,6}[两二三四五六七八九][个家项座条所支大](?!方面|维护|确立|意识|自信|全面|坚持|毫不|结合|层面|维度|特点|原则|环节|体系|机制)/;

const NUMBER =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|a dozen|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|several) (?:dozen|hundred|thousand|million|billion))';
const SHARES_IN_ENGLISH =
  /\b(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing) (?:of )?(?:the|its|their|our|in|by|from|output|exports|employment|production|sales|turnover|emissions|revenue|capacity|productivity)\b|\b(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?\b(?! (?:quarter|of (?:the )?year|part(?:y|ies)))|\b(?:by|least|than|about|nearly|to) half\b|\bhalf of\b|\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})? ?per ?cent\b/;
/** attract five anchors; and not a plan with three pillars, or two years. */
const COUNTS_IN_ENGLISH = new RegExp(
  String.raw`\b(?:attract|create|build|open|deliver|establish|reach|train|support|launch|win|secure|recruit|host|land|add|set up|complete|construct|bring|house|found|grow to|rise to|employ)(?:s|ed|ing)?(?: (?:at least|some|about|over|more than|up to|another|in|an additional|nearly|around))? ${NUMBER}(?! (?:or more )?(?:[a-z-]+ )?(?:years?|months?|weeks?|days|pillars?|objectives?|goals?|aims?|themes?|priorit[a-z]+|phases?|stages?|areas?|ways?|aspects?|strands?|steps?|dimensions?|components?|principles?|fronts?|levels?|times)\b)`,
);

/** Increase jobs to 500 by 2028, a turnover of 5 million: what is counted stands before its number, or is money without a currency. */
const BARE_NUMBER =
  /(?<!\d )\b(?:to|of|reach(?:es|ing)?|exceed(?:s|ing)?|least|over|than|nearly|about|approximately) (?!(?:19|20)\d\d\b)(?:\d{2,9}|\d{1,3}(?:,\d{3}){1,3}|\d{1,4}(?:\.\d{1,2})? (?:thousand|million|billion|trillion|lakh|crore|mn|bn))(?= (?:by|in|from|per|over|within|and|or|at|until|a year|annually)\b| ?[.,;:)]| ?$)(?! ?[.,]\d)/;

/** 城乡居民收入倍差缩小到1.58左右: a ratio needs no unit. */
const RATIO =
  /(?:[到至为]|达到?|超过|突破)(?!(?:19|20)\d\d(?!\.))\d{1,6}(?:\.\d{1,4})?(?:左右|以上|以下|以内|[,。;]|$)/;

const CHINESE = [SHARES, COUNTS, RATIO];
const ENGLISH = [SHARES_IN_ENGLISH, COUNTS_IN_ENGLISH, BARE_NUMBER];
/** What English cannot do without. */
const WORDS = /[a-z] [a-z\d]|per ?cent/;

/** A quantity that is written in words, or without what it counts behind it: 产业规模突破千亿, 九成以上, five anchors, to double its output, jobs up to 500. */
export const hasFigureInWords = byBlock(
  ({ normal: { value } }): boolean => isIn(CHINESE, value) || (WORDS.test(value) && isIn(ENGLISH, value)),
);

function isIn(patterns: readonly RegExp[], value: string): boolean {
  return patterns.some((pattern) => pattern.test(value));
}
