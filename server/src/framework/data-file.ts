import { type Document, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { ValidationError, Validator } from '../generated/validators/validator.js';
import { nearestName } from '../nearest.ts';
import { LineIndex, type LocalText } from '../text.ts';
import type { SourceFile, SourceProblem } from './types.ts';

/** Keys and indices from the top of a file down to a value. */
export type Steps = readonly (string | number)[];

export interface DataFile<T> {
  /** What the file says; absent when it is not what the schema asks for. */
  readonly data?: T;
  /** In the order of the file. */
  readonly problems: readonly SourceProblem[];
  /** A problem at a value (or its key) of this file; at the nearest one around it when there is no such value. */
  problemAt(steps: Steps, message: LocalText, what?: 'key' | 'value'): SourceProblem;
}

/**
 * Reads a file of data (YAML, and JSON, which is YAML) and holds it against a compiled schema. Never throws: whatever is wrong is a located problem.
 * `T` must be the type that the schema describes.
 */
export function readDataFile<T>(file: SourceFile, validate: Validator): DataFile<T> {
  // Not yaml's own line counter: it misses line ends inside some broken texts.
  const lines = new LineIndex(file.text);
  let document: Document | undefined;
  const at = (offset: number, message: LocalText): SourceProblem => {
    const { line, character } = lines.positionAt(offset);
    return { path: file.path, line: line + 1, column: character + 1, message };
  };
  const problemAt = (steps: Steps, message: LocalText, what: 'key' | 'value' = 'value') =>
    at(offsetOf(document?.contents, steps, what), message);
  const failed = (problems: SourceProblem[]): DataFile<T> => ({ problems, problemAt });

  let data: unknown;
  try {
    document = parseDocument(file.text, { prettyErrors: false, logLevel: 'silent' });
    if (document.errors.length > 0) return failed(document.errors.map((e) => at(e.pos[0], notYaml(e.message))));
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Nesting deeper than the stack, or aliases that would unfold into too much.
    return failed([at(0, notYaml(error instanceof Error ? error.message : String(error)))]);
  }
  if (validate(data)) return { data: data as T, problems: [], problemAt };
  const problems = telling(validate.errors ?? []).map((error) => {
    const steps = pointer(error.instancePath);
    if (error.keyword !== 'additionalProperties') return problemAt(steps, wordsOf(error, steps));
    const key = String(error.params.additionalProperty);
    return problemAt([...steps, key], unknownKey(key, Object.keys(error.parentSchema?.properties ?? {})), 'key');
  });
  return failed(problems.sort((a, b) => a.line - b.line || a.column - b.column));
}

/** `facts[3].year`; the file itself is 文件 / the file. */
export function nameOf(steps: Steps): string {
  return steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** Of a choice and the errors of its branches only the choice; of a condition only what follows from it. */
function telling(errors: readonly ValidationError[]): ValidationError[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf');
  return errors.filter(
    (error) =>
      error.keyword !== 'if' &&
      error.keyword !== 'propertyNames' &&
      !choices.some((choice) => error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`)),
  );
}

const TYPES: Readonly<Record<string, LocalText>> = {
  string: { zh: '文字（数字和日期须加引号）', en: 'text (numbers and dates in quotes)' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '“键: 值”形式', en: 'a map of keys and values' },
};

function wordsOf(error: ValidationError, steps: Steps): LocalText {
  const name = nameOf(steps);
  const zh = name === '' ? '文件' : `“${name}”`;
  const en = name === '' ? 'The file' : `"${name}"`;
  const { params } = error;
  switch (error.keyword) {
    case 'type': {
      const types = [params.type].flat().map((type) => TYPES[String(type)] ?? { zh: String(type), en: String(type) });
      return {
        zh: `${zh}应为${types.map((type) => type.zh).join('或')}`,
        en: `${en} must be ${types.map((type) => type.en).join(' or ')}`,
      };
    }
    case 'required': {
      const key = String(params.missingProperty);
      return { zh: `${zh}缺少键“${key}”`, en: `${en} lacks the key "${key}"` };
    }
    case 'enum': {
      const known = (params.allowedValues as readonly unknown[]).map(String).join(', ');
      return { zh: `${zh}应为以下之一：${known}`, en: `${en} must be one of: ${known}` };
    }
    case 'minLength':
      return { zh: `${zh}不能为空`, en: `${en} must not be empty` };
    case 'minItems':
      return { zh: `${zh}至少要有${params.limit}项`, en: `${en} needs at least ${params.limit}` };
    case 'anyOf': {
      const keys = choicesOf(error).join(' / ');
      return { zh: `${zh}须写明其中之一：${keys}`, en: `${en} needs one of: ${keys}` };
    }
    case 'false schema':
      return { zh: `${zh}不应出现在这里`, en: `${en} must not be here` };
    default: {
      // A pattern or a bound: the schema's own description tells what was expected.
      const expected = inTwo(String(error.parentSchema?.description ?? error.message ?? error.keyword));
      return { zh: `${zh}的写法不符合要求：${expected.zh}`, en: `${en} is not as expected: ${expected.en}` };
    }
  }
}

/** A schema's description: English sentences, then the Chinese ones. */
function inTwo(description: string): LocalText {
  const at = description.search(/(?<=[.:] )(?=\p{Script=Han}[^.]*$)/u);
  return at < 0
    ? { zh: description, en: description }
    : { zh: description.slice(at), en: description.slice(0, at - 1) };
}

/** The keys of which one choice or another wants some: `literal`, `family + given`. */
function choicesOf(error: ValidationError): string[] {
  const branches = error.parentSchema?.anyOf;
  if (!Array.isArray(branches)) return [];
  return branches.map((branch: { required?: readonly string[] }) => (branch.required ?? []).join(' + '));
}

function unknownKey(key: string, known: readonly string[]): LocalText {
  const near = nearestName(key, known);
  if (near === undefined) return { zh: `未知的键“${key}”`, en: `Unknown key "${key}"` };
  return { zh: `未知的键“${key}”，是否指“${near}”？`, en: `Unknown key "${key}"; did you mean "${near}"?` };
}

function notYaml(reason: string): LocalText {
  return { zh: `YAML 写法有误：${reason}`, en: `Not valid YAML: ${reason}` };
}

function pointer(path: string): (string | number)[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function offsetOf(contents: unknown, steps: Steps, what: 'key' | 'value'): number {
  let node = contents;
  let start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [index, step] of steps.entries()) {
    let key: unknown;
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return start;
      key = pair.key;
      next = pair.value;
    } else if (isSeq(node)) next = node.items[Number(step)];
    const wanted = index === steps.length - 1 && what === 'key' ? key : (next ?? key);
    const place = isNode(wanted) && wanted.range ? wanted : key;
    if (isNode(place)) start = place.range?.[0] ?? start;
    node = next;
  }
  return start;
}
