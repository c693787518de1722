import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesAny, matchesGlob } from '../../server/src/config/glob.ts';

const CASES: readonly (readonly [string, string, boolean])[] = [
  ['*.md', 'plan.md', true],
  ['*.md', 'plans/2026/plan.md', true],
  ['/*.md', 'plan.md', true],
  ['/*.md', 'plans/plan.md', false],
  ['plans/*.md', 'plans/plan.md', true],
  ['plans/*.md', 'plans/old/plan.md', false],
  ['plans/**/*.md', 'plans/plan.md', true],
  ['plans/**/*.md', 'plans/a/b/plan.md', true],
  ['plans/**', 'plans/a/b.md', true],
  ['plans/**', 'plans', false],
  ['plans/', 'plans/a/b.md', true],
  ['./plans/*.md', 'plans/a.md', true],
  ['**/草案/*', '园区/草案/一.md', true],
  ['**', 'a/b', true],
  ['a/**/b/**/c', 'a/x/b/c', true],
  ['a/**/b/**/c', 'a/x/c', false],
  ['规划?.md', '规划三.md', true],
  ['规划?.md', '规划十三.md', false],
  ['plan-[0-9].md', 'plan-7.md', true],
  ['plan-[!0-9].md', 'plan-7.md', false],
  ['plan-[!0-9].md', 'plan-x.md', true],
  ['plan[1].md', 'plan1.md', true],
  ['plan\\[1].md', 'plan[1].md', true],
  ['{draft,final}/*.md', 'final/a.md', true],
  ['{draft,final}/*.md', 'other/a.md', false],
  ['a{b,{c,d}}e', 'ade', true],
  ['{single}.md', '{single}.md', true],
  ['*a*b*c', 'xxaxxbxxc', true],
  ['*a*b*c', 'xxaxxcxxb', false],
  ['a.md', 'aXmd', false],
  ['(a|b)+.md', 'a.md', false],
];

for (const [pattern, path, expected] of CASES) {
  test(`${pattern} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
    assert.equal(matchesGlob(pattern, path), expected);
  });
}

test('a later pattern with ! takes files back out', () => {
  const patterns = ['plans/**', '!plans/notes/**', 'plans/notes/plan.md'];
  assert.equal(matchesAny(patterns, 'plans/a.md'), true);
  assert.equal(matchesAny(patterns, 'plans/notes/a.md'), false);
  assert.equal(matchesAny(patterns, 'plans/notes/plan.md'), true);
});

test('a pattern that names a folder holds for what lies in it only where folders are asked for', () => {
  assert.equal(matchesAny(['drafts'], 'drafts/a.md', true), true);
  assert.equal(matchesAny(['drafts'], 'drafts/a.md'), false);
});

test('patterns made to explode are matched in no time to speak of', () => {
  assert.equal(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(2000)), false);
  assert.equal(matchesGlob(`${'**/'.repeat(200)}x`, 'a/'.repeat(200)), false);
  assert.equal(matchesGlob('{a,b}'.repeat(40), 'a'.repeat(40)), false, 'past the limit braces are literal');
});
