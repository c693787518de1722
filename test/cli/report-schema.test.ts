import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import iconv from 'iconv-lite';
import { NOTES, PLAN, project, root, runIn } from './helpers.ts';

const schema = JSON.parse(readFileSync(`${root}schemas/report.schema.json`, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const isReport = ajv.compile(schema);
const isCoverage = ajv.compile({ $ref: 'report.schema.json#/$defs/coverage' });

interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
interface Topic {
  id: string;
  level: string;
  evidence: (Place & { level: string; text: string })[];
}
interface Report {
  version: number;
  tool: { name: string; version: string; framework: { id: string; version: string; hash: string } };
  plans: {
    path: string;
    isPlan: boolean;
    title: string;
    stage: string;
    scores: Record<string, unknown>;
    pathways: (Topic & { role: string; elements: Topic[] })[];
    essentials: Topic[];
    findings: (Place & { rule: string })[];
  }[];
  summary: {
    files: number;
    plans: number;
    findings: number;
    errors: number;
    warnings: number;
    infos: number;
    hints: number;
  };
}

/** The words at a place, read off the file as somebody with an editor would. */
function wordsAt(text: string, place: Place): string {
  const lines = text.split(/(?<=\n)/);
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length, 0) + column - 1;
  return text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn));
}

test('the report on the examples follows its schema, and every place holds the words it claims', () => {
  const ran = runIn(root, ['lint', '--format', 'json', 'examples']);
  const report = JSON.parse(ran.out) as Report;
  assert.ok(isReport(report), ajv.errorsText(isReport.errors));
  assert.equal(report.version, 1);
  assert.equal(report.tool.name, 'parkplan');
  assert.equal(report.tool.framework.id, 'nine-pathways');
  assert.match(report.tool.framework.hash, /\S/);

  const plans = report.plans.filter((plan) => plan.isPlan);
  assert.deepEqual(
    plans.map((plan) => plan.path),
    [
      'examples/harrow-reach-thermal.md',
      'examples/qingwu-life-science.md',
      'examples/wanxi-new-materials.md',
      'examples/yunshan-textile-cluster.md',
    ],
  );
  let checked = 0;
  for (const plan of plans) {
    const text = readFileSync(`${root}${plan.path}`, 'utf8');
    const topics = [...plan.pathways, ...plan.pathways.flatMap((one) => one.elements), ...plan.essentials];
    for (const one of topics.flatMap((topic) => topic.evidence)) {
      assert.equal(one.text, wordsAt(text, one));
      checked++;
    }
    for (const { id, elements } of plan.pathways) {
      for (const element of elements) assert.ok(element.id.startsWith(`${id}/`), element.id);
    }
  }
  assert.ok(checked > 0);
  const { summary } = report;
  assert.equal(summary.plans, 4);
  assert.equal(
    summary.findings,
    report.plans.reduce((sum, plan) => sum + plan.findings.length, 0),
  );
  assert.equal(summary.findings, summary.errors + summary.warnings + summary.infos + summary.hints);
});

test('a report with every kind of trouble follows the schema too', () => {
  const { run } = project({
    '.parkplan.yaml': 'stag: draft\n',
    'plan.md': iconv.encode(PLAN, 'gb18030'),
    'notes.md': NOTES,
    'empty.md': '',
    'binary.md': Buffer.alloc(64),
  });
  const ran = run('lint', '--format', 'json', '.', 'gone.md');
  assert.equal(ran.status, 2);
  const report = JSON.parse(ran.out) as Report & { unread: unknown[]; problems: unknown[] };
  assert.ok(isReport(report), ajv.errorsText(isReport.errors));
  assert.equal(report.unread.length, 2);
  assert.deepEqual(report.problems, [
    { path: '.parkplan.yaml', line: 1, column: 1, message: 'Unknown key "stag"; did you mean "stage"?' },
  ]);
});

test('a file that is no plan has neither findings nor scores', () => {
  const ran = project({ 'notes.md': NOTES }).run('lint', '--format', 'json');
  const report = JSON.parse(ran.out) as Report;
  assert.ok(isReport(report), ajv.errorsText(isReport.errors));
  const [plan] = report.plans;
  assert.deepEqual(
    [plan?.isPlan, plan?.findings, plan?.pathways, plan?.essentials, plan?.scores, plan?.stage],
    [false, [], [], [], null, null],
  );
});

test('the schema refuses a report that lacks a field or has an unknown level', () => {
  const report = JSON.parse(runIn(root, ['lint', '--format', 'json', 'examples']).out) as Report;
  const { findings: _, ...plan } = report.plans[0]!;
  assert.equal(isReport({ ...report, plans: [plan] }), false);
  const [essential] = report.plans[0]!.essentials;
  const essentials = [{ ...essential, level: 'strong' }];
  assert.equal(isReport({ ...report, plans: [{ ...report.plans[0], essentials }] }), false);
});

test('coverage as JSON follows its part of the schema', () => {
  const ran = runIn(root, ['coverage', '--format', 'json', 'examples/wanxi-new-materials.md']);
  assert.equal(ran.status, 0, ran.err);
  const coverage = JSON.parse(ran.out) as Report;
  assert.ok(isCoverage(coverage), ajv.errorsText(isCoverage.errors));
  assert.equal(coverage.plans.length, 1);
  assert.ok(!('findings' in coverage.plans[0]!));
});

test('coverage as a table names each element with its level and place', () => {
  const ran = runIn(root, ['coverage', 'examples/wanxi-new-materials.md']);
  assert.equal(ran.status, 0, ran.err);
  assert.match(ran.out, /Essentials\n/);
  assert.match(ran.out, /talent {2}(?:primary|not stated)/);
  assert.match(ran.out, /●●○ addressed\s+line \d+/);
  assert.match(ran.out, /○○○ absent/);
});

test('coverage takes what it is given for a plan, and tells what it cannot read', () => {
  const ran = project({ 'notes.md': NOTES }).run('coverage', '--format', 'json', 'notes.md', 'gone.md');
  assert.equal(ran.status, 2);
  const coverage = JSON.parse(ran.out) as Report & { unread: unknown };
  assert.equal(coverage.plans[0]?.isPlan, true);
  assert.deepEqual(coverage.unread, [{ path: 'gone.md', reason: 'no such file or folder' }]);
});

test('coverage shows headings as they are written, with their quotation marks', () => {
  const plan =
    '# 云川园区产业发展规划\n\n## 一、共建G60，引进人才\n\n引进高层次人才20名。\n\n## 二、“十五五”目标\n\n1. 护航企业“走出去”。到2030年，出口达到30亿元。\n\n到2030年，产值达到200亿元。\n';
  const ran = project({ 'plan.md': plan }).run('coverage', '--assume-plan', 'plan.md');
  assert.match(ran.out, /共建G60，引进人才/);
  assert.match(ran.out, / “十五五”目标/);
});
