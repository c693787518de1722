import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addAnswer,
  addLine,
  lineRates,
  noCounts,
  noLines,
  rates,
  total,
  totalLines,
} from '../../scripts/eval/counts.ts';

test('precision asks what is given, recall what is labelled, F1 lies between', () => {
  const counts = noCounts();
  for (const [have, want] of [
    [true, true],
    [true, true],
    [true, true],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ] as const)
    addAnswer(counts, have, want);
  const { precision, recall, f1 } = rates(counts);
  assert.deepEqual([precision, recall], [0.75, 0.6]);
  assert.ok(Math.abs(f1 - 2 / 3) < 1e-9);
  assert.equal(total([counts, counts]).tp, 6);
});

test('a line labelled as a mention makes a given line right, but is none that had to be found', () => {
  const counts = noLines();
  addLine(counts, 2, 1); // given, labelled M
  addLine(counts, 3, 0); // given, not labelled
  addLine(counts, 2, 3); // given, labelled T
  addLine(counts, 1, 2); // seen as a mention only, labelled A
  addLine(counts, 0, 2); // not seen
  addLine(counts, 0, 1); // a mention not seen
  assert.deepEqual(counts, { given: 3, right: 2, wanted: 3, found: 1, seen: 2 });
  assert.deepEqual(lineRates(counts), { precision: 2 / 3, recall: 1 / 3, seen: 2 / 3 });
  assert.equal(totalLines([counts, counts]).wanted, 6);
});

test('nothing asked and nothing given is no mistake; everything wrong is 0', () => {
  assert.deepEqual(rates(noCounts()), { precision: 1, recall: 1, f1: 1 });
  assert.equal(rates({ tp: 0, fp: 1, fn: 1, tn: 0 }).f1, 0);
});
