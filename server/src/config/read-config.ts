import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { SourceProblem } from '../framework/types.ts';
import { config as validate } from '../generated/validators/config.js';
import type { ValidationError } from '../generated/validators/validator.js';
import { nearestName } from '../nearest.ts';
import type { LocalText } from '../text.ts';
import { bothWords, type WordKey } from '../words/catalogue.ts';
import type { ConfigSource } from './types.ts';

export interface ReadConfig {
  /** The parts that are right; mistaken keys are left out. */
  readonly source: ConfigSource;
  readonly problems: readonly SourceProblem[];
  /** A problem at a value such as ['extends', 0]. */
  problemAt(path: readonly (string | number)[], message: LocalText): SourceProblem;
}

/** Reads a configuration file's text (YAML, and JSON, which is YAML). `knownRules`: ids that `rules` may name; any when left out. */
export function readConfig(path: string, text: string, knownRules?: ReadonlySet<string>): ReadConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const at = (offset: number, message: LocalText): SourceProblem => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const problemAt = (steps: readonly (string | number)[], message: LocalText, what: 'key' | 'value' = 'value') =>
    at(offsetOf(document.contents, steps, what), message);
  const failed = (problems: SourceProblem[]): ReadConfig => ({ source: {}, problems, problemAt });

  if (document.errors.length > 0) {
    return failed(document.errors.map((error) => at(error.pos[0], bothWords('configSyntax', error.message))));
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    return failed([at(0, bothWords('configSyntax', error instanceof Error ? error.message : String(error)))]);
  }
  if (typeof data !== 'object' || Array.isArray(data)) return failed([at(0, bothWords('configNotMap'))]);

  const problems: SourceProblem[] = [];
  if (!validate(data)) {
    for (const error of readable(validate.errors ?? [])) {
      const steps = pointer(error.instancePath);
      const key = error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
      problems.push(
        key === undefined
          ? problemAt(steps, wordsOf(error, steps))
          : problemAt([...steps, key], unknownKey(key, Object.keys(error.parentSchema?.['properties'] ?? {})), 'key'),
      );
      remove(data, key === undefined ? steps : [...steps, key]);
    }
  }
  if (knownRules) {
    for (const steps of rulesIn(data as ConfigSource)) {
      const id = String(steps[steps.length - 1]);
      if (knownRules.has(id)) continue;
      const near = nearestName(id, knownRules);
      const message = near ? bothWords('configUnknownRuleNear', id, near) : bothWords('configUnknownRule', id);
      problems.push(problemAt(steps, message, 'key'));
    }
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { source: data as ConfigSource, problems, problemAt };
}

/** Of an `anyOf` (text or a list of texts) and the errors of its branches only what says most. */
function readable(errors: readonly ValidationError[]): ValidationError[] {
  const kept = new Set(errors);
  for (const whole of errors.filter((error) => error.keyword === 'anyOf')) {
    const inside = errors.filter(
      (error) => error !== whole && `${error.instancePath}/`.startsWith(`${whole.instancePath}/`),
    );
    const telling = inside.filter((error) => error.keyword !== 'type' || error.instancePath !== whole.instancePath);
    for (const error of inside) if (!telling.includes(error)) kept.delete(error);
    if (telling.length > 0) kept.delete(whole);
  }
  return [...kept];
}

function wordsOf(error: ValidationError, steps: readonly (string | number)[]): LocalText {
  const name = steps.length === 0 ? '.' : steps.join('.');
  if (error.keyword === 'enum') {
    return bothWords('configOneOf', (error.params['allowedValues'] as readonly unknown[]).map(String).join(', '));
  }
  if (error.keyword === 'required') return bothWords('configMissingKey', String(error.params['missingProperty']));
  if (error.keyword === 'minLength') return bothWords('configEmptyValue', name);
  if (error.keyword === 'anyOf') return bothWords('configWrongType', name, bothWords('typeStringOrList'));
  const type = error.keyword === 'type' ? TYPE_WORDS[String(error.params['type'])] : undefined;
  if (type) return bothWords('configWrongType', name, bothWords(type));
  return bothWords('configOtherMistake', name, error.message ?? error.keyword);
}

const TYPE_WORDS: Readonly<Record<string, WordKey>> = {
  string: 'typeString',
  array: 'typeArray',
  object: 'typeObject',
  boolean: 'typeBoolean',
};

function unknownKey(key: string, known: readonly string[]): LocalText {
  const near = nearestName(key, known);
  return near ? bothWords('configUnknownKeyNear', key, near) : bothWords('configUnknownKey', key);
}

function pointer(path: string): (string | number)[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Takes a mistaken value out, so that the rest can be used. */
function remove(data: unknown, steps: readonly (string | number)[]): void {
  let holder = data as Record<string | number, unknown> | undefined;
  for (const step of steps.slice(0, -1)) holder = holder?.[step] as typeof holder;
  const last = steps[steps.length - 1];
  if (typeof holder !== 'object' || holder === null || last === undefined) return;
  if (Array.isArray(holder)) holder[last as number] = undefined;
  else delete holder[last];
}

function* rulesIn(source: ConfigSource): Generator<(string | number)[]> {
  for (const id of Object.keys(source.rules ?? {})) yield ['rules', id];
  for (const [index, override] of (source.overrides ?? []).entries()) {
    for (const id of Object.keys(override?.rules ?? {})) yield ['overrides', index, 'rules', id];
  }
}

function offsetOf(contents: unknown, steps: readonly (string | number)[], what: 'key' | 'value'): number {
  let node = contents;
  let start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [index, step] of steps.entries()) {
    let next: unknown;
    let key: Node | undefined;
    if (isMap(node)) {
      const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step));
      if (!pair) return start;
      key = isNode(pair.key) ? pair.key : undefined;
      next = pair.value;
    } else if (isSeq(node) && typeof step === 'number') next = node.items[step];
    const last = index === steps.length - 1;
    const place = last && what === 'key' && key ? key : isNode(next) && next.range ? next : key;
    start = place?.range?.[0] ?? start;
    node = next;
  }
  return start;
}
