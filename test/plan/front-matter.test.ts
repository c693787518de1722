import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { textAt } from './helpers.ts';

const BODY = '# 园区产业规划\n\n## 一、重点任务\n\n引进企业。\n';

test('front matter is data with a range for each value and key', () => {
  const plan = parsePlan(
    `---\ntitle: 云栅规划\nparkplan:\n  stage: draft\n  pathways:\n    talent: primary\n---\n\n${BODY}`,
  );
  const { frontMatter } = plan;
  assert.deepEqual(frontMatter?.data, {
    title: '云栅规划',
    parkplan: { stage: 'draft', pathways: { talent: 'primary' } },
  });
  assert.equal(textAt(plan, frontMatter!.rangeOf(['parkplan', 'stage'])!), 'draft');
  assert.equal(textAt(plan, frontMatter!.rangeOf(['parkplan', 'pathways', 'talent'], 'key')!), 'talent');
  assert.equal(frontMatter!.rangeOf(['parkplan', 'period']), undefined);
  assert.equal(plan.title?.text, '云栅规划');
  assert.equal(textAt(plan, plan.title!.range), '云栅规划');
});

test('malformed YAML is a problem with its place, and the plan is still read', () => {
  const plan = parsePlan(`---\nparkplan:\n  stage: [draft\n---\n\n${BODY}`);
  assert.equal(plan.frontMatter?.data, undefined);
  assert.ok(plan.frontMatter!.problems.length > 0);
  assert.equal(plan.sections.at(-1)!.heading?.text, '重点任务');
});

test('a fence that is never closed ends before the first blank line or heading', () => {
  const plan = parsePlan(`---\nparkplan:\n  stage: draft\n\n${BODY}`);
  assert.deepEqual(plan.frontMatter?.data, { parkplan: { stage: 'draft' } });
  assert.match(plan.frontMatter!.problems[0]!.message, /not closed/);
  assert.equal(plan.blocks.length, 3);
});

test('a rule at the start of a plan is no front matter', () => {
  assert.equal(
    parsePlan(`---\n\n${BODY}\n园区将引进企业，并建设公共服务平台，推动产业集聚发展。\n\n---\n`).frontMatter,
    undefined,
  );
});

test('a byte order mark and CRLF do not hide it', () => {
  const plan = parsePlan('\ufeff---\r\ntitle: 云栅规划\r\n---\r\n\r\n# 园区规划\r\n');
  assert.equal(textAt(plan, plan.frontMatter!.rangeOf(['title'])!), '云栅规划');
});
