import type { DocumentUri } from 'vscode-languageserver';
import { type CheckResult, check } from '../check.ts';
import { type PlanReading, readPlan } from '../plan/parse-plan.ts';
import { isPlan } from '../plan/recognise.ts';
import type { Plan } from '../plan/types.ts';
import type { Text } from '../text.ts';
import type { OpenDocument } from './documents.ts';
import type { Project, Projects } from './projects.ts';

/** What one text is and what was found in it. */
export interface Reading {
  readonly plan: Plan;
  readonly project: Project;
  /** Undefined for what is no plan, is ignored, or has no framework to be held against. */
  readonly result: CheckResult | undefined;
}

/** The reading of one version of an open document. */
export interface Checked extends Reading {
  readonly document: OpenDocument;
}

export interface CheckerHooks {
  get(uri: DocumentUri): OpenDocument | undefined;
  /** Called once for each version of an open document, and again when its project has changed. */
  onChecked(checked: Checked): void;
}

/** Readings that are kept. One is a hundred times as large as its text, and few documents are on the screen at once. */
const MOST_KEPT = 6;

/** Reads each version of a document once, and of it what the edits since the last version have touched, however many ask while it is looked at. */
export class Checker {
  readonly #projects: Projects;
  readonly #hooks: CheckerHooks;
  /** The latest last. */
  readonly #readings = new Map<OpenDocument, { generation: number; checked: Promise<Checked> }>();
  /** Under which generation a version was told of: who listens asks again, and must not be told of that again. */
  readonly #told = new WeakMap<OpenDocument, number>();
  /** The last version of each document that is kept. */
  readonly #last = new Map<DocumentUri, PlanReading>();

  constructor(projects: Projects, hooks: CheckerHooks) {
    this.#projects = projects;
    this.#hooks = hooks;
  }

  /** Of the document as it is when the promise resolves; undefined when it is not open (any more). */
  async of(uri: DocumentUri): Promise<Checked | undefined> {
    for (;;) {
      const document = this.#hooks.get(uri);
      if (!document) return undefined;
      const { generation } = this.#projects;
      const checked = await this.#read(document);
      if (this.#hooks.get(uri) === document && this.#projects.generation === generation) return checked;
    }
  }

  #read(document: OpenDocument): Promise<Checked> {
    const { generation } = this.#projects;
    const known = this.#readings.get(document);
    this.#readings.delete(document);
    if (known?.generation === generation) {
      this.#readings.set(document, known);
      return known.checked;
    }
    const checked = this.#projects.of(document.uri).then((project) => {
      const read = readPlan(document.text, this.#last.get(document.uri));
      this.#last.delete(document.uri);
      this.#last.set(document.uri, read);
      for (const oldest of [...this.#last.keys()].slice(0, -MOST_KEPT)) this.#last.delete(oldest);
      const reading = { document, ...readText(document.text, project, read) };
      // Who was told that a document is closed must not hear of it again.
      const isOpen = this.#hooks.get(document.uri) === document;
      if (isOpen && this.#told.get(document) !== generation) {
        this.#told.set(document, generation);
        this.#hooks.onChecked(reading);
      }
      return reading;
    });
    this.#readings.set(document, { generation, checked });
    for (const oldest of [...this.#readings.keys()].slice(0, -MOST_KEPT)) this.#readings.delete(oldest);
    return checked;
  }
}

/** Holds a text against its project, as the command line does. */
export function readText(text: Text, project: Project, reading: PlanReading = readPlan(text)): Reading {
  const { settings, engine } = project;
  const { plan } = reading;
  const { framework, cases, bibliography } = engine;
  const isHeld = framework !== undefined && !settings.isIgnored && (settings.isPlanByGlob || isPlan(plan).isPlan);
  if (!isHeld) return { plan, project, result: undefined };
  const { stage, severities } = settings;
  const { references } = bibliography;
  return { plan, project, result: check(text, framework, cases, { reading, stage, severities, references }) };
}
