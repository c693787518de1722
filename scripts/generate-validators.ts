import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Modules by who needs them, so that nobody loads what he does not use; each has the schemas of these names. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  'front-matter': ['front-matter'],
  config: ['config'],
  case: ['case'],
  framework: ['framework', 'lexicon', 'speech', 'essentials', 'pathway'],
};

/**
 * Texts of modules by file name: of each one with a validating function for each of its `schemas/*.schema.json`, of its declarations, and of what these share.
 * Need neither ajv nor `eval` at run time. `front-matter.schema.json` becomes `frontMatter`, `case.schema.json` `caseFile` (`case` is a word of the language).
 */
export async function validatorModules(): Promise<ReadonlyMap<string, string>> {
  // `verbose`: an error carries the schema that it broke, so that a reader can name the keys that are known there.
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  const ids = new Map<string, string>();
  for (const file of readdirSync(`${root}schemas`).sort()) {
    if (!file.endsWith('.schema.json')) continue;
    const schema = JSON.parse(readFileSync(`${root}schemas/${file}`, 'utf8'), withoutWords) as AnySchemaObject;
    const id = schema.$id;
    if (typeof id !== 'string') throw new Error(`schemas/${file} has no $id`);
    ajv.addSchema(schema);
    ids.set(file.slice(0, -'.schema.json'.length), id);
  }
  const texts = new Map([['validator.d.ts', HEADER + DECLARATIONS]]);
  for (const [module, schemas] of Object.entries(MODULES)) {
    const names = Object.fromEntries(schemas.map((name) => [exportName(name), ids.get(name)!]));
    texts.set(`${module}.js`, HEADER + (await bundled(standaloneCode(ajv, names))));
    const exported = Object.keys(names).map((name) => `export declare const ${name}: Validator;\n`);
    texts.set(`${module}.d.ts`, `${HEADER}import type { Validator } from './validator.js';\n${exported.join('')}`);
  }
  return texts;
}

/** Errors carry their schema along; of what it says to people only the words beside these keywords are told (framework/data-file.ts). */
const TOLD = [
  'pattern',
  'format',
  'const',
  'not',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'propertyNames',
];

function withoutWords(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const isTold = TOLD.some((keyword) => keyword in this);
  return key === 'description' && typeof value === 'string' && !isTold ? undefined : value;
}

const HEADER = '/** Made by scripts/generate-validators.ts from schemas/*.schema.json. */\n';

async function bundled(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'validators.js' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    charset: 'utf8',
    logLevel: 'error',
  });
  return result.outputFiles[0]!.text;
}

function exportName(name: string): string {
  if (name === 'case') return 'caseFile';
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const DECLARATIONS = `
export interface ValidationError {
  readonly keyword: string;
  /** JSON pointer to the offending value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The schema object that holds the keyword. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

`;
