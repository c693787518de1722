import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { caseSnippetsOf, LANGUAGES, snippetsOf } from '../../scripts/snippets.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { fifty, nineParts } from '../rules/helpers.ts';

for (const language of LANGUAGES) {
  const own = snippetsOf(nineParts, language);
  const cases = caseSnippetsOf([...fifty.cases.values()], nineParts, language);
  const snippets = { ...own, ...cases };

  test(`snippets/parkplan.${language}.json says what the framework and the cases say; \`npm run generate\` makes it anew`, () => {
    const path = new URL(`../../snippets/parkplan.${language}.json`, import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), snippets);
  });

  test(`every snippet has a prefix of its own and numbered tab stops (${language})`, () => {
    const all = Object.values(snippets);
    assert.equal(new Set(all.map(({ prefix }) => prefix[0])).size, all.length);
    for (const { prefix } of all) for (const one of prefix) assert.match(one, /^park-[a-z0-9-]+$/);
    for (const { prefix, body } of all) {
      const stops = [...body.join('\n').matchAll(/\$\{(\d+)[:|]/g)].map((match) => Number(match[1]));
      assert.deepEqual(
        stops,
        stops.map((_, i) => i + 1),
        prefix[0],
      );
      assert.ok(stops.length > 0, prefix[0]);
      assert.ok(!body.join('\n').includes('{{'), prefix[0]);
    }
  });

  test(`pinyin initials lead to the same snippets (${language})`, () => {
    const named = (prefix: string) =>
      Object.entries(snippets).flatMap(([name, one]) => (one.prefix.includes(prefix) ? [name] : []));
    assert.equal(named('park-ylyf').length, 1);
    assert.ok(named('park-case-ksxhs').some((name) => name.includes('kunshan-sirna')));
    assert.deepEqual(named('park-talent'), named('park-ylyf'));
  });

  test(`every case has a snippet whose text cites it, every pathway one that offers its cases (${language})`, () => {
    for (const found of fifty.cases.values()) {
      const snippet = Object.values(cases).find(({ prefix }) => prefix[0] === `park-case-${found.id}`);
      const text = snippet?.body
        .join('\n')
        .replace(/\$\{1:((?:\\.|[^\\}])*)\}/, '$1')
        .replace(/\\(.)/g, '$1');
      assert.deepEqual(
        parsePlan(text ?? '').citations.map((one) => one.key),
        [found.id],
      );
    }
    for (const { id } of nineParts.pathways) {
      const offer = Object.values(cases).find(({ prefix }) => prefix[0] === `park-case-${id}`);
      const keys = /^\[@\$\{1\|([a-z0-9,-]+)\|\}\]$/.exec(offer?.body.join('\n') ?? '')?.[1]?.split(',') ?? [];
      assert.ok(keys.length > 0 && keys.every((key) => fifty.cases.get(key)?.pathways.includes(id)), id);
    }
  });
}
