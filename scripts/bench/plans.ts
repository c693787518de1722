import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { env } from 'node:process';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** Examples one after the other up to a length, each plan another. */
export function planOf(characters: number, number: number): string {
  const texts = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
  const parts = [`# 园区产业发展规划（${number}）\n\n`];
  let length = parts[0]!.length;
  for (let i = number; length < characters; i++) {
    const text = texts[i % texts.length]!;
    parts.push(text);
    length += text.length;
  }
  return parts.join('').slice(0, characters);
}

/** The plans of the labelled corpus; empty where there is none. */
export function corpusPlans(): readonly string[] {
  const folder = resolve(env['PARKPLAN_CORPUS'] ?? '../shared/corpus', 'plans');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(resolve(folder, name), 'utf8'));
}
