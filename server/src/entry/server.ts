/** The extension's server, one bundle for both: a process of its own (VS Code on the desktop and remotely) or a web worker (in the browser). */
const inWorker = 'importScripts' in globalThis;

// Neither waits for anything, so that its handlers stand before the first message can arrive.
void (inWorker ? import('./worker.ts') : import('./node.ts'));
