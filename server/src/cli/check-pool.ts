import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../report/types.ts';
import type { CheckAnswer, CheckTask } from './check-worker.ts';

/** Checks texts on several threads. */
export interface CheckPool {
  /** Resolves to what the engine finds, but for the text and the framework's view, which the asker has. */
  check(task: CheckTask): Promise<Omit<CheckedFile, 'text' | 'framework'>>;
  close(): Promise<void>;
}

/** A thread has to load the engine first: fewer files are sooner checked than shared out. */
const FILES_PER_THREAD = 10;

/** A thread makes much that lives shortly, and without a limit lets it lie: with these the memory of all stays far smaller, at no cost in time that could be measured. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

/** Longer texts, in UTF-16 units, might need more room than a thread has: the asker checks them. */
export const LONGEST_IN_THREAD = 200_000;

let entry: URL | undefined;

/** The module that a thread is started with: the command line's own entry. */
export function threadsStartWith(url: URL): void {
  entry = url;
}

/** Undefined where threads would not help. */
export function poolFor(files: number): CheckPool | undefined {
  const wanted = Math.floor(files / FILES_PER_THREAD);
  // Asking how many there may be costs milliseconds of a start.
  const threads = wanted > 1 ? Math.min(availableParallelism(), wanted) : 1;
  return entry && threads > 1 ? openPool(entry, threads) : undefined;
}

interface Waiting {
  readonly task: CheckTask;
  resolve(answer: CheckAnswer): void;
  reject(error: unknown): void;
}

function openPool(url: URL, threads: number): CheckPool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let failure: { readonly error: unknown } | undefined;
  const next = (worker: Worker) => {
    const waiting = queue.shift();
    if (!waiting) {
      idle.push(worker);
      return;
    }
    busy.set(worker, waiting);
    worker.postMessage(waiting.task);
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(url, { resourceLimits: LIMITS });
    worker.on('message', (answer: CheckAnswer) => {
      busy.get(worker)?.resolve(answer);
      busy.delete(worker);
      next(worker);
    });
    worker.on('error', (error) => {
      busy.get(worker)?.reject(error);
      busy.delete(worker);
      failure = { error };
      for (const waiting of queue.splice(0)) waiting.reject(error);
    });
    return worker;
  });
  for (const worker of workers) next(worker);
  return {
    check: (task) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure.error);
          return;
        }
        queue.push({ task, resolve, reject });
        const worker = idle.pop();
        if (worker) next(worker);
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
