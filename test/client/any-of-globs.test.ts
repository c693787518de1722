import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyOf } from '../../client/src/any-of-globs.ts';

test('globs become one, and choices within them are written out', () => {
  assert.equal(anyOf(['**/node_modules/**', '**/out']), '{**/node_modules/**,**/out}');
  assert.equal(anyOf(['**/*.{tmp,bak}', 'a/{b,{c,d}}/e']), '{**/*.tmp,**/*.bak,a/b/e,a/c/e,a/b/e,a/d/e}');
  assert.equal(anyOf(['odd{glob', '**/out']), '{**/out}');
});
