import module from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Keeps compiled code between runs where Node can (22.8 and later): of what is loaded from here on.
module.enableCompileCache?.();

if (isMainThread) await run();
else (await import('./check-worker.ts')).serveTasks();

async function run(): Promise<void> {
  const [{ runProgram }, { threadsStartWith }] = await Promise.all([import('./program.ts'), import('./check-pool.ts')]);
  threadsStartWith(new URL(import.meta.url));
  // A reader such as `head` may close the pipe early; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });

  process.exitCode = await runProgram(process.argv.slice(2));
}
