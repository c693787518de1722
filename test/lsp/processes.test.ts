import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { cli, root } from '../cli/helpers.ts';

const PLAN = readFileSync(new URL('../../examples/wanxi-new-materials.md', import.meta.url), 'utf8');
const CAPABILITIES = { textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } } };

/** Speaks to a server from its first word to a plan's findings. */
async function converse(reader: MessageReader, writer: MessageWriter, processId: number | null = null) {
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  await connection.sendRequest('initialize', { processId, rootUri: null, capabilities: CAPABILITIES });
  await connection.sendNotification('initialized', {});
  const uri = 'file:///plans/plan.md';
  const textDocument = { uri, languageId: 'markdown', version: 1, text: PLAN };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return { connection, items };
}

/** Processes that a failed test leaves behind would keep the run from ending. */
const started: ChildProcess[] = [];
after(() => {
  for (const child of started) child.kill('SIGKILL');
});

function kept<T extends ChildProcess>(child: T): T {
  started.push(child);
  return child;
}

function stdio(): ChildProcess {
  return kept(spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] }));
}

const over = (server: ChildProcess) =>
  [new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!)] as const;

test('`parkplan lsp --stdio` serves an editor and ends with 0 when it is told to', async () => {
  const server = stdio();
  const { connection, items } = await converse(...over(server));
  assert.ok(items.length > 3);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
});

test('findings of the bundled server lead to the rules’ pages that lie beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parkplan-bundle-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'docs/rules'), { recursive: true });
  const built = spawnSync(process.execPath, ['esbuild.mjs', '--outdir', join(folder, 'dist')], { cwd: root });
  assert.equal(built.status, 0, String(built.stderr));
  const server = kept(spawn(process.execPath, [join(folder, 'dist/cli.mjs'), 'lsp', '--stdio'], { stdio: 'pipe' }));
  const { items } = await converse(...over(server));
  const { href } = items[0]!.codeDescription!;
  assert.equal(href, `${pathToFileURL(join(realpathSync(folder), 'docs/rules')).href}/${items[0]!.code}.md`);
});

test('it ends when its input ends', async () => {
  const server = stdio();
  await converse(...over(server));
  server.stdin!.end();
  const [code] = await once(server, 'exit');
  assert.equal(code, 1, 'nobody told it to shut down');
});

test('it ends when its parent dies', async () => {
  const parent = kept(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']));
  const server = stdio();
  await converse(...over(server), parent.pid!);
  parent.kill('SIGKILL');
  const [code] = await once(server, 'exit');
  assert.equal(code, 1);
});

test('what is no message does not keep it from ending', async () => {
  const server = stdio();
  server.stdin!.write('GET / HTTP/1.1\r\n\r\nnonsense');
  server.stdin!.end();
  const [code] = await once(server, 'exit');
  assert.equal(code, 1);
});

test('without --stdio it says how to call it', async () => {
  const server = spawn(process.execPath, [cli, 'lsp', '--locale', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  server.stderr!.on('data', (chunk) => {
    told += chunk;
  });
  const [code] = await once(server, 'close');
  assert.equal(code, 2);
  assert.match(told, /--stdio/);
});

test('the server of the extension serves over a process’s own channel, and ends with it', async () => {
  const server = kept(fork(join(dirname(cli), 'server.js'), ['--node-ipc'], { silent: true }));
  const { items } = await converse(new IPCMessageReader(server), new IPCMessageWriter(server));
  assert.ok(items.length > 3);
  server.disconnect();
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
});
