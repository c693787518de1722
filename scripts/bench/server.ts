// The built language server, spoken to over its real wire: first diagnostics, a keystroke, memory. Usage: node scripts/bench/server.ts (after npm run build)
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
/** As client/src/desktop/main.ts starts it. */
const FLAGS = ['--max-semi-space-size=4'];
const PLANS = 50;
const CHARACTERS = 30_000;
const KEYSTROKES = 60;
/** Until the server has given back what it can. */
const REST_MS = 8000;

const server = spawn(process.execPath, [...FLAGS, SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout!),
  new StreamMessageWriter(server.stdin!),
);
connection.listen();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  locale: 'zh-cn',
  workspaceFolders: null,
  capabilities: { textDocument: { diagnostic: {} } },
});
await connection.sendNotification('initialized', {});

const plans = Array.from({ length: PLANS }, (_, i) => planOf(CHARACTERS, i));
const firsts: number[] = [];
for (const [i, text] of plans.entries()) {
  const started = performance.now();
  await open(connection, uriOf(i), text);
  await pull(connection, uriOf(i));
  firsts.push(performance.now() - started);
}
const keys = await keystrokes(connection, uriOf(0));
const [cold, ...warm] = firsts;
console.log(`plans of ${CHARACTERS} characters, ${PLANS} open`);
console.log(`first diagnostics, first plan of the process: ${ms(cold!)}`);
console.log(`first diagnostics, warm server: median ${ms(median(warm))}, p95 ${ms(quantile(warm, 0.95))}`);
console.log(`keystroke, edit to diagnostics: median ${ms(median(keys))}, p95 ${ms(quantile(keys, 0.95))}`);
const busy = memoryOf(server);
await new Promise((resolve) => setTimeout(resolve, REST_MS));
console.log(
  `memory with ${PLANS} plans open: ${memoryOf(server)} MB resident at rest, ${busy} MB right after the work`,
);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');

/** Examples one after the other up to a length, each plan another. */
function planOf(characters: number, number: number): string {
  const texts = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
  let text = '';
  for (let i = number; text.length < characters; i++) text += texts[i % texts.length];
  return `# 园区产业发展规划（${number}）\n\n${text.slice(0, characters)}`;
}

function uriOf(number: number): string {
  return `file:///plans/${number}.md`;
}

function open(connection: ProtocolConnection, uri: string, text: string): Promise<void> {
  return connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
}

function pull(connection: ProtocolConnection, uri: string): Promise<unknown> {
  return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
}

/** One character typed and told after the other, in the middle of the text. */
async function keystrokes(connection: ProtocolConnection, uri: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const at = { line: 40, character: 0 };
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: '园' }],
    });
    await pull(connection, uri);
    times.push(performance.now() - started);
  }
  return times;
}

function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1024);
}

function median(list: readonly number[]): number {
  return quantile(list, 0.5);
}

function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
