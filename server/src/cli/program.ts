import { Command, CommanderError, type Help, Option } from 'commander';
import { nearestName } from '../nearest.ts';
import type { Stage } from '../rules/types.ts';
import type { Locale } from '../text.ts';
import { bothWords, type WordKey, word, words } from '../words/catalogue.ts';
import { type Context, EXIT, makeContext, tellError, UsageError } from './context.ts';
import { localeOf } from './locale.ts';
import { VERSION } from './version.ts';

/**
 * Runs `parkplan` with its arguments (without `node parkplan`) and gives the exit code: 0 clean, 1 findings, 2 mistakes.
 * Each command's own code is loaded when it is called, so that `--help` and `--version` answer at once.
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  const locale = localeIn(args) ?? localeOf(process.env);
  let exitCode: number = EXIT.clean;
  const program = buildProgram(locale, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean;
    const context = makeContext(locale, true);
    if (error instanceof CommanderError) {
      if (error.code !== 'commander.help') {
        const called = commandIn(program, args);
        context.note(context.word('errorLabel') + explain(error, called, locale));
        context.note(context.word('seeHelp', called === program ? 'parkplan' : `parkplan ${pathOf(called)}`));
      }
    } else tellError(error, context);
    return EXIT.failed;
  }
}

/** `--locale` is looked for before anything else, so that mistakes are told in the right language too. */
function localeIn(args: readonly string[]): Locale | undefined {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const value = args[at]?.startsWith('--locale=') ? args[at].slice('--locale='.length) : args[at + 1];
  return at >= 0 && (value === 'zh-CN' || value === 'en') ? value : undefined;
}

interface Shared {
  readonly color: boolean;
}

function buildProgram(locale: Locale, finish: (code: number) => void): Command {
  const say = (key: WordKey) => word(locale, key);
  const program = prepare(new Command('parkplan'), locale)
    .description(say('helpProgram'))
    .version(VERSION, '-V, --version', say('optVersion'))
    .addHelpText('after', `\n${say('helpExitCodes')}`);
  const context = (options: Shared): Context => makeContext(locale, options.color);
  const command = (parent: Command, name: string, help: WordKey): Command =>
    prepare(parent.command(name), locale)
      .description(say(help))
      .addOption(choice('--locale <locale>', say('optLocale'), ['zh-CN', 'en']))
      .option('--no-color', say('optNoColor'));

  checking(command(program, 'lint', 'helpLint'), say)
    .argument('[paths...]', say('argPaths'))
    .addOption(choice('--fail-on <severity>', say('optFailOn'), ['error', 'warning', 'info', 'never']).default('error'))
    .addOption(
      new Option('--max-warnings <n>', say('optMaxWarnings')).argParser((value) =>
        wholeNumber('--max-warnings', value),
      ),
    )
    .option('--assume-plan', say('optAssumePlan'))
    .option('--stdin', say('optStdin'))
    .option('--stdin-filename <name>', say('optStdinFilename'))
    .option('--quiet', say('optQuiet'))
    .option('--cache', say('optCache'))
    .option('--cache-location <file>', say('optCacheLocation'))
    .option('--fix', say('optFix'))
    .option('--fix-dry-run', say('optFixDryRun'))
    .action(async (paths: string[], options) => {
      const { lint } = await import('./lint.ts');
      finish(await lint(paths, options, context(options)));
    });

  checking(command(program, 'coverage', 'helpCoverage'), say)
    .argument('<files...>', say('argFiles'))
    // As for lint, though a file that is named here is always taken for a plan.
    .addOption(new Option('--assume-plan').hideHelp())
    .action(async (files: string[], options) => {
      const { coverage } = await import('./coverage.ts');
      finish(await coverage(files, options, context(options)));
    });

  command(program, 'explain', 'helpExplain')
    .argument('<id>', say('argId'))
    .option('--config <file>', say('optConfig'))
    .option('--framework <file>', say('optFramework'))
    .action(async (id: string, options) => {
      const { explain: explainId } = await import('./explain.ts');
      finish(await explainId(id, options, context(options)));
    });

  const cases = prepare(program.command('cases'), locale).description(say('helpCases'));
  library(command(cases, 'list', 'helpCasesList'), say)
    .option('--pathway <id>', say('optCasePathway'))
    .action(async (options) => {
      const { listCases } = await import('./cases.ts');
      finish(await listCases(options, context(options)));
    });
  library(command(cases, 'show', 'helpCasesShow'), say)
    .argument('<id>', say('argCaseId'))
    .action(async (id: string, options) => {
      const { showCase } = await import('./cases.ts');
      finish(await showCase(id, options, context(options)));
    });
  library(command(cases, 'search', 'helpCasesSearch'), say)
    .argument('<words...>', say('argWords'))
    .option('--pathway <id>', say('optCasePathway'))
    .action(async (words: string[], options) => {
      const { searchCases } = await import('./cases.ts');
      finish(await searchCases(words, options, context(options)));
    });

  referring(command(program, 'bib', 'helpBib'), say)
    .argument('[plans...]', say('argPlans'))
    .addOption(choice('--format <format>', say('optFormat'), ['markdown', 'csl-json', 'bibtex']).default('markdown'))
    .option('-o, --output <file>', say('optOutput'))
    .action(async (plans: string[], options) => {
      const { bib } = await import('./bib.ts');
      finish(await bib(plans, options, context(options)));
    });

  referring(command(program, 'export', 'helpExport'), say)
    .argument('<plan>', say('argPlan'))
    .addOption(choice('--to <format>', say('optTo'), ['docx', 'html']).default('docx'))
    .option('-o, --output <file>', say('optExportOutput'))
    .option('--force', say('optForce'))
    .action(async (plan: string, options) => {
      const { exportPlan } = await import('./export.ts');
      finish(await exportPlan(plan, options, context(options)));
    });

  const config = prepare(program.command('config'), locale).description(say('helpConfig'));
  command(config, 'print', 'helpConfigPrint')
    .argument('<file>', say('argFile'))
    .option('--config <file>', say('optConfig'))
    .action(async (file: string, options) => {
      const { printConfig } = await import('./config-print.ts');
      finish(await printConfig(file, options, context(options)));
    });

  command(program, 'init', 'helpInit')
    .option('--force', say('optForce'))
    .action(async (options) => {
      const { init } = await import('./init.ts');
      finish(await init(options, context(options)));
    });

  command(program, 'new', 'helpNew')
    .argument('<title>', say('argTitle'))
    .option('-o, --output <file>', say('optNewOutput'))
    .option('--config <file>', say('optConfig'))
    .option('--framework <file>', say('optFramework'))
    .addOption(
      new Option('--pathway <id>', say('optPathway'))
        .argParser((value: string, before: string[]) => [...before, value])
        .default([]),
    )
    .addOption(choice('--stage <stage>', say('optStage'), STAGES).default('draft'))
    .addOption(new Option('--period <years>', say('optPeriod')).argParser(period))
    .option('--force', say('optForce'))
    .action(async (title: string, options) => {
      const { newPlan } = await import('./new.ts');
      finish(await newPlan(title, options, context(options)));
    });
  command(program, 'lsp', 'helpLsp')
    .requiredOption('--stdio', say('optLspStdio'))
    .action(async () => {
      const { serveStdio } = await import('../entry/stdio.ts');
      await serveStdio();
    });
  return program;
}

const STAGES: readonly Stage[] = ['outline', 'draft', 'consultation', 'review', 'issued'];

/** Options of the commands that read plans. */
function checking(command: Command, say: (key: WordKey) => string): Command {
  return command
    .addOption(choice('--format <format>', say('optFormat'), ['text', 'json']).default('text'))
    .option('-o, --output <file>', say('optOutput'))
    .option('--config <file>', say('optConfig'))
    .option('--framework <file>', say('optFramework'));
}

/** Options of the commands that tell of cases. */
function library(command: Command, say: (key: WordKey) => string): Command {
  return command
    .addOption(choice('--format <format>', say('optFormat'), ['text', 'json']).default('text'))
    .option('--config <file>', say('optConfig'))
    .option('--framework <file>', say('optFramework'));
}

/** Options of the commands that write references. */
function referring(command: Command, say: (key: WordKey) => string): Command {
  return command
    .addOption(choice('--edition <year>', say('optEdition'), ['2025', '2015']).default('2025'))
    .addOption(choice('--style <style>', say('optStyle'), ['numeric', 'author-year']).default('numeric'))
    .option('--config <file>', say('optConfig'))
    .option('--framework <file>', say('optFramework'));
}

const TITLES: Readonly<Record<string, WordKey>> = {
  'Usage:': 'helpUsage',
  'Arguments:': 'helpArguments',
  'Options:': 'helpOptions',
  'Commands:': 'helpCommands',
};

function prepare(command: Command, locale: Locale): Command {
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => (TITLES[title] ? word(locale, TITLES[title]) : title),
      optionDescription: function (this: Help, option: Option) {
        const values = option.argChoices ? ` [${option.argChoices.join('|')}]` : '';
        const standard =
          typeof option.defaultValue === 'string' || typeof option.defaultValue === 'number'
            ? ` (= ${option.defaultValue})`
            : '';
        return option.description + values + standard;
      },
    })
    .helpOption('-h, --help', word(locale, 'optHelp'))
    .helpCommand(false)
    .showSuggestionAfterError(false);
}

/** An option of which only some values are allowed. */
function choice(flags: string, description: string, values: readonly string[]): Option {
  const option = new Option(flags, description).choices(values);
  return option.argParser((value) => {
    if (values.includes(value)) return value;
    throw new UsageError(bothWords('optionBadValue', option.long ?? flags, value, values.join(', ')));
  });
}

function wholeNumber(option: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(bothWords('optionBadValue', option, value, words.numberWanted));
}

function period(value: string): string {
  if (/^\d{4}(?:-\d{4})?$/.test(value)) return value;
  throw new UsageError(bothWords('optionBadValue', '--period', value, words.periodWanted));
}

function explain(error: CommanderError, command: Command, locale: Locale): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') {
    const near = nearestName(named, optionsOf(command));
    return near ? word(locale, 'unknownOptionNear', named, near) : word(locale, 'unknownOption', named);
  }
  if (error.code === 'commander.unknownCommand') {
    const near = nearestName(
      named,
      command.commands.map((one) => one.name()),
    );
    return near ? word(locale, 'unknownCommandNear', named, near) : word(locale, 'unknownCommand', named);
  }
  if (error.code === 'commander.optionMissingArgument') return word(locale, 'optionNeedsValue', named);
  if (error.code === 'commander.missingArgument') return word(locale, 'argumentMissing', named);
  if (error.code === 'commander.excessArguments') return word(locale, 'argumentsTooMany');
  return error.message;
}

function optionsOf(command: Command): string[] {
  return command.options.flatMap((option) => [option.long ?? '', option.short ?? '']).filter((name) => name !== '');
}

/** The command that arguments name, for its own list of options. */
function commandIn(program: Command, args: readonly string[]): Command {
  let command = program;
  for (const arg of args) {
    const next = command.commands.find((one) => one.name() === arg);
    if (!next) break;
    command = next;
  }
  return command;
}

function pathOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) names.unshift(at.name());
  return names.join(' ');
}
