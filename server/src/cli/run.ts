import { threadsStartWith } from './check-pool.ts';
import { runProgram } from './program.ts';

/** The one argument of a thread. In the main thread it is no more than an option that nobody knows. */
const THREAD = '--check-thread';

/** What the whole of the command line's code is asked for by its entry (`main`), which threads are started with too. Resolves to false in a thread, which serves as long as it is asked. */
export async function run(main: URL): Promise<boolean> {
  if (isThread()) {
    (await import('./check-worker.ts')).serveTasks();
    return false;
  }
  threadsStartWith(main, THREAD);
  // A reader such as `head` may close the pipe early; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  process.exitCode = await runProgram(process.argv.slice(2));
  // Nothing is left to wait for but what is being written.
  await Promise.all([written(process.stdout), written(process.stderr)]);
  return true;
}

/** Node's threads are asked only where there may be one: loading them costs a start some milliseconds. */
function isThread(): boolean {
  return process.argv[2] === THREAD && !process.getBuiltinModule('node:worker_threads').isMainThread;
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
