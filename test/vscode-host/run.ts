import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/** This Node first: what npm compiles has to fit the Node that runs the host, whatever else the machine has. */
export const NODE_FIRST = { ...process.env, PATH: dirname(process.execPath) + delimiter + (process.env['PATH'] ?? '') };

/** Runs a program to its end; rejects with what it printed when it fails. `doing` completes "could not …". */
export function run(doing: string, program: string, args: readonly string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...NODE_FIRST, DEBIAN_FRONTEND: 'noninteractive' } });
    let printed = '';
    child.stdout.on('data', (data) => {
      printed += data;
    });
    child.stderr.on('data', (data) => {
      printed += data;
    });
    const failed = (why: string) =>
      reject(new Error(`Could not ${doing}: ${program} ${args.join(' ')} ${why}\n${printed.slice(-3000)}`));
    child.on('error', (error) => failed(error.message));
    child.on('close', (code) => (code === 0 ? resolve(printed) : failed(`ended with ${code}`)));
  });
}
