import type { Level } from '../evidence/types.ts';
import type { SourceProblem } from '../framework/types.ts';
import type { Finding, Role, Stage } from '../rules/types.ts';
import type { Locale, LocalText, Range } from '../text.ts';
import type { Summary } from './summary.ts';

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

/** What a report tells of a topic: plain data that travels between threads and waits in a cache. */
export interface ReportEvidence {
  readonly level: Level;
  readonly evidence: readonly {
    readonly range: Range;
    readonly level: Level;
    /** Words of the heading over it. */
    readonly heading: string | undefined;
  }[];
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
  readonly evidence: ReadonlyMap<string, ReportEvidence>;
  readonly scores: ReportScores;
  readonly findings: readonly Finding[];
}

export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

/** What is told of a run besides its files, which are told one by one. */
export interface Run {
  readonly version: string;
  readonly locale: Locale;
  /** The framework that holds where a file's configuration names no other. */
  readonly framework: ReportFramework;
  readonly unread: readonly UnreadFile[];
  readonly problems: readonly SourceProblem[];
  readonly summary: Summary;
}
