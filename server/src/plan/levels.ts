import type { HeadingGuess } from './headings.ts';
import type { NumberingStyle } from './numbering.ts';

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
  decimal: 5.5,
};

/** What a heading nests by: its numbering's style, or its Markdown depth, or being plain. */
interface Open {
  readonly key: string;
  readonly level: number;
  readonly depth: number | undefined;
  readonly runIn: boolean;
}

/**
 * Level of each heading, 1 = highest, in the order in which the document nests its numbering styles.
 * `base` is the level above the first heading: 1 under a title that is a Markdown heading, else 0.
 */
export function levelsOf(headings: readonly HeadingGuess[], base: number): number[] {
  const order = nestingOrder(headings);
  const stack: Open[] = [];
  const rank = (key: string) => order.indexOf(key);
  return headings.map((heading) => {
    const key = keyOf(heading);
    const { depth } = heading;
    if (heading.numbering || key === 'box') {
      while (stack.length > 0) {
        const top = stack[stack.length - 1]!;
        const known = rank(top.key);
        const inside =
          known >= 0 ? known < rank(key) : top.depth !== undefined ? depth === undefined || top.depth < depth : false;
        if (inside && !(depth !== undefined && top.depth !== undefined && top.depth > depth)) break;
        stack.pop();
      }
    } else if (depth !== undefined) {
      while (stack.length > 0) {
        const top = stack[stack.length - 1]!;
        if (top.depth !== undefined ? top.depth < depth : top.level < depth && !top.runIn) break;
        stack.pop();
      }
    } else {
      while (stack.length > 0) {
        const top = stack[stack.length - 1]!;
        // A plain heading or an unnumbered run-in stands inside whatever is open but its like.
        if (top.key !== key && !(top.runIn && !key.startsWith('run-in'))) break;
        stack.pop();
      }
    }
    const above = stack.length > 0 ? stack[stack.length - 1]!.level : base;
    const level = depth !== undefined && depth > above ? depth : above + 1;
    stack.push({ key, level, depth, runIn: heading.form === 'run-in' && !heading.numbering });
    return level;
  });
}

function keyOf({ numbering, form, depth }: HeadingGuess): string {
  if (numbering?.style === 'decimal') return `decimal${numbering.path!.length}`;
  if (numbering) return numbering.style;
  return depth !== undefined ? `#${depth}` : form;
}

function usual(key: string): number {
  if (key.startsWith('decimal')) return USUAL.decimal + Number(key.slice(7)) / 10;
  return USUAL[key as NumberingStyle] ?? 9;
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
      // Against the usual order (1. above （一）) only when the open style goes on counting behind this one.
      if (open !== undefined && usual(open) > usual(key) && heading.numbering.value === 1 && goesOn(headings, i, open))
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
