import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ruleIndex, rulePage } from '../../server/src/rules/rule-page.ts';
import { rules as engineRules, hostRules } from '../../server/src/rules/rules.ts';

const rules = [...engineRules, ...hostRules];

const folder = new URL('../../docs/rules/', import.meta.url);
const page = (name: string) => readFileSync(new URL(name, folder), 'utf8');

test('every rule has its page and there are no others', () => {
  const wanted = [...rules.map(({ id }) => `${id}.md`), 'README.md'].sort();
  assert.deepEqual(readdirSync(folder).sort(), wanted);
});

test('the pages say what the rules say; `npm run generate` makes them anew', () => {
  for (const rule of rules) assert.equal(page(`${rule.id}.md`), rulePage(rule));
  assert.equal(page('README.md'), ruleIndex(rules));
});

test('ids are unique and every word stands in both languages', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, title, description } of rules) {
    for (const text of [title, description]) {
      assert.match(text.zh, /[\u4e00-\u9fff]/, id);
      assert.match(text.en, /[a-z]{3}/i, id);
    }
  }
});
