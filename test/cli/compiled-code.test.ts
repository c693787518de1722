import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runCompiled } from '../../server/src/cli/compiled-code.ts';
import { project } from './helpers.ts';

const folder = mkdtempSync(join(tmpdir(), 'parkplan-code-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const bundle = join(folder, 'bundle-1.cjs');
writeFileSync(
  bundle,
  `(function (exports, require, module, __filename, __dirname) {
  exports.first = () => { let sum = 0; for (const one of [1, 2, 3]) sum += one * 7; return sum; };
  exports.second = (text) => text.split('').map((one) => one.codePointAt(0) + 40).join('-') + __dirname + typeof require('node:fs').statSync;
})`,
);

interface Bundle {
  first(): number;
  second(text: string): string;
}

const compiled = (name: string) => runCompiled<Bundle>(bundle, folder, name);
const kept = (name: string) => readFileSync(join(folder, `${name}.code`));

describe('compiled code', () => {
  it('is kept with the functions that a run has called, and those of later runs are put to them', () => {
    const one = compiled('grows');
    assert.equal(one.exports.first(), 42);
    one.keep();
    const first = kept('grows').length;
    const two = compiled('grows');
    assert.match(two.exports.second('园区'), /^22293-21346.*function$/);
    two.keep();
    const second = kept('grows').length;
    assert.ok(second > first, `${second} bytes, not more than ${first}`);
    const three = compiled('grows');
    three.keep();
    assert.ok(kept('grows').length > first, 'a run that calls nothing loses none of it');
  });

  it('is made by three runs and then left as it is', () => {
    for (let run = 0; run < 3; run++) compiled('three').keep();
    const third = kept('three');
    const fourth = compiled('three');
    fourth.exports.first();
    fourth.keep();
    assert.deepEqual(kept('three'), third);
  });

  it('is not trusted where a byte of it is another, and made anew', () => {
    const one = compiled('broken');
    one.exports.second('一');
    one.keep();
    const bytes = kept('broken');
    const at = bytes.length >> 1;
    bytes[at] = bytes[at]! ^ 0xff;
    for (const broken of [bytes, bytes.subarray(0, at), Buffer.from('short')]) {
      writeFileSync(join(folder, 'broken.code'), broken);
      const again = compiled('broken');
      assert.match(again.exports.second('一'), /^20008/);
      again.keep();
      assert.equal(kept('broken').readUInt32LE(kept('broken').length - 4), 1, 'the first run of a new one');
    }
  });

  it('costs nothing but time where it cannot be written, and leaves nothing half written', () => {
    const nowhere = join(folder, 'none');
    const one = runCompiled<Bundle>(bundle, nowhere, 'x');
    one.keep();
    assert.equal(runCompiled<Bundle>(bundle, undefined, 'x').exports.first(), 42);
    assert.deepEqual(
      readdirSync(folder).filter((name) => !/\.(?:cjs|code)$/.test(name)),
      [],
    );
  });
});

const PLAN = '# 东港产业园产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2030年，产值突破500亿元。\n';

describe('the command line', { skip: getCompileCacheDir === undefined && 'this Node keeps no compiled code' }, () => {
  it('keeps what a small run has compiled, by command, and finds the same with it', () => {
    const { run, runWith, path } = project({ 'plan.md': PLAN });
    const env = { NODE_COMPILE_CACHE: path('code') };
    const plain = run('lint', 'plan.md');
    const runs = Array.from({ length: 5 }, () => runWith({ env }, 'lint', 'plan.md'));
    for (const one of runs) assert.deepEqual(one, plain);
    runWith({ env }, '--version');
    const names = readdirSync(path('code'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.code/.test(name),
    );
    assert.deepEqual(names.map((name) => name.replace(/^.*-/, '')).sort(), ['lint.code', 'none.code']);
  });

  it('keeps none where Node is told to keep none', () => {
    const { runWith, path, put } = project({ 'plan.md': PLAN });
    put('code/.keep', '');
    runWith({ env: { NODE_COMPILE_CACHE: path('code'), NODE_DISABLE_COMPILE_CACHE: '1' } }, 'lint', 'plan.md');
    assert.deepEqual(readdirSync(path('code')), ['.keep']);
  });

  it('writes all that it has to say before it ends, however slowly it is read', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`plan-${i}.md`, PLAN]));
    const { run, runWith, path, put } = project(many);
    put('slow.sh', '"$@" | (sleep 1; cat > slow.json); exit 0');
    const whole = run('lint', '--format', 'json', '.');
    chmodSync(path('slow.sh'), 0o755);
    runWith({}, 'lint', '--format', 'json', '-o', 'whole.json', '.');
    assert.deepEqual(JSON.parse(readFileSync(path('whole.json'), 'utf8')), JSON.parse(whole.out));
    assert.ok(whole.out.length > 100_000, `${whole.out.length} characters are more than a pipe holds`);
  });
});
