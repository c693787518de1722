import type { Range } from '../text.ts';
import type { Leaf } from './leaves.ts';

/** How words stand. */
export interface Style {
  readonly isBold: boolean;
  /** In the words of a link, and whether that leads to a place in this file. */
  readonly link: 'none' | 'away' | 'here';
  /** Ends of lines are kept; else they are spaces. */
  readonly keepsLines: boolean;
}

export type Words = Pick<Leaf, 'text' | 'at' | 'linkedAt' | 'bold' | 'anchors'> & {
  /** Behind the last word. */
  readonly end: number;
};

/** Gathers the words of one block of HTML, as they are seen: no space stands at either end or beside another. */
export class WordBuilder {
  /** Only added to: to look into a text that grows costs as much as it is long. */
  #text = '';
  #at: number[] = [];
  #isBehindBreak = false;
  readonly #linkedAt: number[] = [];
  #bold = 0;
  #boldOpen = true;
  #anchors = true;
  #end = 0;
  /** White space that counts as soon as a word follows. */
  #gap: { readonly character: string; readonly at: number } | undefined;

  add(value: string, { start, end }: Range, isReference: boolean, { isBold, link, keepsLines }: Style): void {
    for (const { 0: run, index } of value.matchAll(RUNS)) {
      const from = isReference ? start : start + index;
      if (SPACE.test(run)) {
        const character = keepsLines && /[\n\r]/.test(run) ? '\n' : ' ';
        if (this.#gap?.character !== '\n') this.#gap = { character, at: from };
        continue;
      }
      const blank = this.#text === '' ? run.length - run.trimStart().length : 0;
      if (blank === run.length) continue;
      if (run.trim() !== '') {
        if (link !== 'here') this.#anchors = false;
        if (!isBold) this.#boldOpen = false;
      }
      this.#closeGap();
      if (link !== 'none') this.#link(run, blank);
      for (let i = blank; i < run.length; i++) this.#at.push(isReference ? start : from + i);
      this.#text += run.slice(blank);
      if (this.#boldOpen) this.#bold = this.#text.length;
      this.#end = isReference ? end : from + run.length;
      this.#isBehindBreak = false;
    }
  }

  /** A hard line break. */
  break(at: number): void {
    this.#gap = undefined;
    if (this.#text === '') return;
    this.#char('\u2028', at);
    this.#isBehindBreak = true;
  }

  /** What was gathered since it was asked last; undefined for no words. */
  take(): Words | undefined {
    const text = this.#text.trimEnd();
    const words: Words | undefined =
      text === ''
        ? undefined
        : {
            text,
            at: this.#at.slice(0, text.length),
            ...(this.#linkedAt.length > 0 ? { linkedAt: [...this.#linkedAt] } : {}),
            bold: Math.min(this.#bold, text.length),
            anchors: this.#anchors,
            end: this.#end,
          };
    this.#text = '';
    this.#at = [];
    this.#linkedAt.length = 0;
    this.#bold = 0;
    this.#boldOpen = true;
    this.#anchors = true;
    this.#gap = undefined;
    return words;
  }

  #closeGap(): void {
    if (this.#gap && this.#text !== '' && !this.#isBehindBreak) this.#char(this.#gap.character, this.#gap.at);
    this.#gap = undefined;
  }

  /** Places of each @ in the words of a link. */
  #link(run: string, blank: number): void {
    for (let i = run.indexOf('@'); i >= 0; i = run.indexOf('@', i + 1))
      this.#linkedAt.push(this.#text.length + i - blank);
  }

  #char(character: string, at: number): void {
    this.#text += character;
    this.#at.push(at);
  }
}

/** White space of HTML; one that does not break is a character like others but at the ends. */
const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const SPACE = /^[ \t\n\r\f]/;
