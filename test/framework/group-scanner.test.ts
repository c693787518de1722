import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GroupScanner } from '../../server/src/framework/group-scanner.ts';
import type { GroupSource } from '../../server/src/framework/types.ts';
import { wordTable } from '../../server/src/framework/word-table.ts';
import { FRAMEWORK_PARTS } from '../../server/src/generated/framework.ts';
import { nine } from '../rules/helpers.ts';

const scan = (groups: readonly GroupSource[], text: string) => new GroupScanner(wordTable(groups)).scan(text);

function words(group: GroupSource, text: string): string[] {
  const { hits } = scan([group], text);
  return (hits.get(0) ?? []).map(({ from, to }) => text.slice(from, to));
}

test('a word inside a longer exception does not count, beside it does', () => {
  const green: GroupSource = { zh: ['绿色'], except: { zh: ['绿色通道'] } };
  assert.deepEqual(words(green, '开辟绿色通道'), []);
  assert.deepEqual(words(green, '开辟绿色通道,建设绿色工厂'), ['绿色']);
  const { excepted } = scan([green], '开辟绿色通道');
  assert.deepEqual(excepted.get(0), [{ from: 2, to: 4 }]);
});

test('an exception of one group leaves another group alone', () => {
  const { hits } = scan([{ zh: ['绿色'], except: { zh: ['绿色通道'] } }, { zh: ['通道'] }], '绿色通道');
  assert.equal(hits.has(0), false);
  assert.equal(hits.get(1)?.length, 1);
});

test('a gap reaches twelve characters within a clause, over an enumeration comma, not over a comma or a stop', () => {
  const group: GroupSource = { zh: ['引进…人才'] };
  assert.deepEqual(words(group, '引进高层次、青年科技人才'), ['引进高层次、青年科技人才']);
  assert.deepEqual(words(group, '引进项目,培养人才'), []);
  assert.deepEqual(words(group, '引进一二三四五六七八九十一二人才'), ['引进一二三四五六七八九十一二人才']);
  assert.deepEqual(words(group, '引进一二三四五六七八九十一二三人才'), []);
});

test('three parts join in order', () => {
  assert.deepEqual(words({ zh: ['由…牵头…落实'] }, '由市科技局牵头组织落实'), ['由市科技局牵头组织落实']);
});

test('an English word stands at word boundaries and takes its plural', () => {
  const group: GroupSource = { en: ['supplier', 'facility', 'park'] };
  assert.deepEqual(words(group, 'suppliers use facilities in parks near parkland'), [
    'suppliers',
    'facilities',
    'parks',
  ]);
  assert.deepEqual(words({ en: ['small business', 'skills'] }, 'small businesses with skills'), [
    'small businesses',
    'skills',
  ]);
  assert.deepEqual(words({ en: ['branch', 'box', 'set up…park'] }, 'set up two parks, branches and boxes'), [
    'set up two parks',
    'branches',
    'boxes',
  ]);
  assert.deepEqual(words({ en: ['park', 'branch'] }, 'parkes, parksx, branchs'), []);
});

test('a star takes any ending, a word without one does not', () => {
  assert.deepEqual(words({ en: ['incubat*'] }, 'incubators and incubation'), ['incubat', 'incubat']);
  assert.deepEqual(words({ en: ['incubator'] }, 'incubatory'), []);
});

test('Latin letters in a Chinese word end where the Latin word ends', () => {
  const group: GroupSource = { zh: ['CRO平台', '5G'] };
  assert.deepEqual(words(group, '建设cro平台和5g网络'), ['cro平台', '5g']);
  assert.deepEqual(words(group, 'macro平台和15g网络'), []);
});

test('words are folded as the text is: full-width letters, traditional characters, quotation marks', () => {
  assert.deepEqual(words({ zh: ['產業鏈', '“雙創”'] }, '双创带动产业链'), ['双创', '产业链']);
});

test('the words that are shipped compiled are those of the shipped groups', () => {
  assert.deepEqual(FRAMEWORK_PARTS.words, wordTable(nine.groups));
});
