// Only a thread can be given a limit of memory. A process that starts threads and checks texts itself keeps its heap small by this.
import { setFlagsFromString } from 'node:v8';
import { collector } from './collector.ts';

/** UTF-16 units of text that are checked before what they left behind is collected. */
const EVERY = 120_000;

/** A run over less text, in UTF-16 units, ends before its heap grows; with V8's flags as they are its compiled code can be kept (compiled-code.ts). */
const LITTLE = 20_000;

let checked = 0;
let collected = 0;
let collect: ReturnType<typeof collector> | undefined;
/** What was made of the last text that the process has checked itself. */
const last: { made?: object | undefined } = {};

/** Told of every text that the process is about to check itself, with its length: collects what those before it left behind, which V8 by itself lets lie until hundreds of megabytes wait. */
export function keepSmall(length: number): void {
  // At once: V8 doubles the room for what lives shortly with every text, from 2 to 32 MB, and with more of it is no faster here.
  if (checked <= LITTLE && checked + length > LITTLE) setFlagsFromString('--semi-space-growth-factor=1');
  checked += length;
  if (checked - collected >= EVERY) {
    collected = checked;
    collect ??= collector();
    collect();
  }
  last.made = undefined;
}

/** Longer texts take more room than the code is worth that their shapes keep. */
const LONGEST_KEPT = 100_000;

/**
 * Told of all that was made of a text, with its length; holds it until the next text. V8 throws compiled code away with the last object of a shape that it was compiled for:
 * collected between two texts with nothing left of either, a fifth of the time went into compiling it again.
 */
export function keepShapes(made: object, length: number): void {
  if (checked > 0 && length <= LONGEST_KEPT) last.made = made;
}
