// Fails when an import crosses the table of docs/architecture.md. Usage: node scripts/check-imports.ts [root]
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** What a room may import. `values` imply `types`. */
interface Room {
  /** Folder or file under the root. */
  readonly place: string;
  /** Places whose code it may use. */
  readonly values: readonly string[];
  /** Places of which it may know the types only. */
  readonly types?: readonly string[];
  /** Packages from npm. */
  readonly packages: readonly string[];
  /** Whether it may use Node's own modules. */
  readonly node?: boolean;
  /** Why, for the message. */
  readonly never: string;
}

const text = 'server/src/text.ts';
const rope = 'server/src/rope.ts';
const nearest = 'server/src/nearest.ts';
const sortShort = 'server/src/sort-short.ts';
const words = 'server/src/words';
const cases = 'server/src/cases';
const references = 'server/src/references';
const config = 'server/src/config';
const report = 'server/src/report';
const skeleton = 'server/src/skeleton';
const cli = 'server/src/cli';
const lsp = 'server/src/lsp';
const plan = 'server/src/plan';
const framework = 'server/src/framework';
const evidence = 'server/src/evidence';
const rules = 'server/src/rules';
const generated = 'server/src/generated';
const check = 'server/src/check.ts';

const MARKDOWN = [
  'unified',
  'remark-parse',
  'remark-gfm',
  'remark-frontmatter',
  'mdast-util-*',
  'micromark*',
  '@types/mdast',
  'mdast',
];

export const ROOMS: readonly Room[] = [
  { place: text, values: [], packages: [], never: 'is what every room shares' },
  { place: rope, values: [text], packages: [], never: 'is what every room shares' },
  { place: nearest, values: [], packages: ['fastest-levenshtein'], never: 'is what every room shares' },
  { place: sortShort, values: [], packages: [], never: 'is what every room shares' },
  { place: words, values: [text], packages: [], never: 'holds words only' },
  {
    place: plan,
    values: [text, rope, `${generated}/characters.ts`],
    packages: [...MARKDOWN, 'htmlparser2', 'yaml'],
    never: 'must never know any framework or any rule',
  },
  {
    place: framework,
    values: [text, nearest, sortShort, generated, `${plan}/normal-text.ts`],
    types: [`${plan}/types.ts`],
    packages: ['yaml'],
    never: 'must never know plans',
  },
  {
    place: evidence,
    values: [text, sortShort, plan, framework],
    packages: [],
    never: 'must never know rules, severities or words for people',
  },
  {
    place: cases,
    values: [
      text,
      nearest,
      words,
      framework,
      `${generated}/pinyin.ts`,
      `${plan}/normal-text.ts`,
      `${plan}/numerals.ts`,
      `${plan}/name-spans.ts`,
      `${plan}/lineage.ts`,
      `${plan}/spliced.ts`,
    ],
    types: [`${plan}/types.ts`],
    packages: [],
    never: 'must never know rules, settings or how text was parsed',
  },
  {
    place: references,
    values: [text, `${cases}/escape-markdown.ts`],
    types: [`${framework}/types.ts`, `${framework}/case-types.ts`, `${cases}/find-cases.ts`],
    packages: ['@citation-js*'],
    never: 'must never know plans, settings or where a bibliography lies',
  },
  {
    place: rules,
    values: [
      text,
      rope,
      nearest,
      cases,
      framework,
      `${evidence}/types.ts`,
      `${generated}/validators/front-matter.js`,
      `${plan}/by-block.ts`,
      `${plan}/column-of.ts`,
      `${plan}/from-parts.ts`,
      `${plan}/lineage.ts`,
      `${plan}/normal-text.ts`,
      `${plan}/numbering.ts`,
      `${plan}/numerals.ts`,
      `${plan}/plan-period.ts`,
      `${plan}/span-at.ts`,
      `${plan}/year-span.ts`,
    ],
    types: [`${plan}/types.ts`, evidence, `${generated}/validators/validator.js`],
    packages: ['yaml'],
    never: 'must never know how text was parsed or where settings came from',
  },
  {
    place: 'server/src/preview',
    values: [text, words, cases, references, `${plan}/citations.ts`],
    types: [`${framework}/case-types.ts`, `${plan}/types.ts`],
    packages: ['markdown-it'],
    never: 'must never know the editor that shows it',
  },
  {
    place: check,
    values: [text, plan, framework, cases, evidence, rules],
    packages: [],
    never: 'is the engine: pure and synchronous',
  },
  {
    place: config,
    values: [text, nearest, words, generated, framework, cases, references],
    types: [`${rules}/types.ts`],
    packages: ['yaml'],
    never: 'must never know the engine’s insides, the protocol or Node',
  },
  {
    place: report,
    values: [text, words, `${evidence}/types.ts`, `${rules}/types.ts`],
    types: [`${framework}/types.ts`, `${plan}/types.ts`],
    packages: ['get-east-asian-width'],
    never: 'must never know where reports are written to',
  },
  {
    place: skeleton,
    values: [text, words, `${plan}/section-kinds.ts`, `${plan}/numerals.ts`],
    types: [`${framework}/types.ts`, `${rules}/types.ts`],
    packages: ['yaml'],
    never: 'must never know where its text is put',
  },
  {
    place: cli,
    values: [
      text,
      nearest,
      words,
      cases,
      references,
      config,
      report,
      skeleton,
      check,
      plan,
      framework,
      evidence,
      rules,
      generated,
      'package.json',
      'server/src/entry/stdio.ts',
    ],
    packages: ['*'],
    node: true,
    never: 'must never know the protocol',
  },
  {
    place: lsp,
    values: [
      text,
      rope,
      nearest,
      words,
      cases,
      references,
      config,
      report,
      skeleton,
      check,
      plan,
      framework,
      evidence,
      rules,
      generated,
    ],
    packages: ['vscode-languageserver*', 'vscode-uri', 'yaml'],
    never: 'must never know Node or the command line',
  },
  {
    place: 'server/src/entry',
    values: [lsp, cli],
    packages: ['vscode-languageserver'],
    node: true,
    never: 'only starts the server where it runs',
  },
  {
    place: generated,
    values: [generated, text],
    types: ['server/src'],
    packages: [],
    never: 'is made by npm run generate',
  },
  {
    place: 'client/src',
    values: ['l10n', 'server/src/preview'],
    types: [`${lsp}/protocol.ts`],
    packages: ['vscode', 'vscode-languageclient*', '@vscode/l10n', 'markdown-it', '@types/markdown-it'],
    node: true,
    never: 'must know of the server only the types of its messages',
  },
];

const KIND = { types: 'the types of ', values: '' } as const;

/** One line for each import that is not allowed, as `file imports …: why`. */
export async function forbiddenImports(root: string): Promise<string[]> {
  const files = ROOMS.flatMap((room) => sourcesIn(root, room.place));
  const [all, values] = await Promise.all([importsOf(root, files, true), importsOf(root, files, false)]);
  const found: string[] = [];
  for (const [file, imported] of all) {
    const room = ROOMS.find((one) => isIn(file, one.place));
    if (!room) {
      found.push(`${file} belongs to no room; name its room in scripts/check-imports.ts and docs/architecture.md`);
      continue;
    }
    for (const target of imported) {
      const kind = values.get(file)?.has(target) ? 'values' : 'types';
      if (!isAllowed(room, target, kind))
        found.push(`${file} imports ${KIND[kind]}${target}: ${room.place} ${room.never}`);
    }
  }
  return found.sort();
}

function isAllowed(room: Room, target: string, kind: 'types' | 'values'): boolean {
  if (target.startsWith('node:')) return room.node === true;
  if (target.startsWith('npm:')) {
    const name = target.slice('npm:'.length);
    return room.packages.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
  }
  const places = [room.place, ...room.values, ...(kind === 'types' ? (room.types ?? []) : [])];
  return places.some((place) => isIn(target, place));
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function sourcesIn(root: string, place: string): string[] {
  if (/\.\w+$/.test(place)) return place.endsWith('.ts') && exists(join(root, place)) ? [place] : [];
  if (!exists(join(root, place))) return [];
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .map((name) => `${place}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
}

function exists(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}

/**
 * What each file imports: files relative to the root, `node:x` and `npm:x`. esbuild drops `import type`; to see those too, the plugin hands them over as ordinary imports.
 */
async function importsOf(
  root: string,
  files: readonly string[],
  withTypes: boolean,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (files.length === 0) return found;
  const asValues: Plugin = {
    name: 'types-as-values',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, importer, kind, resolveDir }) => {
        if (kind === 'entry-point') return undefined;
        const from = slashes(relative(root, importer));
        const target = targetOf(path, resolveDir, root);
        found.set(from, (found.get(from) ?? new Set()).add(target));
        return { path: target, external: true };
      });
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8');
        return {
          loader: 'ts',
          contents: withTypes
            ? contents
                .replace(/\b(import|export)\s+type\s+(?=[{*]|\w+\s+from\b)/g, '$1 ')
                .replace(/([{,]\s*)type\s+(?=\w)/g, '$1')
            : contents,
        };
      });
    },
  };
  await build({
    entryPoints: files.map((file) => join(root, file)),
    bundle: true,
    write: false,
    outdir: join(root, 'nowhere'),
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [asValues],
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  for (const file of files) if (!found.has(file)) found.set(file, new Set());
  return found;
}

function targetOf(specifier: string, from: string, root: string): string {
  if (specifier.startsWith('node:')) return specifier;
  if (specifier.startsWith('.') || specifier.startsWith('/')) return slashes(relative(root, resolve(from, specifier)));
  const [scope = '', name] = specifier.split('/');
  return `npm:${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

if (argv[1] !== undefined && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  const root = argv[2] === undefined ? dirname(dirname(fileURLToPath(import.meta.url))) : resolve(argv[2]);
  const found = await forbiddenImports(root);
  for (const line of found) console.error(line);
  if (found.length > 0) exit(1);
}
