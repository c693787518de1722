/** Tells on a terminal how far a run is, once it takes longer than a second. Writes to stderr only, and wipes its line at the end. */
export interface Progress {
  step(done: number, path: string): void;
  end(): void;
}

const WAIT = 1000;
const EVERY = 100;

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export function progressOn(
  stream: ProgressStream,
  say: (done: number, path: string) => string,
  now: () => number = Date.now,
): Progress {
  if (!stream.isTTY) return { step: () => {}, end: () => {} };
  const start = now();
  let last = 0;
  let shown = false;
  return {
    step(done, path) {
      const time = now();
      if (time - start < WAIT || time - last < EVERY) return;
      last = time;
      shown = true;
      stream.write(`\r\u001b[2K${say(done, path)}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
