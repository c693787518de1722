import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Level } from '../../server/src/evidence/types.ts';
import { checkNine } from '../rules/helpers.ts';

/** What a reviewer says of each element of the flawed drafts, and why. Absent and mentioned are both a gap. */
const GAP: readonly Level[] = ['absent', 'mentioned'];
const WEAK: readonly Level[] = ['absent', 'mentioned', 'addressed'];
const GOOD: readonly Level[] = ['addressed', 'actionable'];

const EXPECTED: Readonly<Record<string, readonly (readonly [id: string, allowed: readonly Level[], why: string])[]>> = {
  'qingwu-life-science.md': [
    ['baseline', GOOD, 'base-year figures and weaknesses'],
    ['chain-gap/analysis', GAP, 'a line of the contents and a slogan only'],
    ['talent', GAP, 'a land use, a company name and a title only'],
    ['layout', GOOD, 'zones with areas'],
    ['responsibilities', GAP, 'a company with limited liability and 高度重视'],
    ['monitoring', GAP, 'monitoring devices are a product; the ledger is another city’s'],
    ['risk', GAP, 'venture capital is finance; the regulation is a title'],
    ['green', GAP, 'a green channel is a fast lane; environmental monitors are a product'],
    ['leading-enterprise/anchor', GOOD, 'a named firm with revenue, share and R&D'],
    ['leading-enterprise/supplier-map', GAP, 'no purchase list'],
    ['leading-enterprise/supplier-recruitment', GOOD, 'referrals, number, money, date, owner'],
    ['leading-enterprise/service-recruitment', GAP, 'the reform stands in a list of laws only'],
    ['leading-enterprise/events', WEAK, 'events without name or size'],
    ['leading-enterprise/spillover', GAP, 'another city’s consortium'],
    ['leading-enterprise/dependence', GAP, 'not spoken of'],
  ],
  'wanxi-new-materials.md': [
    ['baseline', WEAK, 'national and provincial figures only'],
    ['chain-gap/analysis', GOOD, 'segments, ratio, ranked gaps'],
    ['targets', GOOD, 'years and numbers'],
    ['talent', GOOD, 'demand, training, budget, lead'],
    ['layout', GAP, 'layout of future industries and room for growth are not space'],
    ['timeline', GOOD, 'two dated phases'],
    ['responsibilities', WEAK, 'to be settled later'],
    ['funding', GOOD, 'a total and its sources'],
    ['monitoring', WEAK, 'no indicator, frequency or owner'],
    ['risk', GOOD, 'a table of risks'],
    ['green', GAP, 'a line of the contents only'],
    ['talent/attraction', GOOD, 'number, criteria, review, date'],
    ['talent/chain-effect', WEAK, 'talent and team, no firm, no industry'],
    ['talent/start-up-capital', GAP, 'a placeholder'],
    ['talent/chain-recruiting', GAP, 'not spoken of'],
    ['talent/training', GAP, 'explicitly not done'],
    ['talent/key-person-risk', GAP, 'not spoken of'],
  ],
};

for (const [name, rows] of Object.entries(EXPECTED)) {
  const { evidence } = checkNine(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'));
  for (const [id, allowed, why] of rows) {
    test(`${name}: ${id} is ${allowed.join(' or ')} (${why})`, () => {
      const found = evidence.get(id)!;
      assert.ok(allowed.includes(found.level), `${found.level}: ${JSON.stringify(found.evidence.slice(0, 3))}`);
    });
  }
}
