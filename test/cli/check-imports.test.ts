import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/check-imports.ts', import.meta.url));

function run(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'parkplan-imports-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const { status, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
  rmSync(root, { recursive: true });
  return { status, lines: stderr.split('\n').filter((line) => line !== '') };
}

const RANGE = 'export interface Range { readonly start: number }\nexport const zero = 0;\n';

test('imports along the table pass', () => {
  const { status, lines } = run({
    'server/src/text.ts': RANGE,
    'server/src/plan/types.ts':
      "import type { Range } from '../text.ts';\nexport interface Plan { readonly range: Range }\n",
    'server/src/report/text.ts': "import { width } from 'get-east-asian-width';\nexport const text = () => width;\n",
    'server/src/cli/main.ts':
      "import fs from 'node:fs';\nimport { text } from '../report/text.ts';\nexport { fs, text };\n",
  });
  assert.deepEqual([status, lines], [0, []]);
});

const BAD: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a plan that knows a rule',
    'server/src/plan/a.ts',
    "import { rule } from '../rules/x.ts';\nexport { rule };",
    /plan\/a\.ts imports server\/src\/rules\/x\.ts/,
  ],
  [
    'a plan that knows only the type of a rule',
    'server/src/plan/a.ts',
    "import type { Rule } from '../rules/x.ts';\nexport type A = Rule;",
    /imports the types of server\/src\/rules\/x\.ts/,
  ],
  [
    'a type among values',
    'server/src/plan/a.ts',
    "import { type Rule } from '../rules/x.ts';\nexport type A = Rule;",
    /rules\/x\.ts/,
  ],
  [
    'a type passed on',
    'server/src/evidence/a.ts',
    "export type { Rule } from '../rules/x.ts';",
    /evidence\/a\.ts imports the types of/,
  ],
  [
    'Node in the engine',
    'server/src/evidence/a.ts',
    "import { readFileSync } from 'node:fs';\nexport { readFileSync };",
    /imports node:fs/,
  ],
  [
    'Node without its prefix',
    'server/src/framework/a.ts',
    "import { readFileSync } from 'fs';\nexport { readFileSync };",
    /imports npm:fs/,
  ],
  [
    'Node in the resolver of configuration',
    'server/src/config/a.ts',
    "import path from 'node:path';\nexport { path };",
    /imports node:path/,
  ],
  [
    'a lazy import',
    'server/src/rules/a.ts',
    "export const load = () => import('../plan/parse-plan.ts');",
    /imports server\/src\/plan\/parse-plan\.ts/,
  ],
  [
    'a framework that uses more than the types of plans',
    'server/src/framework/a.ts',
    "import { x } from '../plan/types.ts';\nexport { x };",
    /imports server\/src\/plan\/types\.ts/,
  ],
  [
    'a server that knows the command line',
    'server/src/lsp/a.ts',
    "import { x } from '../cli/files.ts';\nexport { x };",
    /lsp\/a\.ts imports server\/src\/cli\/files\.ts/,
  ],
  [
    'a command line that knows the protocol',
    'server/src/cli/a.ts',
    "import { x } from '../lsp/y.ts';\nexport { x };",
    /never know the protocol/,
  ],
  [
    'a client that runs code of the server',
    'client/src/a.ts',
    "import { x } from '../../server/src/lsp/protocol.ts';\nexport { x };",
    /client\/src\/a\.ts imports server/,
  ],
  [
    'a package that a room has no use for',
    'server/src/evidence/a.ts',
    "import y from 'yaml';\nexport { y };",
    /imports npm:yaml/,
  ],
];

for (const [what, file, source, expected] of BAD) {
  test(`${what} is told and fails`, () => {
    const { status, lines } = run({ [file]: source });
    assert.equal(status, 1);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, expected);
  });
}

test('an import that stands in a comment or a string is none', () => {
  const source =
    "// import { rule } from '../rules/x.ts';\nexport const text = \"import { rule } from '../rules/x.ts'\";\n";
  assert.equal(run({ 'server/src/plan/a.ts': source }).status, 0);
});

test('a client may know the types of the messages', () => {
  const source = "import type { Message } from '../../server/src/lsp/protocol.ts';\nexport type A = Message;\n";
  assert.equal(run({ 'client/src/a.ts': source }).status, 0);
});
