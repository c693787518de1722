// Only a thread can be given a limit of memory. A process that starts threads and checks texts itself keeps its heap small by this.
import { setFlagsFromString } from 'node:v8';
import { collector } from './collector.ts';

/** UTF-16 units of text that are checked before what they left behind is collected. */
const EVERY = 150_000;
/** Units behind which the room for what lives shortly is large enough: from the start on it would cost a tenth of the time, never it would cost 80 MB. */
const ENOUGH = 30_000;

let checked = 0;
let collected = 0;
let collect: ReturnType<typeof collector> | undefined;

/** Told of every text that the process has checked itself, with its length. V8 by itself lets what is left of texts lie until hundreds of megabytes wait. */
export function keepSmall(length: number): void {
  if (checked <= ENOUGH && checked + length > ENOUGH) setFlagsFromString('--semi-space-growth-factor=1');
  checked += length;
  if (checked - collected < EVERY) return;
  collected = checked;
  collect ??= collector();
  collect();
}
