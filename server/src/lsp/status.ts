import { SEVERITIES, type Severity } from '../rules/types.ts';
import type { Checked } from './checker.ts';
import type { Status } from './protocol.ts';
import type { Feature } from './server-context.ts';

/** Tells the client of each reading of an open document, for its status item and tree. */
export const status: Feature = {
  capabilities: () => ({}),
  register({ connection, onChecked }) {
    onChecked((checked) => void connection.sendNotification('parkplan/checked', statusOf(checked)));
  },
};

export function statusOf({ document, project, result }: Checked): Status {
  const { settings, engine, problems } = project;
  return {
    uri: document.uri,
    version: document.version,
    isPlan: result !== undefined,
    configuration: settings.path === undefined ? null : project.uriOf(settings.path),
    framework: engine.framework?.id ?? '',
    breadth: result?.scores.breadth ?? 0,
    depth: result?.scores.depth ?? 0,
    findings: counted((result?.findings ?? []).map(({ severity }) => severity)),
    problems: problems.length,
  };
}

export function counted(severities: readonly Severity[]): Record<Severity, number> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const severity of severities) counts[severity]++;
  return counts;
}
