// Writes docs/topics from the framework, the cases and the figures of the eval. Usage: node scripts/generate-topic-pages.ts
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { compileFramework } from '../server/src/framework/compile.ts';
import { CASES } from '../server/src/generated/cases.ts';
import { FRAMEWORK_PARTS } from '../server/src/generated/framework.ts';
import { topicIndex, topicPage } from './topic-page.ts';

const folder = new URL('../docs/topics/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(new URL(name, folder));
const framework = compileFramework(FRAMEWORK_PARTS);
const library = { cases: new Map(CASES.map((one) => [one.id, one])) };
const measured = JSON.parse(readFileSync(new URL('../docs/detection.json', import.meta.url), 'utf8'));
const topics = [...framework.topics.values()].filter(({ kind }) => kind !== 'element');
for (const topic of topics)
  writeFileSync(new URL(`${topic.id}.md`, folder), topicPage(topic, framework, library, measured));
writeFileSync(new URL('README.md', folder), topicIndex(topics));
