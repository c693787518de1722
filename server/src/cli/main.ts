import module from 'node:module';

// Keeps compiled code between runs where Node can (22.8 and later): of what is loaded from here on.
module.enableCompileCache?.();

/** The one argument of a thread. In the main thread it is no more than an option that nobody knows. */
const THREAD = '--check-thread';

if (isThread()) (await import('./check-worker.ts')).serveTasks();
else await run();

/** Node's threads are asked only where there may be one: loading them costs a start some milliseconds. */
function isThread(): boolean {
  return process.argv[2] === THREAD && !process.getBuiltinModule('node:worker_threads').isMainThread;
}

async function run(): Promise<void> {
  const [{ runProgram }, { threadsStartWith }] = await Promise.all([import('./program.ts'), import('./check-pool.ts')]);
  threadsStartWith(new URL(import.meta.url), THREAD);
  // A reader such as `head` may close the pipe early; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });

  process.exitCode = await runProgram(process.argv.slice(2));
}
