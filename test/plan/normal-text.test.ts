import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalise, rangeIn } from '../../server/src/plan/normal-text.ts';
import { settled } from '../../server/src/text.ts';

const fold = (text: string) =>
  normalise(
    text,
    Array.from({ length: text.length }, (_, i) => i),
  );

test('full-width letters, digits and punctuation become ASCII, Chinese stops and brackets stay', () => {
  assert.equal(
    fold('ＡＩ产业，到２０２７年：“百企”（含园区）；见《纲要》。').value,
    'ai产业,到2027年:百企(含园区);见《纲要》。',
  );
});

test('white space next to a Han character goes, between English words it becomes one space', () => {
  assert.equal(fold('战略新 兴产业 2027 年　达到 50\n家').value, '战略新兴产业2027年达到50家');
  assert.equal(fold('  Anchor \t firms\nand talent ').value, 'anchor firms and talent');
});

test('traditional characters are simplified where there is one reading only', () => {
  assert.equal(fold('園區產業鏈創新驅動').value, '园区产业链创新驱动');
  assert.equal(fold('乾').value, '乾');
});

test('marks of a broken bold go, a multiplication sign stays', () => {
  assert.equal(fold('**行动方案（2026年****）**').value, '行动方案(2026年)');
  assert.equal(fold('5 * 3').value, '5 * 3');
});

test('every character knows its offset, and a range ends behind its last character', () => {
  const normal = fold('引进  “龙头”  企业。');
  assert.equal(normal.value, '引进龙头企业。');
  assert.deepEqual([...normal.offsets], [0, 1, 5, 6, 10, 11, 12, 13]);
  assert.deepEqual(settled(rangeIn(normal, 2, 4)), { start: 5, end: 7 });
});
