// The extension in a real VS Code: activation, and from opening a plan to its findings. Usage: npm run bench:editor
import { buildExtension, planFolder } from '../../test/vscode-host/build.ts';
import { runSuite } from '../../test/vscode-host/run-suite.ts';

const RUNS = 3;

const built = await buildExtension('measure.ts');
try {
  for (const where of ['node', 'worker'] as const)
    for (let i = 0; i < RUNS; i++) {
      const plans = planFolder();
      const { extension, tests } = built;
      const { log } = await runSuite({ extension, tests: tests[where], folder: plans.folder, in: where });
      plans.remove();
      const told = log.flatMap((line) => /measured: (.*)/.exec(line)?.[1] ?? []);
      console.log(`${where} extension host, run ${i + 1}: ${told.join('; ')}`);
    }
} finally {
  built.remove();
}
