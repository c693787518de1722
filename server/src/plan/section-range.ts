import { type Anchor, type Range, settled } from '../text.ts';

/** Where the sections of a text stand, by their ids. What is put in here moves all ranges that hang on it. */
export interface SectionPlaces {
  /** Each starts where its section does. */
  readonly starts: Range[];
  /** Each ends where its section's body starts. */
  readonly headings: Range[];
  /** The end of the text. */
  readonly end: Anchor;
}

/** From a section's heading to the one that closes it. */
export class SectionRange implements Range {
  readonly places: SectionPlaces;
  readonly id: number;
  /** Id of the section that starts where this one ends; undefined for the end of the text. */
  closedBy: number | undefined;

  constructor(places: SectionPlaces, id: number) {
    this.places = places;
    this.id = id;
  }

  get start(): number {
    return this.places.starts[this.id]!.start;
  }

  get end(): number {
    const { starts, end } = this.places;
    return this.closedBy === undefined ? end.start : starts[this.closedBy]!.start;
  }

  toJSON(): Range {
    return settled(this);
  }
}

/** From behind a section's heading to its first child, or its end. */
export class BodyRange implements Range {
  readonly places: SectionPlaces;
  readonly whole: SectionRange;
  readonly children: readonly number[];

  constructor(places: SectionPlaces, whole: SectionRange, children: readonly number[]) {
    this.places = places;
    this.whole = whole;
    this.children = children;
  }

  get start(): number {
    return Math.min(this.places.headings[this.whole.id]!.end, this.end);
  }

  get end(): number {
    const [first] = this.children;
    return first === undefined ? this.whole.end : this.places.starts[first]!.start;
  }

  toJSON(): Range {
    return settled(this);
  }
}
