import { type Browser, chromium, type Page } from 'playwright-core';
import type { Server } from './server.ts';

/** A window of VS Code, driven as a person would. */
export interface Window {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export interface WindowOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of a file to open. */
  readonly file?: string;
  /** Further pairs for the page's address. */
  readonly payload?: readonly (readonly [string, string])[];
  /** Lets the page read from other addresses of this machine. */
  readonly bypassCsp?: boolean;
  /** The window's language; English when left out. VS Code's own words stay English without a language pack; what extensions say follows. */
  readonly language?: 'zh-cn';
  readonly size?: { readonly width: number; readonly height: number };
  /** Called before the page is loaded, to expose functions to it. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const SIZE = { width: 1280, height: 800 };

/** A sandbox of its own is not to be had for root, nor a network: without these Chromium fails, or asks for names without end. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that the tests changed on its way counts as foreign, and may not speak to this machine otherwise.
  '--disable-features=LocalNetworkAccessChecks',
];

/** Opens the folder in a window of 1280 × 800. Resolves when the page is loaded, not yet when the workbench stands. */
export async function openWindow(server: Server, options: WindowOptions): Promise<Window> {
  const browser: Browser = await chromium.launch({ executablePath: server.host.chromium, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: options.size ?? SIZE, bypassCSP: options.bypassCsp === true });
    if (options.language !== undefined) await page.addInitScript(speak, options.language);
    await options.prepare?.(page);
    const payload = [['skipWelcome', 'true'], ...(options.payload ?? [])];
    if (options.file !== undefined) payload.push(['openFile', remote(server, options.file)]);
    const query = new URLSearchParams({ folder: options.folder, payload: JSON.stringify(payload) });
    await page.goto(`http://${server.authority}/?${query}`);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Runs in the page: its own script sets the language that it was built for. */
function speak(language: string): void {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
}

/** The address of a file as the window knows it. */
export function remote(server: Server, path: string): string {
  return `vscode-remote://${server.authority}${path}`;
}
