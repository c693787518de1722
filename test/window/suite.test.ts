import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { type Built, buildExtension, planFolder } from '../vscode-host/build.ts';
import { runSuite } from '../vscode-host/run-suite.ts';

describe('the extension in a real VS Code', () => {
  let built: Built;
  const folders: ReturnType<typeof planFolder>[] = [];
  /** The suite changes its folder. */
  const fresh = () => {
    const plans = planFolder();
    folders.push(plans);
    return plans.folder;
  };
  before(async () => {
    built = await buildExtension();
  });
  after(() => {
    built.remove();
    for (const { remove } of folders) remove();
  });

  test('passes its suite in the Node extension host, driven as desktop VS Code is', async () => {
    const code = await runTests({
      vscodeExecutablePath: fileURLToPath(new URL('../vscode-host/as-desktop.ts', import.meta.url)),
      extensionDevelopmentPath: built.extension,
      extensionTestsPath: built.tests.node,
      launchArgs: [fresh()],
    });
    assert.equal(code, 0);
  });

  test('passes it in a folder that nobody trusts', async () => {
    const { extension, tests } = built;
    const folder = fresh();
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    const server = { workspaceTrust: true, settings };
    const { code, log } = await runSuite({ extension, tests: tests.node, folder, in: 'node', server });
    const told = log.join('\n');
    assert.match(told, /workspace trusted: false/);
    assert.equal(code, 0, told);
  });

  test('passes its suite in the web worker extension host', async () => {
    const { extension, tests } = built;
    const { code, log } = await runSuite({ extension, tests: tests.worker, folder: fresh(), in: 'worker' });
    const told = log.join('\n');
    assert.equal(code, 0, told);
    assert.match(told, /\d+ passed, 0 failed/);
  });
});
