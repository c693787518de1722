import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeOf } from '../../server/src/cli/locale.ts';
import { progressOn } from '../../server/src/cli/progress.ts';

test('the language comes from the first variable that is set, and is Chinese when in doubt', () => {
  assert.equal(localeOf({}), 'zh-CN');
  assert.equal(localeOf({ LANG: 'C.UTF-8' }), 'zh-CN');
  assert.equal(localeOf({ LANG: 'POSIX' }), 'zh-CN');
  assert.equal(localeOf({ LANG: '' }), 'zh-CN');
  assert.equal(localeOf({ LANG: 'zh_TW.UTF-8' }), 'zh-CN');
  assert.equal(localeOf({ LANG: 'en_GB.UTF-8' }), 'en');
  assert.equal(localeOf({ LANG: 'de_DE.UTF-8' }), 'en');
  assert.equal(localeOf({ LC_ALL: 'en_US', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }), 'en');
  assert.equal(localeOf({ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }), 'zh-CN');
});

test('progress is told on a terminal only, after a second, and wiped at the end', () => {
  let time = 0;
  const written: string[] = [];
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) });
  const onTerminal = progressOn(
    stream(true),
    (done, path) => `${done} ${path}`,
    () => time,
  );
  time = 900;
  onTerminal.step(1, 'a.md');
  assert.deepEqual(written, []);
  time = 1100;
  onTerminal.step(2, 'b.md');
  time = 1110;
  onTerminal.step(3, 'c.md');
  onTerminal.end();
  assert.deepEqual(written, ['\r\u001b[2K2 b.md', '\r\u001b[2K']);

  written.length = 0;
  const elsewhere = progressOn(
    stream(false),
    () => 'x',
    () => time,
  );
  time = 9000;
  elsewhere.step(5, 'd.md');
  elsewhere.end();
  assert.deepEqual(written, []);
});
