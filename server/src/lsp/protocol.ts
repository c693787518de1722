/** Messages between server and client beyond LSP's own: types only, so that a client shares no code with the server. Words in them are in the client's language. */

import type {
  DocumentUri,
  Position,
  Range,
  TextDocumentIdentifier,
  WorkDoneProgressParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { CaseChoice } from '../cases/case-choice.ts';
import type { Level } from '../evidence/types.ts';
import type { Case } from '../framework/case-types.ts';
import type { Reference, ReferenceOptions } from '../references/types.ts';
import type { Role, Severity, Stage } from '../rules/types.ts';
import type { Locale } from '../text.ts';

/** What a client says of itself in `initializationOptions`; another editor may leave all of it out. */
export interface InitializationOptions {
  /** The client answers `parkplan/readFile` and its siblings; else the server reads its own machine's files, or none. */
  readonly readsFiles?: boolean;
  /** The client has symbols and folding for Markdown of its own. */
  readonly hasMarkdownSymbols?: boolean;
  /** Folder of the rules' pages, with a slash at its end; a finding's code links to its page there. */
  readonly docs?: DocumentUri;
  /** Commands of the client's own that the server may name, such as `parkplan.showCoverage`. */
  readonly commands?: readonly string[];
  /** Settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: Partial<Settings>;
}

/** The section `parkplan` of the client's configuration. */
export interface Settings {
  /** `auto`: the client's own language. */
  readonly language: 'auto' | 'zh-CN' | 'en';
  /** When findings that only make sense on a finished text are told: while typing, after a pause of a second, or on saving. */
  readonly unfinishedText: 'type' | 'pause' | 'save';
  /** Which elements a chapter serves, above its heading. */
  readonly codeLens: boolean;
  /** Levels behind the clauses that carry them. */
  readonly inlayHints: boolean;
  /** Findings of plans that are not open. */
  readonly workspaceDiagnostics: boolean;
}

/** Requests that a client sends: method → [params, result]. All reject with LSP's error codes; `null` where there is nothing to tell. */
export interface ClientRequests {
  /** Levels and evidence of a document; `null` when it is not open or no Markdown. */
  'parkplan/coverage': [DocumentParams, Coverage | null];
  /** Why a topic has its level: what was looked for, what was found, the nearest misses. */
  'parkplan/explain': [TopicParams, Explanation | null];
  /** The skeleton of an element, where it belongs in the document. */
  'parkplan/insertion': [TopicParams, Insertion | null];
  /** What a new plan can be made of. `uri`: a file or folder whose configuration decides the framework. */
  'parkplan/choices': [{ readonly uri?: DocumentUri }, Choices];
  /** The text of a new plan, as a snippet. */
  'parkplan/newPlan': [NewPlanParams, { readonly snippet: string }];
  /** Checks all plans of the workspace and from then on tells their findings as diagnostics. Reports work-done progress; can be cancelled. */
  'parkplan/checkWorkspace': [WorkDoneProgressParams, WorkspaceSummary];
  /** Frameworks that a folder can choose from. */
  'parkplan/frameworks': [{ readonly uri: DocumentUri }, readonly FrameworkChoice[]];
  /** Cases to choose from, those that fit the place best first. */
  'parkplan/cases': [PositionParams, readonly CaseItem[]];
  /** What the citations of a document stand for; `null` when it is no plan. */
  'parkplan/citedSources': [DocumentParams, CitedSources | null];
  /** The edit that makes a folder's configuration name a framework; the client applies it. */
  'parkplan/selectFramework': [{ readonly uri: DocumentUri; readonly framework: string }, WorkspaceEdit | null];
}

/** Notifications that the server sends. */
export interface ServerNotifications {
  /** After each check of an open document; also when its configuration has changed. */
  'parkplan/checked': Status;
}

/** Requests that the server sends to a client that `readsFiles`. `null`: there is no such file. Rejects where there is one that cannot be read. */
export interface ServerRequests {
  'parkplan/readFile': [{ readonly uri: DocumentUri }, { readonly text: string } | null];
  /** Names of the files in a folder. */
  'parkplan/readFolder': [{ readonly uri: DocumentUri }, { readonly names: readonly string[] } | null];
  /** Files of the workspace that match a glob: Markdown files, or `framework.yaml`. What the client's own search leaves out is left out. */
  'parkplan/findFiles': [{ readonly glob: string }, { readonly uris: readonly DocumentUri[] }];
}

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface PositionParams extends DocumentParams {
  readonly position: Position;
}

/** A case in a list to choose from. */
export interface CaseItem extends CaseChoice {
  /** `[@kunshan-sirna]` */
  readonly citation: string;
  /** A sentence in the plan's language with the case's key figure and its citation. */
  readonly sentence: string;
}

/** Plain data for `server/src/preview/citations-plugin.ts`. */
export interface CitedSources {
  readonly cases: readonly Case[];
  readonly references: readonly Reference[];
  readonly locale: Locale;
  readonly options: ReferenceOptions;
}

export interface TopicParams extends DocumentParams {
  /** Id of a pathway, an element or an essential. */
  readonly topic: string;
}

/** What a status item shows of a document. */
export interface Status {
  readonly uri: DocumentUri;
  readonly version: number;
  readonly isPlan: boolean;
  /** The configuration that holds. */
  readonly configuration: DocumentUri | null;
  readonly framework: string;
  /** Shares from 0 to 1; 0 when it is no plan. */
  readonly breadth: number;
  readonly depth: number;
  /** How many findings of each severity, suppressed ones left out. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Mistakes in configuration, framework or cases: they are diagnostics of those files. */
  readonly problems: number;
}

export interface Coverage extends Status {
  readonly title: string;
  readonly stage: Stage;
  /** Share from 0 to 1; `null` where there is nothing to follow. */
  readonly consistency: number | null;
  /** The weakest pathway's id. */
  readonly weakest: string | null;
  /** Scores in one line of words. */
  readonly summary: string;
  /** Each pathway, then one group of the essentials. */
  readonly groups: readonly CoverageGroup[];
}

export interface CoverageGroup {
  /** Id of a pathway, or `essentials`. */
  readonly id: string;
  readonly title: string;
  /** Level of the pathway as a whole; of the essentials the lowest. */
  readonly level: Level;
  readonly role: Role | null;
  readonly roleName: string | null;
  /** Evidence of the pathway as a whole that is no element's. */
  readonly evidence: readonly CoverageEvidence[];
  readonly topics: readonly CoverageTopic[];
}

export interface CoverageTopic {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly level: Level;
  readonly levelName: string;
  /** The plan must have it. */
  readonly required: boolean;
  /** `parkplan/insertion` has a skeleton for it. */
  readonly canInsert: boolean;
  readonly evidence: readonly CoverageEvidence[];
}

export interface CoverageEvidence {
  readonly range: Range;
  readonly level: Level;
  /** The plan's own words, on one line, not shortened. */
  readonly text: string;
  /** Heading of the chapter around it; empty above the first. */
  readonly heading: string;
}

export interface Explanation {
  readonly title: string;
  /** Whatever comes from the plan is escaped; no HTML, no command links. */
  readonly markdown: string;
}

export interface Insertion {
  readonly title: string;
  /** Empty: where to insert. */
  readonly range: Range;
  /** With tab stops, in LSP's snippet syntax. */
  readonly snippet: string;
  /** The same with the slots as `{{…}}`. */
  readonly text: string;
}

export interface Choices {
  readonly framework: string;
  readonly pathways: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
  readonly stages: readonly { readonly id: Stage; readonly title: string }[];
}

export interface NewPlanParams {
  readonly title: string;
  readonly stage: Stage;
  /** `2026-2030` or a year. */
  readonly period?: string;
  readonly pathways: readonly { readonly id: string; readonly role: 'primary' | 'supporting' }[];
  readonly uri?: DocumentUri;
}

export interface WorkspaceSummary {
  /** Markdown files that were looked at. */
  readonly files: number;
  readonly plans: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Files that could not be read, with the reason. */
  readonly unread: readonly { readonly uri: DocumentUri; readonly reason: string }[];
}

export interface FrameworkChoice {
  /** What `selectFramework` takes: `nine-pathways`, or a path relative to the folder of the configuration. */
  readonly framework: string;
  readonly title: string;
  readonly detail: string;
  readonly isCurrent: boolean;
}
