import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { topicIndex, topicPage } from '../../scripts/topic-page.ts';
import { fifty, nine } from '../rules/helpers.ts';

const folder = new URL('../../docs/topics/', import.meta.url);
const topics = [...nine.topics.values()].filter(({ kind }) => kind !== 'element');
const measured = JSON.parse(readFileSync(new URL('../../docs/detection.json', import.meta.url), 'utf8'));

test('every pathway and essential has its page and there are no others', () => {
  assert.deepEqual(readdirSync(folder).sort(), [...topics.map(({ id }) => `${id}.md`), 'README.md'].sort());
});

test('the pages say what the framework and the last eval say; `npm run generate` makes them anew', () => {
  const page = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  for (const topic of topics) assert.equal(page(`${topic.id}.md`), topicPage(topic, nine, fifty, measured));
  assert.equal(page('README.md'), topicIndex(topics));
});

test('every pathway and essential that real plans are labelled for shows its figures', () => {
  for (const { topic } of measured as { topic: string }[]) {
    const { pathway } = nine.topics.get(topic)!;
    assert.match(readFileSync(new URL(`${pathway ?? topic}.md`, folder), 'utf8'), /committed to \| \d\.\d\d/);
  }
});
