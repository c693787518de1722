import { collector } from '../cli/collector.ts';

const EVERY_MS = 2000;
/** Processor time within one span that counts as work, in microseconds. */
const WORK_US = 100_000;

/** Gives memory back when the server has worked and rests (a tenth of a second, once): V8 by itself waits for a pressure that an editor's server never feels. */
export function collectAtRest(): void {
  const collect = collector();
  let before = process.cpuUsage();
  let hasWorked = false;
  setInterval(() => {
    const { user } = process.cpuUsage(before);
    if (user > WORK_US) hasWorked = true;
    else if (hasWorked) {
      hasWorked = false;
      // The last resort is what gives pages back to the system.
      collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    }
    before = process.cpuUsage();
  }, EVERY_MS).unref();
}
