import { fromBlocks } from '../plan/from-parts.ts';
import type { Plan } from '../plan/types.ts';

/** Whether a text comes from pages: their numbers stand among its lines. Its headings need not be where an author would have put them. */
export function isConverted(plan: Plan): boolean {
  return pageNumbers(plan).length >= LEAST_PAGES;
}

const pageNumbers = fromBlocks(({ normal }) => PAGE.test(normal.value) || undefined);

const PAGE = /^(?:page )?\d{1,4}$/;
const LEAST_PAGES = 3;
