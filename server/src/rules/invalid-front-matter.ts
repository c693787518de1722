import { frontMatter as validFrontMatter } from '../generated/validators/front-matter.js';
import type { ValidationError } from '../generated/validators/validator.js';
import { nearestName } from '../nearest.ts';
import type { FrontMatter } from '../plan/types.ts';
import type { LocalText, Range } from '../text.ts';
import { filled, local } from './local.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './types.ts';
import { yamlWords } from './yaml-words.ts';

const NOT_YAML = local('文件头不是有效的 YAML：{0}', 'The front matter is not valid YAML: {0}');
const UNKNOWN_KEY = local('文件头里没有“{0}”这个键', 'The front matter has no key "{0}"');
const BAD_VALUE = local('“{0}”的值不对，应为：{1}', 'The value of "{0}" is not one of: {1}');
const BAD_FORM = local('“{0}”的写法不对', '"{0}" is not written as expected');
const BAD_PERIOD = local(
  '“period”的写法不对，应写作 2026-2030，或单独一年',
  '"period" is not written as expected: 2026-2030, or a single year',
);
const NO_REASON = local('“{0}”标为不适用，要写明理由（reason）', '"{0}" is marked as not applicable without a reason');
const UNKNOWN_ID = local('框架中没有“{0}”', 'The framework has no "{0}"');
const REVERSED = local('规划期的末年早于首年', 'The period ends before it starts');
const WHY = local(
  '文件头决定按什么要求检查这份规划；写错的部分不起作用。',
  'The front matter decides what the plan is held to; what is wrong in it has no effect.',
);
const ADVICE = local(
  '改正后再检查；各键的写法见 docs/configuration.md。',
  'Correct it and check again; docs/configuration.md lists the keys.',
);
const NEAR = local('是否指“{0}”？', 'Did you mean "{0}"?');
const TITLE = local('改为“{0}”', 'Change to "{0}"');
const ROLES = ['primary', 'supporting', 'not-applicable'];

export const invalidFrontMatter: Rule = {
  id: 'invalid-front-matter',
  title: local('文件头有误', 'Front matter that cannot be used'),
  description: local(
    '文件头不是有效的 YAML，parkplan 下的键或值不对，或者提到框架里没有的编号。其余内容照常检查。',
    'The front matter is not valid YAML, a key or value under parkplan is wrong, or an id is not in the framework. The rest of the plan is checked as ever.',
  ),
  severity: 'error',
  examples: [
    {
      title: local('阶段写错', 'A mistyped stage'),
      text: '---\nparkplan:\n  stage: drafting\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设厂房。\n',
      reports: ['drafting'],
    },
    {
      title: local(
        '不适用却没有理由；其余各键照常起作用',
        'Not applicable without a reason; the other keys still hold',
      ),
      text: '---\nparkplan:\n  stage: review\n  pathways:\n    university-transfer: { role: not-applicable }\n    talent: suporting\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设厂房。\n',
      reports: ['not-applicable', 'suporting'],
    },
    {
      title: local('规划期的写法', 'How a period is written'),
      text: '---\nparkplan:\n  period: 十五五\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设厂房。\n',
      reports: ['十五五'],
    },
    {
      title: local('没有这条路径', 'An unknown pathway'),
      text: '---\nparkplan:\n  pathways:\n    talents: primary\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设厂房。\n',
      reports: ['talents'],
    },
  ],
  *check({ plan, framework }: RuleContext): Iterable<RuleFinding> {
    const { frontMatter } = plan;
    if (!frontMatter) return;
    for (const problem of frontMatter.problems) yield finding(problem.range, filled(NOT_YAML, yamlWords(problem)));
    const { data } = frontMatter;
    if (typeof data !== 'object' || data === null) return;
    if (!validFrontMatter(data))
      for (const error of telling(validFrontMatter.errors ?? [])) yield schemaFinding(error, frontMatter);
    const asked = mapIn(mapIn(data)['parkplan']);
    const pathways = framework.pathways.map(({ id }) => id);
    for (const id of Object.keys(mapIn(asked['pathways'])))
      if (!pathways.includes(id)) yield unknownId(id, ['parkplan', 'pathways', id], pathways, frontMatter);
    const topics = [...framework.topics.keys()];
    for (const id of Object.keys(mapIn(asked['not-applicable'])))
      if (!topics.includes(id)) yield unknownId(id, ['parkplan', 'not-applicable', id], topics, frontMatter);
    const years = /(\d{4})\D+(\d{4})/.exec(String(asked['period'] ?? ''));
    if (years && Number(years[2]) < Number(years[1]))
      yield finding(rangeOf(frontMatter, ['parkplan', 'period']), REVERSED);
  },
};

function finding(range: Range, message: LocalText): RuleFinding {
  return { range, message, why: WHY, advice: ADVICE };
}

/** A mistyped word, with the one that was meant. */
function misspelt(range: Range, message: LocalText, word: string, known: readonly string[]): RuleFinding {
  const near = nearestName(word, known);
  if (near === undefined) return finding(range, message);
  const fix: Fix = { title: filled(TITLE, near), edits: [{ range, newText: near }], automatic: false };
  return { ...finding(range, message), advice: filled(NEAR, near), fixes: [fix] };
}

function unknownId(id: string, path: string[], known: readonly string[], frontMatter: FrontMatter): RuleFinding {
  return misspelt(rangeOf(frontMatter, path, 'key'), filled(UNKNOWN_ID, id), id, known);
}

function schemaFinding(error: ValidationError, frontMatter: FrontMatter): RuleFinding {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = path[path.length - 1] ?? 'parkplan';
  const { data } = error;
  if (path[1] === 'pathways' && path.length === 3) return roleFinding(name, path, data, frontMatter);
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const known = Object.keys(error.parentSchema?.['properties'] ?? {});
    return misspelt(rangeOf(frontMatter, [...path, key], 'key'), filled(UNKNOWN_KEY, key), key, known);
  }
  const range = rangeOf(frontMatter, path);
  if (error.keyword === 'enum') {
    const allowed = (error.params['allowedValues'] as readonly unknown[]).map(String);
    return misspelt(range, filled(BAD_VALUE, name, allowed.join(', ')), String(data), allowed);
  }
  if (path[1] === 'period') return finding(range, BAD_PERIOD);
  return path[1] === 'not-applicable' && path.length === 3
    ? finding(range, filled(NO_REASON, name))
    : finding(range, filled(BAD_FORM, name));
}

/** A role is a word, or a map with a role; only what is not applicable needs its reason. */
function roleFinding(id: string, path: string[], data: unknown, frontMatter: FrontMatter): RuleFinding {
  const isWord = typeof data === 'string';
  const role = isWord ? data : mapIn(data)['role'];
  const range = rangeOf(frontMatter, isWord || role === undefined ? path : [...path, 'role']);
  if (role === 'not-applicable') return finding(range, filled(NO_REASON, id));
  if (typeof role !== 'string') return finding(range, filled(BAD_VALUE, id, ROLES.join(', ')));
  if (ROLES.includes(role)) return finding(rangeOf(frontMatter, path), filled(BAD_FORM, id));
  return misspelt(range, filled(BAD_VALUE, id, ROLES.join(', ')), role, isWord ? ROLES.slice(0, 2) : ROLES);
}

/** Of a choice and its branches only the choice. */
function telling(errors: readonly ValidationError[]): ValidationError[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  return errors.filter(
    (error) => !choices.some((one) => one !== error && error.schemaPath.startsWith(`${one.schemaPath}/`)),
  );
}

function rangeOf(frontMatter: FrontMatter, path: readonly string[], what: 'key' | 'value' = 'value'): Range {
  for (let length = path.length; length > 0; length--) {
    const range = frontMatter.rangeOf(path.slice(0, length), length === path.length ? what : 'key');
    if (range) return range;
  }
  return frontMatter.contentRange;
}

function mapIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
