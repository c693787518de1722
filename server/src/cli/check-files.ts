import { type ConfigResolver, configResolver } from '../config/resolve-config.ts';
import type { ResolvedConfig } from '../config/types.ts';
import type { SourceProblem } from '../framework/types.ts';
import type { CheckedFile, Encoding, ReportFramework, Run, UnreadFile } from '../report/types.ts';
import { say } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { type CheckPool, poolFor } from './check-pool.ts';
import { type Context, UsageError } from './context.ts';
import { decodeText } from './encoding.ts';
import { withEncodingFinding } from './encoding-finding.ts';
import { type CheckSettings, type Engine, engineFor, knownRules } from './engine.ts';
import { displayPath, type Found, type FoundFile } from './files.ts';
import { absolutePath, nodeHost } from './host.ts';
import { progressOn } from './progress.ts';
import { readBytes } from './read-bytes.ts';
import { VERSION } from './version.ts';

export interface CheckRequest {
  readonly config?: string | undefined;
  readonly framework?: string | undefined;
  /** Treat every file as a plan. */
  readonly assumePlan: boolean;
}

/** A file that was checked, with what is needed to check it again after a change. */
export interface Checked {
  readonly source: FoundFile;
  readonly encoding: Encoding;
  readonly file: CheckedFile;
  recheck(text: string): CheckedFile;
}

export interface Outcome {
  readonly checked: readonly Checked[];
  readonly unread: readonly UnreadFile[];
  readonly problems: readonly SourceProblem[];
  readonly framework: ReportFramework;
}

/** Reads files one after the other and checks them, many on several threads; what goes wrong with one is told and does not stop the others. */
export async function checkFiles(found: Found, request: CheckRequest, context: Context): Promise<Outcome> {
  const session = await openSession(request, context);
  const checked: Checked[] = [];
  const unread: UnreadFile[] = found.unread.map(({ path, reason }) => ({ path, reason: say(reason, context.locale) }));
  const total = found.files.length;
  const pool = poolFor(total);
  const running: Promise<unknown>[] = [];
  const progress = progressOn(process.stderr, (done, path) => context.word('progressFiles', done, total, path));
  for (const [index, source] of found.files.entries()) {
    progress.step(index, source.path);
    const settings = await session.settingsFor(source.absolute);
    if (settings.isIgnored) {
      if (source.named) context.note(context.word('noteLabel') + context.word('fileIgnored', source.path));
      continue;
    }
    const read = await readBytes(source.absolute);
    if ('reason' in read) unread.push({ path: source.path, reason: say(read.reason, context.locale) });
    else {
      const begun = await session.check(source, read.bytes, settings, pool);
      if ('reason' in begun) unread.push(begun);
      else {
        const place = checked.length++;
        running.push(begun.checked.then((one) => Object.assign(checked, { [place]: one })));
        // Texts that wait are held in memory.
        if (running.length > MOST_WAITING) await running[running.length - MOST_WAITING];
      }
    }
  }
  await Promise.all(running);
  await pool?.close();
  progress.end();
  return session.outcome(checked, unread);
}

const MOST_WAITING = 16;

/** Checks one text that comes from standard input under a name, which decides the configuration. */
export async function checkStdin(name: string, request: CheckRequest, context: Context): Promise<Outcome> {
  const session = await openSession(request, context);
  const checked: Checked[] = [];
  const unread: UnreadFile[] = [];
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const absolute = absolutePath(name);
  const source: FoundFile = { path: displayPath(absolute), absolute, named: true };
  const settings = await session.settingsFor(absolute);
  if (settings.isIgnored) context.note(context.word('noteLabel') + context.word('fileIgnored', source.path));
  else {
    const begun = await session.check(source, Buffer.concat(chunks), settings, undefined);
    if ('reason' in begun) unread.push(begun);
    else checked.push(await begun.checked);
  }
  return session.outcome(checked, unread);
}

/** The report's view of an outcome. */
export function runOf(outcome: Outcome, files: readonly CheckedFile[], context: Context): Run {
  const { framework, unread, problems } = outcome;
  return { version: VERSION, locale: context.locale, framework, files, unread, problems };
}

interface Session {
  settingsFor(absolute: string): Promise<ResolvedConfig>;
  check(
    source: FoundFile,
    bytes: Uint8Array,
    settings: ResolvedConfig,
    pool: CheckPool | undefined,
  ): Promise<UnreadFile | { readonly checked: Promise<Checked> }>;
  outcome(checked: readonly Checked[], unread: readonly UnreadFile[]): Outcome;
}

async function openSession(request: CheckRequest, context: Context): Promise<Session> {
  const configs: ConfigResolver = configResolver(nodeHost, {
    ...(request.config === undefined ? {} : { configPath: absolutePath(request.config) }),
    knownRules: knownRules(),
  });
  const problems = new Map<string, SourceProblem>();
  const complain = (list: readonly SourceProblem[]) => {
    for (const one of list) {
      const problem = { ...one, path: displayPath(one.path) };
      problems.set(JSON.stringify(problem), problem);
    }
  };
  const wantedBy = (settings: ResolvedConfig): Parameters<typeof engineFor> => [
    request.framework === undefined ? settings.framework : absolutePath(request.framework),
    settings.cases,
    settings.bibliography,
  ];
  const engineOf = async (settings: ResolvedConfig): Promise<Engine | undefined> => {
    const loaded = await engineFor(...wantedBy(settings));
    complain(loaded.problems);
    return loaded.engine;
  };
  // The framework of the working folder names the run.
  const here = await configs.resolve(absolutePath('./plan.md'));
  const standard = (await engineOf(here)) ?? (await engineFor(undefined, [], [])).engine;
  if (!standard) throw new UsageError(bothWords('frameworkLoadFailed'));
  // Whether its mistakes matter is known only when files are: each file has its own nearest configuration.
  const hereProblems = [...problems.values()];
  if (request.framework === undefined) problems.clear();

  return {
    async settingsFor(absolute) {
      const settings = await configs.resolve(absolute);
      complain(settings.problems);
      return settings;
    },
    async check(source, bytes, settings, pool) {
      const decoded = await decodeText(bytes);
      if ('reason' in decoded) {
        return { path: source.path, reason: say(decoded.reason, context.locale) };
      }
      const engine = await engineOf(settings);
      if (!engine) {
        return { path: source.path, reason: context.word('frameworkLoadFailed') };
      }
      const { encoding, text } = decoded;
      const { path } = source;
      const held: CheckSettings = {
        assumePlan: request.assumePlan || settings.isPlanByGlob,
        stage: settings.stage,
        severities: settings.severities,
      };
      const recheck = (changed: string): CheckedFile =>
        withEncodingFinding(engine.check(path, changed, encoding, held), settings.severities);
      const elsewhere = async (threads: CheckPool): Promise<CheckedFile> => {
        const answer = await threads.check({ path, text, encoding, settings: held, engine: wantedBy(settings) });
        return withEncodingFinding({ ...answer, text, framework: engine.view }, settings.severities);
      };
      const checking = pool ? elsewhere(pool) : Promise.resolve(recheck(text));
      return { checked: checking.then((file) => ({ source, encoding, file, recheck })) };
    },
    outcome(checked, unread) {
      if (checked.length === 0 && unread.length === 0) complain([...here.problems, ...hereProblems]);
      return { checked, unread, problems: [...problems.values()], framework: standard.view };
    },
  };
}
