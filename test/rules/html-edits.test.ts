import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { edited } from '../../server/src/rules/apply-fixes.ts';
import { suppressionEdit } from '../../server/src/rules/suppression-edit.ts';
import type { Fix } from '../../server/src/rules/types.ts';
import { keepingMarkup } from '../../server/src/rules/whole-markup.ts';
import { checkNine } from './helpers.ts';

const folder = new URL('../plan/', import.meta.url);
const TEXTS = [
  readFileSync(new URL('html-plan.md', folder), 'utf8'),
  '<h1>云川园区产业发展规划（2026—2030年）</h1><h2>一、总体要求</h2><p>坚持创新。</p><div class="a"><h2>二、发展目标</h2><p>产业规模大幅提升。</p></div><div class="b"><h2>三、主要任务</h2><ul><li>建设XX平台。</li></ul></div><h2>五、保障措施</h2><p>加强领导。</p>',
  '<p>云川园区产业发展规划</p>\n<p>一、主要任务<br><b>（一）引进企业</b><br>引进龙头企业。<br>三、保障措施<br>加强领导。</p>\n<table><tr><td>经验</td><td>1990年柳市关闭低压电器门市部1267家，无证作坊从此&ldquo;绝迹&rdquo;</td></tr></table>\n',
];
const blocks = (text: string) => parsePlan(text).blocks.map(({ kind, normal }) => `${kind} ${normal.value}`);

test('no fix in HTML tears apart what stands around it', () => {
  let tried = 0;
  for (const text of TEXTS)
    for (const { fixes, rule } of checkNine(text, { stage: 'review' }).findings)
      for (const { edits } of fixes) {
        if (rule === 'heading-numbering') continue;
        const after = blocks(edited(text, edits));
        // A citation that is put in is no word of its block.
        assert.deepEqual(
          blocks(text).filter((one) => !after.includes(one)),
          [],
          `${rule}: ${edited(text, edits)}`,
        );
        tried++;
      }
  assert.ok(tried > 20);
});

test('a number in HTML is changed, and nothing of the tags around it', () => {
  const text = TEXTS[1]!;
  const [{ edits }] = checkNine(text).findings.find(({ rule }) => rule === 'heading-numbering')!.fixes as [Fix];
  assert.equal(edited(text, edits), text.replace('五、保障', '四、保障'));
});

test('a skeleton stands before the tags that open the next heading, and on lines of its own', () => {
  const text = TEXTS[1]!;
  const inserted = checkNine(text, { stage: 'review' })
    .findings.flatMap(({ fixes }) => fixes)
    .map(({ edits }) => edits[0]!)
    .filter(({ range, newText }) => range.start > 0 && newText.startsWith('\n\n'));
  assert.ok(inserted.length > 0);
  for (const { range, newText } of inserted) {
    const [before, behind] = [text.slice(0, range.start), text.slice(range.start)];
    assert.match(before, /(?:<\/\w+>)$/);
    assert.ok(behind === '' || (/^<(?:div|h2)/.test(behind) && newText.endsWith('\n\n')), behind.slice(0, 20));
  }
});

test('a comment that suppresses is put into no tag', () => {
  const text = '<table>\n<tr><td>建设XX平台</td><td\nclass="a">市科技局</td></tr>\n</table>\n';
  const edit = suppressionEdit('placeholder', text.indexOf('XX'), parsePlan(text));
  const after = edited(text, [edit]);
  assert.match(after, /<\/td> <!-- parkplan-disable-line placeholder -- \S+ --><td\nclass/);
  assert.deepEqual(blocks(after), blocks(text));
});

test('a fix that would take out a tag is none, and one behind a reference stands behind all of it', () => {
  const fix = (start: number, end: number): Fix => ({
    title: { zh: '', en: '' },
    edits: [{ range: { start, end }, newText: '@' }],
    automatic: false,
  });
  const text = '甲<b>乙</b>丙&rdquo;丁';
  assert.equal(keepingMarkup(fix(0, 5), text), undefined);
  const behind = text.indexOf('&') + 1;
  assert.equal(edited(text, keepingMarkup(fix(behind, behind), text)!.edits), '甲<b>乙</b>丙&rdquo;@丁');
  assert.equal(edited(text, keepingMarkup(fix(behind - 1, behind), text)!.edits), '甲<b>乙</b>丙@丁');
});

test('a heading with nothing but tags below it is empty, a table is something', () => {
  const empty = (text: string) =>
    checkNine(text)
      .findings.filter(({ rule }) => rule === 'empty-section')
      .map(({ range }) => text.slice(range.start, range.end));
  const plan = (body: string) =>
    `<h1>云川园区产业发展规划</h1>\n<div><h2>一、主要任务</h2>\n${body}</div>\n<div><h2>二、保障措施</h2>\n<p>加强领导。</p></div>\n`;
  assert.deepEqual(empty(plan('<p>&nbsp;</p>')), ['一、主要任务']);
  assert.deepEqual(empty(plan('<table><tr><td>项目</td><td>投资</td></tr></table>')), []);
  assert.deepEqual(empty(plan('<p><img src="a.png"></p>')), []);
});
