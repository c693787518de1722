import type { EvidenceByTopic } from '../evidence/types.ts';
import type { SourceProblem } from '../framework/types.ts';
import type { Section } from '../plan/types.ts';
import type { Finding, Role, Stage } from '../rules/types.ts';
import type { Locale, LocalText } from '../text.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What a report needs of a framework. */
export interface ReportFramework {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly pathways: readonly (ReportTopic & { readonly elements: readonly ReportTopic[] })[];
  readonly essentials: readonly ReportTopic[];
}

export interface ReportTopic {
  readonly id: string;
  readonly title: LocalText;
}

export interface ReportScores {
  readonly breadth: number;
  readonly depth: number;
  readonly consistency: number | undefined;
  /** Id of a pathway. */
  readonly weakest: string | undefined;
}

/** What was found out of one file. */
export interface CheckedFile {
  /** As people named it, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly framework: ReportFramework;
  readonly isPlan: boolean;
  readonly title: string | undefined;
  readonly stage: Stage;
  readonly roles: ReadonlyMap<string, { readonly role: Role }>;
  readonly sections: readonly Section[];
  readonly evidence: EvidenceByTopic;
  readonly scores: ReportScores;
  readonly findings: readonly Finding[];
}

export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

export interface Run {
  readonly version: string;
  readonly locale: Locale;
  /** The framework that holds where a file's configuration names no other. */
  readonly framework: ReportFramework;
  readonly files: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  readonly problems: readonly SourceProblem[];
}
