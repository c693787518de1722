import { type ConfigResolver, configResolver } from '../config/resolve-config.ts';
import type { ResolvedConfig } from '../config/types.ts';
import type { SourceProblem } from '../framework/types.ts';
import type { Tally } from '../report/summary.ts';
import type { CheckedFile, Encoding, ReportFramework, Run, UnreadFile } from '../report/types.ts';
import { say } from '../text.ts';
import { cacheKey } from './cache-key.ts';
import { type CheckPool, LONGEST_IN_THREAD, poolFor } from './check-pool.ts';
import type { Context } from './context.ts';
import { decodeText } from './encoding.ts';
import { withEncodingFinding } from './encoding-finding.ts';
import { builtInView, type CheckSettings, type Engine, engineFor, engineKey, isBuiltIn, knownRules } from './engine.ts';
import { displayPath, type Found, type FoundFile } from './files.ts';
import { type FindingsCache, isCacheable } from './findings-cache.ts';
import { absolutePath, nodeHost } from './host.ts';
import { progressOn } from './progress.ts';
import { readBytes } from './read-bytes.ts';
import { keepSmall } from './small-heap.ts';
import { VERSION } from './version.ts';

export interface CheckRequest {
  readonly config?: string | undefined;
  readonly framework?: string | undefined;
  /** Treat every file as a plan. */
  readonly assumePlan: boolean;
  /** What earlier runs found out. */
  readonly cache?: FindingsCache | undefined;
}

/** A file that was checked, with what is needed to check it again after a change. */
export interface Checked {
  readonly source: FoundFile;
  readonly encoding: Encoding;
  readonly file: CheckedFile;
  /** Throws for a file that comes from a cache. */
  recheck(text: string): CheckedFile;
}

export interface Outcome {
  readonly unread: readonly UnreadFile[];
  readonly problems: readonly SourceProblem[];
  readonly framework: ReportFramework;
}

/** Takes each file in the order of the files; what it does not keep is forgotten. */
export type TakeChecked = (checked: Checked) => void | Promise<void>;

/** Reads files one after the other and checks them, many on several threads; what goes wrong with one is told and does not stop the others. */
export async function checkFiles(
  found: Found,
  request: CheckRequest,
  context: Context,
  take: TakeChecked,
): Promise<Outcome> {
  const session = await openSession(request, context);
  const unread: UnreadFile[] = found.unread.map(({ path, reason }) => ({ path, reason: say(reason, context.locale) }));
  const total = found.files.length;
  let pool: CheckPool | undefined;
  let isPoolOpen = false;
  let taken = 0;
  const waiting: Promise<Checked>[] = [];
  const takeNext = async () => {
    taken++;
    await take(await waiting.shift()!);
  };
  const progress = progressOn(process.stderr, (done, path) => context.word('progressFiles', done, total, path));
  try {
    for (const [index, source] of found.files.entries()) {
      progress.step(index, source.path);
      const settings = await session.settingsFor(source.absolute);
      if (settings.isIgnored) {
        if (source.named) context.note(context.word('noteLabel') + context.word('fileIgnored', source.path));
        continue;
      }
      const read = await readBytes(source.absolute);
      if ('reason' in read) {
        unread.push({ path: source.path, reason: say(read.reason, context.locale) });
        continue;
      }
      const begun = await session.check(source, read.bytes, settings, () => {
        // Threads cost their start: none for what a cache knows.
        if (!isPoolOpen) pool = poolFor(total - index);
        isPoolOpen = true;
        return pool;
      });
      if ('reason' in begun) unread.push(begun);
      else {
        // Whoever waits is told; the others fail for the same reason.
        begun.checked.catch(() => undefined);
        waiting.push(begun.checked);
        // Texts that wait are held in memory.
        if (waiting.length > (pool ? MOST_WAITING : 0)) await takeNext();
      }
    }
    while (waiting.length > 0) await takeNext();
  } finally {
    // A thread that is left would keep the process.
    await pool?.close();
    progress.end();
  }
  return session.outcome(taken, unread);
}

const MOST_WAITING = 16;

/** Checks one text that comes from standard input under a name, which decides the configuration. */
export async function checkStdin(
  name: string,
  request: CheckRequest,
  context: Context,
  take: TakeChecked,
): Promise<Outcome> {
  const session = await openSession(request, context);
  const unread: UnreadFile[] = [];
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const absolute = absolutePath(name);
  const source: FoundFile = { path: displayPath(absolute), absolute, named: true };
  const settings = await session.settingsFor(absolute);
  let taken = 0;
  if (settings.isIgnored) context.note(context.word('noteLabel') + context.word('fileIgnored', source.path));
  else {
    const begun = await session.check(source, Buffer.concat(chunks), settings, () => undefined);
    if ('reason' in begun) unread.push(begun);
    else {
      taken++;
      await take(await begun.checked);
    }
  }
  return session.outcome(taken, unread);
}

/** The report's view of an outcome. */
export function runOf({ framework, unread, problems }: Outcome, tally: Tally, { locale }: Context): Run {
  return { version: VERSION, locale, framework, unread, problems, summary: tally.summary(unread.length) };
}

interface Session {
  settingsFor(absolute: string): Promise<ResolvedConfig>;
  check(
    source: FoundFile,
    bytes: Uint8Array,
    settings: ResolvedConfig,
    pool: () => CheckPool | undefined,
  ): Promise<UnreadFile | { readonly checked: Promise<Checked> }>;
  outcome(taken: number, unread: readonly UnreadFile[]): Outcome;
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
  const viewFor = async (settings: ResolvedConfig): Promise<ReportFramework | undefined> => {
    const wanted = wantedBy(settings);
    return isBuiltIn(...wanted) ? builtInView() : (await engineOf(settings))?.view;
  };
  const engineOf = async (settings: ResolvedConfig): Promise<Engine | undefined> => {
    const loaded = await engineFor(...wantedBy(settings));
    complain(loaded.problems);
    return loaded.engine;
  };
  // The framework of the working folder names the run.
  const here = await configs.resolve(absolutePath('./plan.md'));
  const standard = (await viewFor(here)) ?? builtInView();
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
      const { encoding, text } = decoded;
      const { path } = source;
      const held: CheckSettings = {
        assumePlan: request.assumePlan || settings.isPlanByGlob,
        stage: settings.stage,
        severities: settings.severities,
      };
      const cache = isCacheable(source.absolute) ? request.cache : undefined;
      const wanted = wantedBy(settings);
      const key = cache ? cacheKey(bytes, held, await engineKey(...wanted)) : '';
      const known = cache?.get(source.absolute, key);
      const view = known && (await viewFor(settings));
      if (known && view) {
        const file = { ...known, path, text, framework: view };
        const recheck = () => {
          throw new Error('A file that comes from a cache cannot be checked again');
        };
        return { checked: Promise.resolve({ source, encoding, file, recheck }) };
      }
      const engine = await engineOf(settings);
      if (!engine) {
        return { path: source.path, reason: context.word('frameworkLoadFailed') };
      }
      const recheck = (changed: string): CheckedFile =>
        withEncodingFinding(engine.check(path, changed, encoding, held), settings.severities);
      const here = (): CheckedFile => {
        keepSmall(text.length);
        return recheck(text);
      };
      const threads = text.length > LONGEST_IN_THREAD ? undefined : pool();
      const elsewhere = threads?.check({ path, text, encoding, settings: held, engine: wanted });
      const checking = elsewhere
        ? elsewhere.then((answer) =>
            withEncodingFinding({ ...answer, text, framework: engine.view }, settings.severities),
          )
        : Promise.resolve(here());
      return {
        checked: checking.then((file) => {
          cache?.set(source.absolute, key, file);
          return { source, encoding, file, recheck };
        }),
      };
    },
    outcome(taken, unread) {
      if (taken === 0 && unread.length === 0) complain([...here.problems, ...hereProblems]);
      return { unread, problems: [...problems.values()], framework: standard };
    },
  };
}
