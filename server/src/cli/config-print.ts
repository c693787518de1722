import { stringify } from 'yaml';
import { resolveConfig } from '../config/resolve-config.ts';
import { say } from '../text.ts';
import { type Context, EXIT } from './context.ts';
import { knownRules } from './engine.ts';
import { displayPath } from './files.ts';
import { absolutePath, nodeHost } from './host.ts';

/** `config print FILE`: what holds for a file, as YAML, with the files that it comes from. */
export async function printConfig(
  file: string,
  options: { readonly config?: string },
  context: Context,
): Promise<number> {
  const resolved = await resolveConfig(absolutePath(file), nodeHost, {
    ...(options.config === undefined ? {} : { configPath: absolutePath(options.config) }),
    knownRules: knownRules(),
  });
  const head =
    resolved.sources.length === 0
      ? [`# ${context.word('configNone')}`]
      : resolved.sources.map((source) => `# ${displayPath(source)}`);
  if (resolved.isIgnored) head.push(`# ${context.word('configIgnored')}`);
  const effective = {
    framework: resolved.framework === undefined ? 'nine-pathways' : displayPath(resolved.framework),
    cases: resolved.cases.map((folder) => displayPath(folder)),
    bibliography: resolved.bibliography.map((file) => displayPath(file)),
    ...(resolved.stage === undefined ? {} : { stage: resolved.stage }),
    plan: resolved.isPlanByGlob,
    ignored: resolved.isIgnored,
    rules: resolved.severities,
  };
  context.print(`${head.join('\n')}\n${stringify(effective)}`);
  for (const { path, line, column, message } of resolved.problems) {
    context.note(`${displayPath(path)}:${line}:${column} ${say(message, context.locale)}`);
  }
  return resolved.problems.length > 0 ? EXIT.failed : EXIT.clean;
}
