import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES, snippetsOf } from '../../scripts/snippets.ts';
import { nineParts } from '../rules/helpers.ts';

for (const language of LANGUAGES) {
  const snippets = snippetsOf(nineParts, language);

  test(`snippets/parkplan.${language}.json says what the framework says; \`npm run generate\` makes it anew`, () => {
    const path = new URL(`../../snippets/parkplan.${language}.json`, import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), snippets);
  });

  test(`every snippet has a prefix of its own and numbered tab stops (${language})`, () => {
    const all = Object.values(snippets);
    assert.equal(new Set(all.map(({ prefix }) => prefix)).size, all.length);
    for (const { prefix, body } of all) {
      const stops = [...body.join('\n').matchAll(/\$\{(\d+):/g)].map((match) => Number(match[1]));
      assert.deepEqual(
        stops,
        stops.map((_, i) => i + 1),
        prefix,
      );
      assert.ok(stops.length > 0, prefix);
      assert.ok(!body.join('\n').includes('{{'), prefix);
    }
  });
}
