import type { RuleSetting } from '../config/types.ts';
import type { CheckedFile } from '../report/types.ts';
import { fileEncoding } from '../rules/file-encoding.ts';
import type { Finding, Severity } from '../rules/types.ts';
import { bothWords, words } from '../words/catalogue.ts';

/** The one finding about a file and not about its text: the engine sees decoded text only, so the command line reports it. */

export function withEncodingFinding(file: CheckedFile, severities: Readonly<Record<string, RuleSetting>>): CheckedFile {
  const severity = severities[fileEncoding.id] ?? (fileEncoding.severity as Severity);
  if (!file.isPlan || severity === 'off' || file.encoding === 'utf-8' || file.encoding === 'utf-8-bom') return file;
  const finding: Finding = {
    rule: fileEncoding.id,
    severity,
    range: { start: 0, end: 0 },
    message: bothWords('encodingMessage', file.encoding.toUpperCase()),
    why: words.encodingWhy,
    advice: words.encodingAdvice,
    related: [],
    fixes: [],
  };
  return { ...file, findings: [finding, ...file.findings] };
}
