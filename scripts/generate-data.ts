import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case } from '../server/src/framework/case-types.ts';
import {
  type FrameworkParts,
  type GroupSource,
  SHOWN_WORDS,
  type SourceFile,
  type SourceProblem,
  type SpeechSource,
} from '../server/src/framework/types.ts';

const server = fileURLToPath(new URL('../server/', import.meta.url));

/**
 * Texts of the modules that hold the nine-pathway framework and the case library as plain data, so that nothing reads YAML at start-up.
 * `names`: by which cases are looked for. Throws with all located mistakes. Needs the generated validators.
 */
export async function dataModules(): Promise<{ framework: string; cases: string; names: string[] }> {
  const { loadFramework } = await import('../server/src/framework/load-framework.ts');
  const { loadCases } = await import('../server/src/framework/cases.ts');
  const { compileFramework } = await import('../server/src/framework/compile.ts');
  const { parts, problems } = loadFramework(
    filesIn('frameworks/nine-pathways/'),
    'frameworks/nine-pathways/framework.yaml',
  );
  if (!parts) throw new Error(told(problems));
  const pathways = new Set(parts.pathways.map(({ id }) => id));
  const loaded = loadCases(filesIn('cases/'), pathways);
  if (loaded.problems.length > 0) throw new Error(told(loaded.problems));
  const cases = [...loaded.library.cases.values()];
  return {
    framework: moduleOf('FRAMEWORK_PARTS', 'FrameworkParts', '../framework/types.ts', {
      ...withFewWords(parts),
      words: compileFramework(parts).words,
    }),
    cases: moduleOf('CASES', 'readonly Case[]', '../framework/case-types.ts', cases),
    names: cases.flatMap(namesOf),
  };
}

/** One more than people are shown tells that there are others. */
const FEW = SHOWN_WORDS + 1;

/** The words are compiled; what people are shown of them stays. */
function withFewWords(parts: FrameworkParts): FrameworkParts {
  const few = (groups: Readonly<Record<string, GroupSource>> = {}): Record<string, GroupSource> =>
    Object.fromEntries(
      Object.entries(groups).map(([name, { zh, en }]) => [
        name,
        { ...(zh && { zh: zh.slice(0, FEW) }), ...(en && { en: en.slice(0, FEW) }) },
      ]),
    );
  return {
    ...parts,
    lexicon: { ...parts.lexicon, groups: few(parts.lexicon.groups) },
    speech: few({ ...parts.speech }) as unknown as SpeechSource,
    essentials: { ...parts.essentials, groups: few(parts.essentials.groups) },
    pathways: parts.pathways.map((pathway) => ({ ...pathway, groups: few(pathway.groups) })),
  };
}

function namesOf({ title, aliases, region, park, industry }: Case): string[] {
  const places = [region.country, region.province, region.city, region.district, park];
  return [title.zh, ...aliases, industry.zh, ...places.flatMap((place) => place?.zh ?? [])];
}

function filesIn(folder: string): SourceFile[] {
  return readdirSync(server + folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: folder + name, text: readFileSync(server + folder + name, 'utf8') }));
}

/** JSON.parse of a string starts faster than an object literal of this size. */
function moduleOf(name: string, type: string, from: string, data: unknown): string {
  const imported = /\w+(?=\[|$)/.exec(type.replace('readonly ', ''))![0];
  return [
    '/** Made by scripts/generate-data.ts. */',
    `import type { ${imported} } from '${from}';`,
    `export const ${name}: ${type} = JSON.parse(${JSON.stringify(JSON.stringify(data))});`,
    '',
  ].join('\n');
}

function told(problems: readonly SourceProblem[]): string {
  return problems.map(({ path, line, column, message }) => `server/${path}:${line}:${column} ${message.en}`).join('\n');
}
