import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { cslStyle, pandocItems } from '../references/csl-style.ts';
import { listReferences } from '../references/reference-list.ts';
import type { ReferenceOptions } from '../references/types.ts';
import { bothWords } from '../words/catalogue.ts';
import { readCitingPlan } from './cited.ts';
import { type Context, EXIT, UsageError } from './context.ts';
import type { EngineOptions } from './explain.ts';
import { CITATION_FILTER, EXPORT_FILTER, exportSource } from './export-source.ts';
import { absolutePath } from './host.ts';
import { runPandoc } from './pandoc.ts';
import { writeWhole } from './write.ts';

export interface ExportOptions extends EngineOptions, ReferenceOptions {
  readonly to: 'docx' | 'html';
  readonly output?: string;
  readonly force?: boolean;
}

/** Pandoc's own Markdown, without what a plan does not mean by its signs ($5$, {…}) and without attributes, by which HTML could be given scripts. */
const READER = [
  'markdown',
  ...[
    'tex_math_dollars',
    'latex_macros',
    'raw_tex',
    'raw_attribute',
    'smart',
    'native_divs',
    'native_spans',
    'fenced_divs',
    'bracketed_spans',
    'header_attributes',
    'link_attributes',
    'inline_code_attributes',
    'fenced_code_attributes',
    'yaml_metadata_block',
  ].map((one) => `-${one}`),
  ...['east_asian_line_breaks', 'lists_without_preceding_blankline', 'autolink_bare_uris'].map((one) => `+${one}`),
].join('');

/** `export PLAN --to docx`: hands a plan to an installed pandoc, with the works that it cites. Exit code 1 when a key stands for nothing. */
export async function exportPlan(path: string, options: ExportOptions, context: Context): Promise<number> {
  const target = options.output ?? join(dirname(path), `${parse(path).name}.${options.to}`);
  if (options.force !== true && existsSync(target)) throw new UsageError(bothWords('alreadyThere', target));
  const { plan, references, unknown } = await readCitingPlan(path, options, context);
  const source = exportSource(plan);
  const work = await mkdtemp(join(tmpdir(), 'parkplan-export-'));
  try {
    const put = async (name: string, text: string) => {
      await writeFile(join(work, name), text);
      return join(work, name);
    };
    const result = join(work, `result.${options.to}`);
    const args = [
      `--from=${READER}`,
      `--to=${options.to}`,
      '--standalone',
      `--output=${result}`,
      `--lua-filter=${await put('clean.lua', EXPORT_FILTER)}`,
      '--citeproc',
      `--lua-filter=${await put('citations.lua', CITATION_FILTER)}`,
      `--bibliography=${await put('references.json', JSON.stringify(pandocItems(listReferences(references, options))))}`,
      `--csl=${await put('style.csl', cslStyle(options))}`,
      `--metadata-file=${await put('metadata.json', JSON.stringify(metadataOf(source, references.length > 0)))}`,
      ...(source.shift === 0 ? [] : [`--shift-heading-level-by=${source.shift}`]),
    ];
    const warnings = await runPandoc(args, source.markdown, dirname(absolutePath(path)));
    // A key that stands for nothing has been told already.
    for (const line of warnings.split('\n'))
      if (line !== '' && !/citeproc: citation .* not found/i.test(line)) context.note(line);
    await writeWhole(target, await readFile(result));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  context.note(context.word('written', target));
  return unknown.length > 0 ? EXIT.findings : EXIT.clean;
}

function metadataOf(source: ReturnType<typeof exportSource>, hasReferences: boolean): Record<string, unknown> {
  const isEnglish = source.language === 'en';
  return {
    lang: isEnglish ? 'en-GB' : 'zh-CN',
    'link-citations': true,
    ...(source.title === undefined ? {} : { title: source.title }),
    // A plan with a chapter for them gets no second heading.
    ...(hasReferences && !source.hasReferences
      ? { 'reference-section-title': isEnglish ? 'References' : '参考文献' }
      : {}),
  };
}
