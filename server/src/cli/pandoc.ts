import { spawn } from 'node:child_process';
import { bothWords } from '../words/catalogue.ts';
import { UsageError } from './context.ts';
import { codeOf } from './host.ts';

/** The first that has `--citeproc`. */
const OLDEST = [2, 11] as const;

/** Runs an installed pandoc with a text on its standard input. Rejects in words when it is missing, too old or fails; gives its warnings. */
export async function runPandoc(args: readonly string[], input: string, folder: string): Promise<string> {
  const { out } = await run(['--version'], '', folder);
  const [major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(out)?.slice(1).map(Number) ?? [];
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new UsageError(bothWords('pandocOld', `${major}.${minor}`, OLDEST.join('.')));
  const { code, err } = await run(args, input, folder);
  if (code !== 0) throw new UsageError(bothWords('pandocFailed', err.trim() === '' ? `exit code ${code}` : err.trim()));
  return err.trim();
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input: string, folder: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('pandoc', args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part;
    });
    child.on('error', (error) =>
      reject(codeOf(error) === 'ENOENT' ? new UsageError(bothWords('pandocMissing')) : error),
    );
    child.on('close', (code) => resolve({ code, out, err }));
    // A pandoc that stops early closes its end; why it did is told by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
