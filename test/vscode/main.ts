import { activationChecks } from './activation.ts';
import { runChecks } from './suite.ts';

/** What VS Code calls, in either extension host. */
export function run(): Promise<void> {
  return runChecks([...activationChecks]);
}
