import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type DocumentUri } from 'vscode-languageserver';
import type { Finding, Severity } from '../rules/types.ts';
import { type Locale, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import type { ClientView } from './client-view.ts';
import type { Positions } from './positions.ts';
import type { Project } from './projects.ts';
import type { ServerContext } from './server-context.ts';
import { type TopicLocations, topicLocations } from './topic-locations.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What takes nothing away when it is deleted. */
const UNNECESSARY: ReadonlySet<string> = new Set(['unused-suppression']);

export const SOURCE = 'parkplan';

/** How findings are shown. */
export interface Showing {
  readonly client: ClientView;
  readonly locale: Locale;
  /** Folder of the rules' pages. */
  readonly docs: DocumentUri | undefined;
  /** Where a project's own framework asks for a topic. */
  readonly topics: TopicLocations;
}

/** How findings of a document are shown, the same wherever they are. */
export async function showingFor(uri: DocumentUri, project: Project, server: ServerContext): Promise<Showing> {
  const { client, docs } = server;
  return { client, docs, locale: await server.localeOf(uri), topics: await topicLocations(project, server) };
}

/** A finding as the protocol has it: what, why and what to do, a line each. */
export function diagnosticOf(
  finding: Finding,
  uri: DocumentUri,
  positions: Positions,
  { client, locale, docs, topics }: Showing,
): Diagnostic {
  const { rule, severity, range, message, why, advice, related, element, pathway } = finding;
  const asked = topics.get(element ?? pathway ?? '');
  const information = [
    ...related.map((one) => ({
      location: { uri, range: positions.rangeOf(one.range) },
      message: say(one.message, locale),
    })),
    ...(asked ? [{ location: asked, message: word(locale, 'askedHere') }] : []),
  ];
  return {
    range: positions.rangeOf(range),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    message: [message, why, advice].map((text) => say(text, locale)).join('\n'),
    ...(client.canDescribeCode && docs !== undefined ? { codeDescription: { href: `${docs}${rule}.md` } } : {}),
    ...(client.canTag && UNNECESSARY.has(rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(client.canRelate && information.length > 0 ? { relatedInformation: information } : {}),
  };
}
