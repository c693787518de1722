// Writes docs/rules from the rules themselves. Usage: node scripts/generate-rule-pages.ts
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ruleIndex, rulePage } from '../server/src/rules/rule-page.ts';
import { hostRules, rules } from '../server/src/rules/rules.ts';

const folder = new URL('../docs/rules/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.md')) rmSync(new URL(name, folder));
const all = [...rules, ...hostRules];
for (const rule of all) writeFileSync(new URL(`${rule.id}.md`, folder), rulePage(rule));
writeFileSync(new URL('README.md', folder), ruleIndex(all));
