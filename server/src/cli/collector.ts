import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own collection of garbage, which Node hides unless it is started with a flag. `flavor: 'last-resort'` gives pages back to the system. */
export function collector(): (how?: object) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (how?: object) => void;
}
