import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearSpan } from '../../server/src/plan/year-span.ts';

test('a span of years is read whatever dash and whatever width it is written with', () => {
  for (const title of [
    '云川园区行动方案（2024－2026年）',
    '云川园区行动方案（２０２４—２０２６年）',
    '云川园区行动方案（2024年至2026年）',
    '云川园区行动方案（2024～2026）',
    'Yunchuan Park Plan 2024–2026',
    'Yunchuan Park Plan 2024 ‑ 2026',
  ])
    assert.deepEqual(yearSpan(title), { from: 2024, to: 2026 }, title);
  assert.equal(yearSpan('云川园区2024年工作要点'), undefined);
});
