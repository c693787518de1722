#!/usr/bin/env node
import { resolve } from 'node:path';
// Takes the arguments of desktop VS Code, so that runTests({ vscodeExecutablePath }) of @vscode/test-electron can drive the host.
// Ends with the code of the suite. Arguments that mean nothing to a server are left aside.
import { argv, cwd, exit } from 'node:process';
import { runSuite } from './run-suite.ts';

const args = argv.slice(2);
const value = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const extension = value('extensionDevelopmentPath');
const tests = value('extensionTestsPath');
if (extension === undefined || tests === undefined) {
  console.error('Give --extensionDevelopmentPath= and --extensionTestsPath=, and a folder to open');
  exit(2);
}
const { code } = await runSuite({
  extension: resolve(extension),
  tests: resolve(tests),
  folder: resolve(args.find((arg) => !arg.startsWith('-')) ?? cwd()),
  in: value('extensionDevelopmentKind') === 'web' ? 'worker' : 'node',
  server: { workspaceTrust: !args.includes('--disable-workspace-trust') },
  hear: (line) => console.log(line),
});
exit(code);
