// Brings the texts of test/by-address to a folder that `npm run eval` can measure. Usage: node scripts/fetch-labelled.ts FOLDER [--kind plan-zh|plan-en] [--clones DIR]
// Without --clones from raw.githubusercontent.com; with it from git repositories at DIR/OWNER/NAME, bare or not.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ADDRESSES = fileURLToPath(new URL('../test/by-address/', import.meta.url));

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { kind: { type: 'string' }, clones: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: node scripts/fetch-labelled.ts FOLDER [--kind plan-zh|plan-en] [--clones DIR]');
  exit(2);
}

const [head = '', ...rows] = readFileSync(join(ADDRESSES, 'sources.tsv'), 'utf8').trimEnd().split('\n');
const wanted = rows.filter((row) => values.kind === undefined || row.split('\t')[1] === values.kind);
mkdirSync(join(folder, 'plans'), { recursive: true });
let failed = 0;
const slugs = new Set<string>();
for (const row of wanted) {
  const [slug = '', , repo = '', commit = '', address = '', sha256 = ''] = row.split('\t');
  try {
    const { path, part } = partOf(address);
    const text = part(await fileAt(repo, commit, path));
    const found = createHash('sha256').update(text.trimEnd()).digest('hex');
    if (found !== sha256) throw new Error(`the text is another one than was labelled (${found})`);
    writeFileSync(join(folder, 'plans', `${slug}.md`), text);
    slugs.add(slug);
  } catch (error) {
    failed++;
    console.error(`${slug}: ${repo}@${commit.slice(0, 8)}:${address}: ${(error as Error).message}`);
  }
}
const labels = readFileSync(join(ADDRESSES, 'labels.tsv'), 'utf8').split('\n');
writeFileSync(join(folder, 'labels.tsv'), `${labels.filter((line) => slugs.has(line.split('\t')[0]!)).join('\n')}\n`);
writeFileSync(
  join(folder, 'sources.tsv'),
  `${[head, ...wanted.filter((row) => slugs.has(row.split('\t')[0]!))].join('\n')}\n`,
);
console.log(`${slugs.size} of ${wanted.length} texts; PARKPLAN_CORPUS=${folder} npm run eval`);
exit(failed > 0 ? 1 : 0);

/** `path`, `path lines=A-B` (from 1, both included) or `path json=/POINTER`: which file, and what of it. */
function partOf(address: string): { path: string; part: (file: string) => string } {
  const [, path, lines, pointer] = /^(.*?)(?: lines=(\S+)| json=(\S+))?$/s.exec(address)!;
  if (lines !== undefined) {
    const [from, to] = lines.split('-').map(Number);
    return {
      path: path!,
      part: (file) =>
        `${file
          .split('\n')
          .slice(from! - 1, to)
          .join('\n')}\n`,
    };
  }
  if (pointer === undefined) return { path: path!, part: (file) => file };
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return {
    path: path!,
    part(file) {
      let value: unknown = JSON.parse(file);
      for (const key of keys) value = (value as Record<string, unknown>)[key];
      if (typeof value !== 'string') throw new Error('there is no text at this place of the file');
      return value;
    },
  };
}

async function fileAt(repo: string, commit: string, path: string): Promise<string> {
  if (values.clones !== undefined)
    return execFileSync('git', ['-C', join(values.clones, repo), 'show', `${commit}:${path}`], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  const where = [repo, commit, ...path.split('/').map(encodeURIComponent)].join('/');
  const response = await fetch(`https://raw.githubusercontent.com/${where}`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
