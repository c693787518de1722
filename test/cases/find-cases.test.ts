import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FindContext, find, findableCase, indexOf } from '../../server/src/cases/find-cases.ts';
import { CASES } from '../../server/src/generated/cases.ts';

const index = indexOf(CASES.map(findableCase));

function keys(query: string, context?: FindContext): string[] {
  return find(index, query, context).map(({ entry }) => entry.key);
}

test('a case is found by key, Chinese name, pinyin, initials, place and industry', () => {
  assert.equal(keys('ks', { pathway: 'talent' })[0], 'kunshan-sirna');
  assert.deepEqual(keys('ks').slice(0, 2).sort(), ['kunshan-it', 'kunshan-sirna']);
  assert.deepEqual(keys('核酸'), ['kunshan-sirna']);
  assert.equal(keys('xiaohesuan')[0], 'kunshan-sirna');
  assert.equal(keys('liushi')[0], 'liushi-low-voltage');
  assert.equal(keys('温州')[0], 'liushi-low-voltage');
  assert.equal(keys('印染')[0], 'keqiao-textile-upgrade');
  assert.ok(keys('Penang').includes('penang-ee'));
});

test('a place that is read otherwise than its characters alone', () => {
  assert.equal(keys('chongqing')[0], 'chongqing-laptop');
  assert.equal(keys('cqbjb')[0], 'chongqing-laptop');
  assert.ok(keys('yueqing').includes('liushi-low-voltage'));
});

test('traditional characters and full-width letters find the same cases', () => {
  assert.deepEqual(keys('崑山'), keys('昆山'));
  assert.deepEqual(keys('輕紡城'), keys('轻纺城'));
  assert.deepEqual(keys('ｋｓ'), keys('ks'));
});

test('several words must all fit', () => {
  assert.deepEqual(keys('昆山 笔记本'), ['kunshan-it']);
  assert.deepEqual(keys('昆山 陶瓷'), []);
});

test('what fits the chapter and the plan comes first, and does not bring up what does not fit', () => {
  const context = { pathway: 'traditional-upgrade', words: '云栅区印染产业园发展规划' };
  assert.equal(keys('柯桥', context)[0], 'keqiao-textile-upgrade');
  assert.equal(keys('柯桥', { pathway: 'chain-gap' })[0], 'keqiao-textile-chain');
  assert.equal(keys('', context)[0], 'keqiao-textile-upgrade');
  assert.equal(keys('').length, CASES.length);
  assert.deepEqual(keys('核酸', context), ['kunshan-sirna']);
  assert.deepEqual(keys('没有这样的案例', context), []);
});
