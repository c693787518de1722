import type { Plan } from '../plan/types.ts';

/** Whether a text comes from pages: their numbers stand among its lines. Its headings need not be where an author would have put them. */
export function isConverted({ blocks }: Plan): boolean {
  let pages = 0;
  for (const { normal } of blocks) if (PAGE.test(normal.value) && ++pages >= LEAST_PAGES) return true;
  return false;
}

const PAGE = /^(?:page )?\d{1,4}$/;
const LEAST_PAGES = 3;
