import type { Case, CaseLibrary } from '../framework/case-types.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Block, Citation, Plan, Sentence } from '../plan/types.ts';
import { caseNames, type NameFound, placesOf } from './case-names.ts';
import { normalOf } from './normal.ts';
import { resolveKey } from './resolve-key.ts';

/** A statement with what it cites: a sentence, or several that are parted by semicolons. */
export interface Passage {
  readonly block: Block;
  /** Indices into `block.normal.value`. */
  readonly from: number;
  readonly to: number;
  readonly sentences: readonly Sentence[];
  readonly cited: readonly Case[];
  readonly citations: readonly Citation[];
  /** Something is cited that is no case: its figures may be from there. */
  readonly citesOthers: boolean;
  /** Names of cases, cited or not. */
  readonly names: readonly NameFound[];
}

/** Whether a block may speak of cases at all. */
export function speaksOfCases({ inert, kind, section }: Block, { sections }: Plan): boolean {
  if (inert !== undefined || kind === 'heading') return false;
  const { kind: around } = sections[section]!;
  return around !== 'contents' && around !== 'references' && around !== 'basis';
}

/**
 * Passages of a block that cite a case or name one. A case cited at the end of a paragraph counts for a sentence of it that names the case.
 * `citations`: those in the block.
 */
export function passagesIn(block: Block, citations: readonly Citation[], library: CaseLibrary): Passage[] {
  const found = caseNames(library).find(block.normal.value);
  if (found.length === 0 && citations.length === 0) return [];
  const groups = groupsOf(block);
  const inBlock = new Set(citations.flatMap(({ key }) => resolveKey(library, key)?.case ?? []));
  return groups.flatMap((sentences, i): Passage[] => {
    const [first] = sentences;
    const last = sentences.at(-1)!;
    const start = i === 0 ? block.range.start : startOf(block, first!);
    const next = groups[i + 1]?.[0];
    const end = next ? startOf(block, next) : block.range.end + 1;
    const own = citations.filter(({ keyRange }) => keyRange.start >= start && keyRange.start < end);
    const here = found.filter(({ from }) => from >= first!.from && from < last.to);
    const cited = new Set(own.flatMap(({ key }) => resolveKey(library, key)?.case ?? []));
    for (const name of here) if (name.isOwn && inBlock.has(name.case)) cited.add(name.case);
    if (cited.size === 0 && !here.some(({ isOwn }) => isOwn)) return [];
    return [
      {
        block,
        from: first!.from,
        to: last.to,
        sentences,
        cited: [...cited],
        citations: own,
        citesOthers: own.some(({ key }) => !resolveKey(library, key)),
        names: here,
      },
    ];
  });
}

function startOf({ normal }: Block, { from }: Sentence): number {
  return rangeIn(normal, from, from).start;
}

/** Sentences, those that end in a semicolon with the next one. */
function groupsOf({ sentences, normal }: Block): Sentence[][] {
  const groups: Sentence[][] = [];
  let open = false;
  for (const sentence of sentences) {
    if (open) groups.at(-1)!.push(sentence);
    else groups.push([sentence]);
    open = normal.value[sentence.to - 1] === ';';
  }
  return groups;
}

/** Whom a place in a passage speaks of: the plan's own park, a case, or somebody else. */
export type Speaker = 'own' | 'other' | readonly Case[];

/** Words by which a plan speaks of itself, and of what is still to come. */
const OWN =
  /我(?:国|省|市|区|县|镇|园|们|校|公司)|本(?:省|市|区|县|镇|园区?|规划|方案|公司)|(?:^|[,;。])(?:全省|全市|全区|全县|全园)|拟|计划(?!经济|单列|”)|力争|争取|预计|规划(?:建设|到|期)|确保|\b(?:our|we|us|will|plans? to|aims? to|targets? of|intends?)\b/g;
/** Words that go back to who was spoken of last. */
const BACK = /该(?:院|园|区|市|镇|县|所|集群|案例|地)|当地|\bthe (?:park|zone|town|institute|cluster|city)\b/g;

/** A case is held up as a model: what follows is what the plan does itself. */
const MODEL =
  /借鉴|参照|学习|参考|对标|仿照|比照|推广|复制|吸收|按照|运用|following|modelled on|in the manner of|drawing on|learning from/g;
const MODEL_ENDS = /经验|做法|模式|办法|机制|思路|路子|理念|样板|[,:;。]|\b(?:example|experience|approach|model)\b/g;
/** A measure without a subject is the plan's own. */
const MEASURE =
  /^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|[一二三四]是)?(?:积极|大力|加快|着力|重点|全面|深入|进一步)?(?:建设|引进|推动|推进|实施|支持|培育|打造|整合|关闭|新建|设立|鼓励|完善|组建|建立|开展|淘汰|招引|引导|集聚|发展|形成|build|recruit|attract|set up|close|support|fund)/;

/**
 * Reads a passage from left to right: a name of a cited case makes what follows the case's, 我区 or 拟 the plan's own, a name of another place somebody else's.
 * Before any of these it is the cited cases'; where none is cited, the first one's that is named.
 */
export function speakerAt(passage: Passage, plan: Plan, library: CaseLibrary): (index: number) => Speaker {
  const { from, to, cited, names, block } = passage;
  const text = block.normal.value.slice(from, to);
  const described = [...new Set(names.flatMap((name) => (name.isOwn ? [name.case] : [])))];
  const marks: { at: number; speaker: Speaker }[] = [];
  const candidates = cited.length > 0 ? cited : described;
  // One name may stand for several cases (柯桥): all that are meant here.
  for (const { from: at } of names) {
    const meant = candidates.filter((one) => names.some((name) => name.from === at && name.case === one));
    const other = names.some((name) => name.from === at && name.isOwn);
    if (meant.length > 0) marks.push({ at: at - from, speaker: meant });
    else if (other && !isPlaceOf(candidates, text, at - from, library)) marks.push({ at: at - from, speaker: 'other' });
  }
  for (const match of text.matchAll(OWN)) marks.push({ at: match.index, speaker: 'own' });
  for (const match of text.matchAll(BACK)) marks.push({ at: match.index, speaker: candidates });
  for (const match of text.matchAll(MODEL)) {
    MODEL_ENDS.lastIndex = match.index + match[0].length;
    const end = MODEL_ENDS.exec(text);
    if (end) marks.push({ at: end.index + 1, speaker: 'own' });
  }
  if (marks.length === 0 && MEASURE.test(text)) marks.push({ at: 0, speaker: 'own' });
  const own = ownPlace(plan);
  if (own !== undefined)
    for (let at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + 1)) marks.push({ at, speaker: 'own' });
  marks.sort((a, b) => a.at - b.at);
  // Without a citation what comes before the first name is of that name: 1984年已有40多家公司在中关村落户.
  const first: Speaker = cited.length > 0 ? cited : (marks[0]?.speaker ?? 'own');
  return (index) => {
    let speaker = first;
    for (const mark of marks) {
      if (mark.at > index - from) break;
      speaker = mark.speaker;
    }
    return speaker;
  };
}

function isPlaceOf(cases: readonly Case[], text: string, at: number, library: CaseLibrary): boolean {
  const { places } = caseNames(library);
  return cases.some((one) =>
    [...placesOf(one), one.region.province?.zh.replace(/省$/, '') ?? ''].some((place) => {
      const normal = normalOf(place);
      return normal !== '' && places.has(normal) && text.startsWith(normal, at);
    }),
  );
}

/** The place that a plan is for, from its title: 云川 of 云川区产业发展规划. */
function ownPlace(plan: Plan): string | undefined {
  const title = plan.title && normalOf(plan.title.text);
  return /^([\u4e00-\u9fff]{2,6}?)(?:省|市|区|县|镇|园区|开发区|高新区|经开区|新区|经济|高新)/.exec(title ?? '')?.[1];
}

/** Whether a plan is for the very place of a case: then its figures are its own and newer ones. */
export function isPlanOf(plan: Plan, found: Case): boolean {
  const title = normalOf(plan.title?.text ?? '');
  return [...placesOf(found), ...found.aliases].some((name) => title.includes(normalOf(name)));
}
