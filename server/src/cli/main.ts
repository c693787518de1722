import module from 'node:module';

// Keeps compiled code between runs where Node can (22.8 and later): of what is loaded from here on.
module.enableCompileCache?.();
const { runProgram } = await import('./program.ts');

// A reader such as `head` may close the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2));
