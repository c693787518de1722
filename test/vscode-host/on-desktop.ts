// Runs the suite on a desktop VS Code that @vscode/test-electron downloads. Usage: npm run test:desktop [-- VERSION]; needs a network and a display.
// `npm test` runs the same suite without a download.
import { argv, exit } from 'node:process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { buildExtension, planFolder } from './build.ts';

const version = argv[2] ?? 'stable';
const built = await buildExtension();
const plans = planFolder();
let code = 1;
try {
  const executable = await downloadAndUnzipVSCode(version);
  code = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: built.extension,
    extensionTestsPath: built.tests.node,
    launchArgs: [plans.folder, '--disable-extensions'],
  });
} catch (error) {
  console.error(
    `The suite did not pass on desktop VS Code ${version}: ${error instanceof Error ? error.message : error}`,
  );
} finally {
  built.remove();
  plans.remove();
}
exit(code);
