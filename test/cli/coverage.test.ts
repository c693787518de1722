import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project } from './helpers.ts';

const PLAN = (table: string) => `# 云川高新区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n${table}\n`;

test('coverage shows a row with its cells apart, whether the table is Markdown or HTML', () => {
  const ran = project({
    'markdown.md': PLAN('| 指标 | 2025年 | 2030年 |\n|---|---|---|\n| 总产值（亿元） | 260 | 500 |'),
    'html.md': PLAN(
      '<table><tr><td>指标</td><td>2025年</td><td>2030年</td></tr><tr><td>总产值（亿元）</td><td class="n">260</td><td>500</td></tr></table>',
    ),
  }).run('coverage', 'markdown.md', 'html.md');
  assert.equal(ran.status, 0, ran.err);
  const rows = ran.out.split('\n').filter((line) => line.includes('●●●'));
  assert.equal(rows.length, 2, ran.out);
  for (const row of rows) assert.match(row, /总产值（亿元） \| 260 \| 500/);
});
