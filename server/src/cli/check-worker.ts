import { parentPort } from 'node:worker_threads';
import type { CheckedFile, Encoding } from '../report/types.ts';
import { type CheckSettings, engineFor } from './engine.ts';

/** One text and what it is held against: plain data that travels between threads. */
export interface CheckTask {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly settings: CheckSettings;
  /** As `engineFor` takes them. */
  readonly engine: Parameters<typeof engineFor>;
}

export type CheckAnswer = Omit<CheckedFile, 'text' | 'framework'>;

/** What a thread does: answers each task in its turn. The asker has loaded the same engine before, so that it is known to load. */
export function serveTasks(): void {
  let before = Promise.resolve();
  const answer = async ({ path, text, encoding, settings, engine: wanted }: CheckTask) => {
    const { engine } = await engineFor(...wanted);
    const { text: _, framework: __, ...found } = engine!.check(path, text, encoding, settings);
    parentPort!.postMessage(found);
  };
  parentPort!.on('message', (task: CheckTask) => {
    before = before.then(() => answer(task));
  });
}
