import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** A bundle that has been run, and what V8 has compiled of it so far. */
export interface Compiled<Exports> {
  readonly exports: Exports;
  /** Keeps the code that this run has compiled for those to come. What cannot be written costs them their time, and nothing else. */
  keep(): void;
}

/**
 * Another plan calls further functions: what the first runs have compiled is put together.
 * Node's own cache holds a file as it is loaded, before any function has been called, so that each start compiled 1,600 functions anew.
 */
const RUNS_KEPT = 3;

/** Behind the code: its checksum, since V8 takes over code whose bytes have been changed, and how many runs have made it. */
const TRAILER = 8;

/**
 * Runs a bundle of CommonJS, wrapped as Node does it (absolute path; its name must change with its content), with the code that earlier runs have left in a folder.
 * Without a folder, and where the code is of another V8 or broken, it is compiled as ever. Throws what the bundle throws.
 */
export function runCompiled<Exports>(file: string, folder: string | undefined, name: string): Compiled<Exports> {
  const { crc32 } = process.getBuiltinModule('node:zlib');
  const { cachedDataVersionTag } = process.getBuiltinModule('node:v8');
  const place = folder === undefined ? undefined : join(folder, `${name}.code`);
  const kept = place === undefined ? undefined : readKept(place, crc32);
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, ...(kept && { cachedData: kept.code }) });
  const runs = kept && !script.cachedDataRejected ? kept.runs : 0;
  const flags = cachedDataVersionTag();
  const module = { exports: {} as Exports };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep() {
      // Code that was made under other flags is none for the next start.
      if (place === undefined || runs >= RUNS_KEPT || cachedDataVersionTag() !== flags) return;
      const code = script.createCachedData();
      const trailer = Buffer.alloc(TRAILER);
      trailer.writeUInt32LE(crc32(code), 0);
      trailer.writeUInt32LE(runs + 1, 4);
      writeKept(place, [code, trailer]);
    },
  };
}

function readKept(place: string, crc32: (data: Buffer) => number) {
  try {
    const bytes = readFileSync(place);
    const end = bytes.length - TRAILER;
    const code = bytes.subarray(0, end);
    return end > 0 && crc32(code) === bytes.readUInt32LE(end) ? { code, runs: bytes.readUInt32LE(end + 4) } : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another run may read it at the same time. */
function writeKept(place: string, parts: readonly Buffer[]): void {
  const part = `${place}.${process.pid}`;
  try {
    writeFileSync(part, Buffer.concat(parts), { mode: 0o600 });
    renameSync(part, place);
  } catch {
    rmSync(part, { force: true });
  }
}
