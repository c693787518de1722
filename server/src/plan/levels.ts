import type { HeadingGuess } from './headings.ts';
import { ITEM_STYLES, type NumberingStyle } from './numbering.ts';

/** How Chinese documents usually nest; English ones likewise. */
const USUAL: Readonly<Record<NumberingStyle, number>> = {
  part: 1,
  chapter: 2,
  section: 3,
  han: 4,
  'han-paren': 5,
  roman: 5.5,
  article: 5.7,
  arabic: 6,
  letter: 6.5,
  'arabic-paren': 7,
  circled: 8,
  decimal: 6,
};

/** A heading that is still open while the next ones are placed. */
interface Open {
  /** Numbering style, Markdown depth, or form: what it nests by. */
  readonly key: string;
  readonly index: number;
  readonly level: number;
  readonly depth: number | undefined;
  readonly value: number | undefined;
  /** 1, 4 and 3 of 1.4.3. */
  readonly path: readonly number[] | undefined;
  /** An item of a Markdown list: it ends where a heading outside the list comes. */
  readonly item: boolean;
}

export interface Place {
  /** 1 = highest. */
  readonly level: number;
  /** Index of the heading around it; -1 for none. */
  readonly parent: number;
}

/**
 * Where each heading stands, in the order in which the document nests its numbering styles; Markdown depth places those without a number.
 * `base` is the level above the first heading: 1 under a title that is a Markdown heading, else 0.
 * `annexes` are headings that close everything and hold what follows: numbering starts again inside.
 */
export function placesOf(headings: readonly HeadingGuess[], base: number, annexes: ReadonlySet<number>): Place[] {
  const order = nestingOrder(headings);
  const stack: Open[] = [];
  return headings.map((heading, index) => {
    const { depth } = heading;
    const key = annexes.has(index) ? 'annex' : keyOf(heading);
    const sibling =
      key === 'annex'
        ? cutTo(stack, annexAround(stack, depth) + 1)
        : heading.numbering || key === 'box'
          ? popForNumber(stack, heading, key, order)
          : depth !== undefined
            ? popForDepth(stack, depth)
            : popForPlain(stack, key);
    const above = stack[stack.length - 1];
    const outer = above?.level ?? base;
    const level = sibling?.key === key ? sibling.level : depth !== undefined && depth > outer ? depth : outer + 1;
    const { value, path, inMarker: item = false } = heading.numbering ?? {};
    stack.push({ key, index, level, depth, value, path, item });
    return { level, parent: above?.index ?? -1 };
  });
}

/** Pops until the heading stands inside the top; the last one popped is its elder sibling, if it has its key. */
function popForNumber(stack: Open[], heading: HeadingGuess, key: string, order: readonly string[]): Open | undefined {
  let popped: Open | undefined;
  const isElder = (open: Open) => open.item && open.key === key;
  for (let top = stack[stack.length - 1]; top && top.key !== 'annex'; top = stack[stack.length - 1]) {
    // A list stands inside the Markdown heading above it, whatever that one's number.
    if (heading.numbering?.inMarker && top.depth !== undefined && (top.key === key || !stack.some(isElder))) break;
    if (!endsPlain(top, heading, key, stack) && isInside(top, heading, key, order, stack, popped)) break;
    popped = stack.pop();
  }
  return popped;
}

/** ### 1.4 ends a list below ### 1.3, whatever numbers that has, and what is only bold there. */
function endsPlain({ item, depth }: Open, heading: HeadingGuess, key: string, stack: readonly Open[]): boolean {
  if (heading.depth === undefined || depth !== undefined) return false;
  return stack.some((open) =>
    item ? open.depth! >= heading.depth! : open.depth === heading.depth && open.key === key,
  );
}

function isInside(
  top: Open,
  heading: HeadingGuess,
  key: string,
  order: readonly string[],
  stack: readonly Open[],
  popped: Open | undefined,
): boolean {
  const { depth, numbering } = heading;
  // **3. Investor** below ## 1. Partners or ### 7.1 Partners counts something else, unless it goes on with what is open.
  const precedes = (open: Open) =>
    open.key === key && (open.depth === undefined || open.value! + 1 === numbering!.value);
  const isOwnRow = () => (isItemStyle(key) && !stack.some(precedes)) || countsElsewhere(numbering?.path, stack);
  if (depth === undefined && top.depth !== undefined && isOwnRow()) return true;
  // Markdown's own depth says more than a style of numbers: ### i. below ## 4., wherever roman numbers stand elsewhere.
  if (depth !== undefined && top.depth !== undefined && top.depth !== depth && top.key !== key)
    return top.depth < depth;
  if (order.includes(top.key))
    return key === 'box' ? usual(top.key) < USUAL['han-paren'] : order.indexOf(top.key) < order.indexOf(key);
  if (top.key.startsWith('#')) return depth === undefined || top.depth! < depth;
  if (top.key === 'run-in' || key === 'box' || usual(key) < USUAL.han) return false;
  // In a box, or under a bold line, numbers start again; going on with the count outside ends it.
  if (numbering?.value === 1 || popped?.key === key) return true;
  // **Funds** over **7. Investor**: the count goes on from one bold line to the next.
  return (
    depth === undefined && top.key === 'bold' && !stack.some((open) => open.depth === undefined && open.key === key)
  );
}

/** 2.2.1 Launch the alliance, below ### 1.4.3 Pillar 2: no number that is open is around it or beside it. */
function countsElsewhere(path: readonly number[] | undefined, stack: readonly Open[]): boolean {
  if (!path) return false;
  const numbered = stack.filter((open) => open.path !== undefined);
  return (
    numbered.length > 0 &&
    !numbered.some((open) => open.path!.slice(0, path.length - 1).every((value, i) => value === path[i]))
  );
}

function isItemStyle(key: string): boolean {
  return (ITEM_STYLES as readonly string[]).includes(key);
}

/** ### Appendix A stands in ## Appendices. -1 for none. */
function annexAround(stack: readonly Open[], depth: number | undefined): number {
  return stack.findLastIndex((open) => open.key === 'annex' && depth !== undefined && open.depth! < depth);
}

function popForDepth(stack: Open[], depth: number): Open | undefined {
  let popped: Open | undefined;
  for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
    if (
      top.depth !== undefined ? top.depth < depth : top.level < depth && (top.key === 'annex' || top.key !== 'run-in')
    )
      break;
    popped = stack.pop();
  }
  return popped;
}

/** A plain or bold heading, or an unnumbered run-in, is a sibling of the open one of its kind, else inside whatever is open. */
function popForPlain(stack: Open[], key: string): Open | undefined {
  const like = stack.findLastIndex((open) => open.key === key);
  if (like >= 0) return cutTo(stack, like);
  while (stack[stack.length - 1]?.item || stack[stack.length - 1]?.key === 'run-in') stack.pop();
  // 主要任务 as a line of its own is a chapter or stands in one.
  return key === 'paragraph' ? cutTo(stack, 1) : undefined;
}

function cutTo(stack: Open[], length: number): Open | undefined {
  return stack.length > length ? stack.splice(length)[0] : undefined;
}

function keyOf({ numbering, form, depth, box }: HeadingGuess): string {
  if (box) return 'box';
  if (numbering?.style === 'decimal') return `decimal${numbering.path!.length}`;
  if (numbering) return numbering.style;
  return depth !== undefined ? `#${depth}` : form;
}

function usual(key: string): number {
  if (key.startsWith('decimal')) return USUAL.decimal + Number(key.slice(7)) / 10;
  return key === 'box' ? 4.5 : (USUAL[key as NumberingStyle] ?? 9);
}

/** Numbering styles from the outermost to the innermost. */
function nestingOrder(headings: readonly HeadingGuess[]): string[] {
  const order: string[] = [];
  let open: string | undefined;
  headings.forEach((heading, i) => {
    if (!heading.numbering) return;
    const key = keyOf(heading);
    if (!order.includes(key)) {
      let place = order.findIndex((one) => usual(one) > usual(key));
      if (place < 0) place = order.length;
      // Against the usual order (1. above （一）) only when the open style goes on counting behind this one. Of I., II., III. the first may be no headings,
      // and of the articles of a law those without a title are none.
      const begins = heading.numbering.value === 1 || key === 'roman';
      if (open !== undefined && usual(open) > usual(key) && begins && (open === 'article' || goesOn(headings, i, open)))
        place = order.indexOf(open) + 1;
      order.splice(place, 0, key);
    }
    open = key;
  });
  return order;
}

/** The next heading of style `key` behind `at` carries on the count of the last one before. */
function goesOn(headings: readonly HeadingGuess[], at: number, key: string): boolean {
  let last = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (keyOf(headings[i]!) !== key) continue;
    last = headings[i]!.numbering!.value;
    break;
  }
  for (let i = at + 1; i < headings.length; i++) {
    if (keyOf(headings[i]!) === key) return headings[i]!.numbering!.value === last + 1;
  }
  return false;
}
