import type { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../report/types.ts';
import type { CheckAnswer, CheckTask } from './check-worker.ts';

/** Checks texts on threads beside the asker's own. */
export interface CheckPool {
  /** Resolves to what the engine finds, but for the text and the framework's view, which the asker has. Undefined while all threads have enough to do. */
  check(task: CheckTask): Promise<Omit<CheckedFile, 'text' | 'framework'>> | undefined;
  close(): Promise<void>;
}

/** A thread has to load the engine first: fewer files are sooner checked than shared out. */
const FILES_PER_THREAD = 10;

/** What a thread has before it while the asker checks a text itself and hears nothing. */
const TASKS_PER_THREAD = 3;

/** A thread makes much that lives shortly, and without a limit lets it lie: with these the memory of all stays far smaller, at no cost in time that could be measured. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

/** Longer texts, in UTF-16 units, might need more room than a thread has: the asker checks them. */
export const LONGEST_IN_THREAD = 200_000;

/** The module that a thread is started with, and its argument. */
interface Entry {
  readonly url: URL;
  readonly argument: string;
}

let entry: Entry | undefined;

/** The command line's own entry, which knows by the argument that it is a thread's. */
export function threadsStartWith(url: URL, argument: string): void {
  entry = { url, argument };
}

/** Undefined where threads would not help. The asker is one of those that check, so there is one thread less than cores. */
export function poolFor(files: number): CheckPool | undefined {
  const wanted = Math.floor(files / FILES_PER_THREAD);
  // Asking how many there may be costs milliseconds of a start.
  const threads = wanted > 1 ? Math.min(process.getBuiltinModule('node:os').availableParallelism(), wanted) - 1 : 0;
  return entry && threads > 0 ? openPool(entry, threads) : undefined;
}

interface Waiting {
  resolve(answer: CheckAnswer): void;
  reject(error: unknown): void;
}

interface Thread {
  readonly worker: Worker;
  /** A thread answers its tasks in their order. */
  readonly waiting: Waiting[];
}

function openPool({ url, argument }: Entry, count: number): CheckPool {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  let failure: { readonly error: unknown } | undefined;
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(url, { argv: [argument], resourceLimits: LIMITS });
    const waiting: Waiting[] = [];
    worker.on('message', (answer: CheckAnswer) => waiting.shift()?.resolve(answer));
    worker.on('error', (error) => {
      failure = { error };
      for (const one of waiting.splice(0)) one.reject(error);
    });
    return { worker, waiting };
  });
  return {
    check: (task) => {
      if (failure) return Promise.reject(failure.error);
      const free = threads.reduce((best, one) => (one.waiting.length < best.waiting.length ? one : best));
      if (free.waiting.length >= TASKS_PER_THREAD) return undefined;
      return new Promise((resolve, reject) => {
        free.waiting.push({ resolve, reject });
        free.worker.postMessage(task);
      });
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
