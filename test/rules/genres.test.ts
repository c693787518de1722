import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Framework } from '../../server/src/framework/compile.ts';
import type { GenreSource } from '../../server/src/framework/types.ts';
import { parsePlan, readPlan } from '../../server/src/plan/parse-plan.ts';
import { genresOf } from '../../server/src/rules/genres.ts';

const held = (text: string, genre: GenreSource) =>
  genresOf(parsePlan(text), { genres: [genre] } as unknown as Framework).length > 0;

/** A thousand characters that speak of nothing. */
const FILLER = '修路种树，方便居民。'.repeat(100);

test('words are words of a framework, not patterns', () => {
  const genre: GenreSource = { text: { zh: { words: ['(5g+', '[a-z]'], atLeast: 1 } } };
  assert.ok(held('## 一、任务\n\n推广 (5G+ 应用。\n', genre));
  assert.ok(!held('## 一、任务\n\n推广 5G 应用。\n', genre));
});

test('a longer word that means something else is not counted', () => {
  const genre: GenreSource = { text: { zh: { words: ['产业'], except: ['产业园'], fewerThan: 1 } } };
  assert.ok(held(`## 一、任务\n\n建设产业园和产业园。${FILLER}\n`, genre));
  assert.ok(!held(`## 一、任务\n\n建设产业园，做强产业、产业。${FILLER}\n`, genre));
});

test('a title and a text that are both given must both hold, and a language without an entry does not', () => {
  const genre: GenreSource = { titles: { zh: ['措施'] }, text: { zh: { words: ['产业'], atLeast: 1 } } };
  assert.ok(held('# 云川园区若干措施\n\n做强产业。\n', genre));
  assert.ok(!held('# 云川园区规划\n\n做强产业。\n', genre));
  assert.ok(!held('# 云川园区若干措施\n\n做强品牌。\n', genre));
  assert.ok(
    !held('# 云川园区若干措施\n\n做强产业。\n', {
      titles: { zh: ['措施'] },
      text: { en: { words: ['zone'], atLeast: 1 } },
    }),
  );
});

test('whole words in English', () => {
  const genre: GenreSource = { text: { en: { words: ['ai'], atLeast: 1 } } };
  assert.ok(held('## Actions\n\nThe agency will train 20 people in AI.\n', genre));
  assert.ok(!held('## Actions\n\nThe agency will train 20 people in maintenance.\n', genre));
});

test('what an edit adds or takes away is counted as in a text that is read anew', () => {
  const genre: GenreSource = { text: { zh: { words: ['产业'], fewerThan: 2 } } };
  const framework = { genres: [genre] } as unknown as Framework;
  const states = [`## 一、任务\n\n做强产业。\n\n${FILLER}\n`, `## 一、任务\n\n做强产业、产业、产业。\n\n${FILLER}\n`];
  let reading = readPlan(states[0]!);
  for (const text of [states[0]!, states[1]!, states[0]!]) {
    reading = readPlan(text, reading);
    assert.equal(genresOf(reading.plan, framework).length, held(text, genre) ? 1 : 0);
    assert.equal(held(text, genre), text === states[0]);
  }
});

test('a text without a title is what it says that it is before its first heading', () => {
  const genre: GenreSource = { titles: { zh: ['意见'] } };
  assert.ok(held('为推动产业发展，现提出如下意见。\n\n一、主要任务\n\n建设厂房。\n', genre));
  assert.ok(!held('为落实国家意见，推动产业发展。\n\n一、主要任务\n\n建设厂房。\n', genre));
  assert.ok(!held('# 云川园区规划\n\n为推动产业发展，现提出如下意见。\n', genre));
});

test('a plan for one year is one by its period or by the year of its title, set apart or not', () => {
  const yearly = (text: string, period?: { from: number; to: number }) =>
    genresOf(parsePlan(text), { genres: [{ years: 1 }] } as unknown as Framework, period).length > 0;
  assert.ok(yearly('# 2026年云川园区招商行动方案\n\n建设厂房。\n'));
  assert.ok(yearly('# 2026 年云川园区招商行动方案\n\n建设厂房。\n'));
  assert.ok(yearly('# 云川园区行动方案\n\n建设厂房。\n', { from: 2026, to: 2026 }));
  assert.ok(!yearly('# 云川园区行动方案\n\n建设厂房。\n', { from: 2026, to: 2027 }));
  assert.ok(!yearly('# 云川园区行动方案\n\n建设厂房。\n'));
});
