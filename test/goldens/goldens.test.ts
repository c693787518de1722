import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { LineIndex, type Range } from '../../server/src/text.ts';
import { checkNine } from '../rules/helpers.ts';

const examples = new URL('../../examples/', import.meta.url);
const folder = new URL('./', import.meta.url);
const plans = readdirSync(examples).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** What a person would compare: level and lines of each topic (`40 mentioned`, one-based), findings with place and words. */
function summary(text: string) {
  const { evidence, findings, scores } = checkNine(text);
  const lines = new LineIndex(text);
  const lineOf = ({ start }: Range) => lines.positionAt(start).line + 1;
  return {
    scores,
    evidence: Object.fromEntries(
      [...evidence].map(([id, topic]) => [
        id,
        topic.evidence.map(({ range, level }) => `${lineOf(range)} ${level}`).join(', '),
      ]),
    ),
    findings: findings.map(({ rule, severity, range, message, fixes }) => ({
      line: lineOf(range),
      rule,
      severity,
      zh: message.zh,
      en: message.en,
      fixes: fixes.length,
    })),
  };
}

for (const name of plans) {
  test(`${name} is read as before; UPDATE_GOLDENS=1 writes what it says now`, () => {
    const path = new URL(name.replace('.md', '.json'), folder);
    const now = `${JSON.stringify(summary(readFileSync(new URL(name, examples), 'utf8')), undefined, 2)}\n`;
    if (process.env['UPDATE_GOLDENS']) writeFileSync(path, now);
    assert.deepEqual(JSON.parse(now), JSON.parse(readFileSync(path, 'utf8')));
  });
}
