import { relative, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { serveFolder } from './serve-folder.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';
import { openWindow, remote } from './window.ts';

export interface Suite {
  /** Folder of the extension under test. */
  readonly extension: string;
  /** The compiled test entry, which exports `run()`; it lies under the extension's folder. */
  readonly tests: string;
  /** The folder that the window opens. */
  readonly folder: string;
  /** Which extension host runs both: Node's, or the web worker. */
  readonly in: 'node' | 'worker';
  readonly server?: ServerOptions;
  /** Receives the log as it comes. */
  readonly hear?: (line: string) => void;
}

export interface SuiteResult {
  /** 0 when `run()` resolved, 1 when it rejected. */
  readonly code: number;
  /** What the window and the extension host wrote to their consoles. */
  readonly log: readonly string[];
}

/** How the window gets to know the extension and its tests. */
interface Place {
  readonly payload: readonly (readonly [string, string])[];
  readonly prepare: (page: Page) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const LIMIT_MS = 120_000;

/** Runs a test entry in a real VS Code. Rejects when the window never came to an end. */
export async function runSuite(suite: Suite): Promise<SuiteResult> {
  const server = await startServer(suite.server);
  const place = suite.in === 'node' ? inNode(server, suite) : await inWorker(server, suite);
  try {
    return await runIn(server, suite, place);
  } finally {
    await place.stop();
    await server.stop();
  }
}

async function runIn(
  server: Server,
  { folder, in: where, hear }: Suite,
  { payload, prepare }: Place,
): Promise<SuiteResult> {
  const log: string[] = [];
  const { promise: exit, resolve, reject } = Promise.withResolvers<number>();
  const window = await openWindow(server, {
    folder,
    payload,
    bypassCsp: where === 'worker',
    prepare: async (page) => {
      await prepare(page);
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        const line = args.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' ');
        log.push(line);
        hear?.(line);
      });
      await page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    },
  });
  const late = () => reject(new Error(`No end after ${LIMIT_MS / 1000} s.\n${log.join('\n')}`));
  const timer = setTimeout(late, LIMIT_MS);
  try {
    return { code: await exit, log };
  } finally {
    clearTimeout(timer);
    await window.close();
  }
}

function inNode(server: Server, { extension, tests }: Suite): Place {
  return {
    payload: [
      ['extensionDevelopmentPath', remote(server, extension)],
      ['extensionTestsPath', remote(server, tests)],
    ],
    prepare: async () => {},
    stop: async () => {},
  };
}

/**
 * In the worker an extension from the server's disk may not start workers of its own. So this one is served as web extensions are, and
 * the window's configuration, which stands in its page, is told of it.
 */
async function inWorker(server: Server, { extension, tests }: Suite): Promise<Place> {
  const { port, stop } = await serveFolder(extension);
  const authority = `localhost:${port}`;
  const extensions = [{ scheme: 'http', authority, path: '/' }];
  const entry = relative(extension, tests).split(sep).join('/');
  return {
    payload: [['extensionTestsPath', `http://${authority}/${entry}`]],
    stop,
    prepare: async (page) => {
      await page.route(`http://${server.authority}/?*`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: withExtensions(await response.text(), extensions) });
      });
    },
  };
}

/** The workbench's page with extensions under development in its configuration. */
function withExtensions(page: string, extensions: readonly object[]): string {
  const setting = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  if (!setting.test(page)) throw new Error('The page of VS Code holds its configuration elsewhere now');
  return page.replace(setting, (_, before: string, text: string) => {
    const configuration = JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const developmentOptions = { ...configuration.developmentOptions, extensions };
    const json = JSON.stringify({ ...configuration, developmentOptions });
    return `${before}${json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
