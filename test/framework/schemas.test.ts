import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Schema = Readonly<Record<string, unknown>> & { readonly $defs?: Readonly<Record<string, unknown>> };

const folder = new URL('../../schemas/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Schema;
const FRAMEWORK = ['framework', 'pathway', 'essentials', 'lexicon'].map((name) => `${name}.schema.json`);

const validator = (name: string) => new Ajv2020({ allErrors: true }).compile(read(name));

const ELEMENT = {
  title: { zh: '引才', en: 'Attraction' },
  question: { zh: '引进谁？', en: 'Who is recruited?' },
  counts: { zh: '有专项', en: 'A programme' },
  mention: { zh: '口号', en: 'A slogan' },
  need: 'required',
  skeleton: { zh: '引进{{人数}}名', en: 'Recruit {{number}}' },
  source: [{ title: '园区如何建立产业集群' }],
};
const PATHWAY = {
  id: 'talent',
  title: { zh: '育龙引凤', en: 'Talent' },
  summary: { zh: '以人带产业', en: 'People bring industry' },
  mechanism: { zh: '一人带一队', en: 'One brings a team' },
  fits: { zh: '有平台', en: 'Where there is a platform' },
  unfit: { zh: '无岗位', en: 'Where there are no jobs' },
  elements: [
    { id: 'talent/attraction', ...ELEMENT, patterns: [{ all: ['hire|attract', 'people'], worth: 'measure' }] },
  ],
};

test('Definitions that the schemas of a framework share say the same in each', () => {
  const seen = new Map<string, unknown>();
  for (const name of FRAMEWORK) {
    for (const [key, definition] of Object.entries(read(name).$defs ?? {})) {
      if (key === 'element') continue;
      assert.deepEqual(definition, seen.get(key) ?? definition, `${name} ${key}`);
      seen.set(key, definition);
    }
  }
  assert.ok(seen.has('pattern') && seen.has('group'));
});

test('Every object in the schemas of data files refuses keys that it does not know', () => {
  const closed = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Schema;
    if (schema.type === 'object' && schema.description !== undefined) {
      assert.ok(schema.additionalProperties !== undefined, path);
    }
    for (const [key, inner] of Object.entries(schema)) closed(inner, `${path}/${key}`);
  };
  for (const name of [...FRAMEWORK, 'case.schema.json']) closed(read(name), name);
});

test('Every schema is named after its file', () => {
  for (const name of readdirSync(folder)) assert.equal(read(name).$id, name);
});

test('A pathway needs its words in both languages and ids of the form pathway/element', () => {
  const check = validator('pathway.schema.json');
  assert.equal(check(PATHWAY), true, JSON.stringify(check.errors));
  assert.equal(check({ ...PATHWAY, title: { zh: '育龙引凤' } }), false);
  assert.equal(check({ ...PATHWAY, elements: [{ id: 'attraction', ...ELEMENT }] }), false);
});

test('A pattern names known facts, kinds of section and worths only', () => {
  const check = validator('pathway.schema.json');
  const withPattern = (pattern: object) => check({ ...PATHWAY, patterns: [{ all: ['people'], ...pattern }] });
  assert.equal(
    withPattern({ has: ['lead-unit', 'two-dates'], in: ['tasks'], notIn: ['elsewhere'], actionable: [] }),
    true,
  );
  for (const wrong of [{ has: ['owner'] }, { in: ['measures'] }, { worth: 'goal' }, { within: 'page' }, { all: [] }]) {
    assert.equal(withPattern(wrong), false, JSON.stringify(wrong));
  }
});

test('A word group holds words in at least one language', () => {
  const check = validator('lexicon.schema.json');
  assert.equal(check({ groups: { people: { zh: ['人才'], except: { zh: ['人才公寓'] } } } }), true);
  assert.equal(check({ groups: { people: { zh: [], en: [] } } }), false);
  assert.equal(check({ groups: { people: { zh: ['人才'], except: {} } } }), false);
  assert.equal(check({ groups: { 'a|b': { zh: ['人才'] } } }), false);
});

test('An essential has no pathway in its id', () => {
  const check = validator('essentials.schema.json');
  assert.equal(check({ essentials: [{ id: 'baseline', ...ELEMENT }] }), true);
  assert.equal(check({ essentials: [{ id: 'talent/baseline', ...ELEMENT }] }), false);
});

test('A framework names its files and what every plan is held to', () => {
  const check = validator('framework.schema.json');
  const framework = {
    id: 'toy',
    version: '1.0',
    title: { zh: '小框架', en: 'Toy' },
    summary: { zh: '试用', en: 'To try' },
    lexicon: 'lexicon.yaml',
    speech: 'speech.yaml',
    essentials: 'essentials.yaml',
    pathways: ['talent.yaml'],
    defaults: { required: ['baseline', 'talent/attraction'] },
  };
  assert.equal(check(framework), true);
  assert.equal(check({ ...framework, version: 1 }), false);
  assert.equal(check({ ...framework, defaults: {} }), false);
});
