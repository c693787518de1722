import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlan } from '../../server/src/plan/parse-plan.ts';
import { Rope } from '../../server/src/rope.ts';
import { keptRates } from '../../server/src/rules/word-rates.ts';

const WORDY = { words: ['产业'], except: ['产业园'], atLeast: 2 };
const SILENT = { words: ['产业'], except: ['产业园'], fewerThan: 2 };
const RATES = [WORDY, SILENT];
const FILLER = '推动园区道路、管网和厂房加快建设，逐项抓好落实。'.repeat(50);

test('a text is told by how often it has a word, and a short one is not called silent', () => {
  const kept = (text: string) => [...keptRates(RATES, readPlan(Rope.of(text)).plan)];
  assert.deepEqual(kept(`# 云川园区规划\n\n${FILLER}\n`), [SILENT]);
  assert.deepEqual(kept(`# 云川园区规划\n\n${FILLER}${'发展产业。'.repeat(3)}\n`), [WORDY]);
  assert.deepEqual(kept(`# 云川园区规划\n\n${FILLER}${'建设产业园。'.repeat(3)}\n`), [SILENT]);
  assert.deepEqual(kept('# 云川园区规划\n\n建设道路。\n'), []);
});

test('words that come, go and move with edits are counted as in a text that is read anew', () => {
  const put = '\n\n发展产业，壮大产业，延伸产业。';
  let text = Rope.of(`# 云川园区规划\n\n## 一、任务\n\n${FILLER}\n\n## 二、保障\n\n${FILLER}\n`);
  let reading = readPlan(text);
  const edit = (from: number, to: number, words: string) => {
    text = text.edited(from, to, words);
    reading = readPlan(text, reading);
    const now = [...keptRates(RATES, reading.plan)];
    assert.deepEqual(now, [...keptRates(RATES, readPlan(Rope.of(text.toString())).plan)]);
    return now;
  };
  const end = (words: string) => text.toString().indexOf(words) + words.length;
  assert.deepEqual(edit(end('一、任务'), end('一、任务'), put), [SILENT]);
  assert.deepEqual(edit(end('二、保障'), end('二、保障'), put), [WORDY]);
  assert.deepEqual(edit(end('发展'), end('发展产业'), ''), [WORDY]);
  assert.deepEqual(edit(end('一、任务'), end('延伸产业。'), ''), [SILENT]);
  assert.deepEqual(edit(end('二、保障'), end('二、保障'), `${put}${put}`), [WORDY]);
});
