import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getuid, platform } from 'node:process';

/** A pandoc to test with, installed from Debian when it is missing (about 20 seconds and 200 MB, once); says what it does. Throws with how to get it where it cannot. */
export function installPandoc(): void {
  if (spawnSync('pandoc', ['--version']).status === 0) return;
  const byHand = 'install pandoc yourself (Debian: apt-get install pandoc; else https://pandoc.org/installing.html)';
  if (platform !== 'linux' || !existsSync('/usr/bin/apt-get') || getuid?.() !== 0)
    throw new Error(`The tests of export need pandoc: ${byHand}`);
  console.error('[export] installing pandoc from Debian');
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...wait, 'update'], { stdio: 'ignore' });
  const { status, stderr } = spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'pandoc'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pandoc could not be installed: ${stderr.trim()}; ${byHand}`);
}
