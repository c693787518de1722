import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * The text of a module that exports one validating function per `schemas/*.schema.json`, and of its declarations. Needs neither ajv nor `eval` at run time.
 * `config.schema.json` becomes `config`, `front-matter.schema.json` `frontMatter`, `case.schema.json` `caseFile` (`case` is a word of the language).
 */
export async function validatorsModule(): Promise<{ js: string; dts: string }> {
  // `verbose`: an error carries the schema that it broke, so that a reader can name the keys that are known there.
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  const names: Record<string, string> = {};
  for (const file of readdirSync(`${root}schemas`).sort()) {
    if (!file.endsWith('.schema.json')) continue;
    const schema = JSON.parse(readFileSync(`${root}schemas/${file}`, 'utf8')) as AnySchemaObject;
    const id = schema.$id;
    if (typeof id !== 'string') throw new Error(`schemas/${file} has no $id`);
    ajv.addSchema(schema);
    names[exportName(file.slice(0, -'.schema.json'.length))] = id;
  }
  const result = await build({
    stdin: { contents: standaloneCode(ajv, names), resolveDir: root, sourcefile: 'validators.js' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    charset: 'utf8',
    logLevel: 'error',
  });
  const header = '/** Made by scripts/generate-validators.ts from schemas/*.schema.json. */\n';
  return {
    js: header + result.outputFiles[0]!.text,
    dts: `${header}${DECLARATIONS}${Object.keys(names)
      .map((name) => `export declare const ${name}: Validator;\n`)
      .join('')}`,
  };
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
