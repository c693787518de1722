import { rules } from '../rules/rules.ts';
import type { Finding } from '../rules/types.ts';

const WAITING: ReadonlySet<string> = new Set(rules.filter((rule) => rule.onFinishedText).map(({ id }) => id));

/** Which findings of one document are told while its author is still writing. */
export class UnfinishedText {
  /** Keys of the findings that were there when the text last came to rest; undefined while it rests. */
  #told: ReadonlySet<string | undefined> | undefined;
  /** Of the newest version; findings themselves are large. */
  #last: readonly (string | undefined)[] = [];

  /** The author goes on: what is new on an unfinished text is held back from now on. */
  stir(): void {
    this.#told ??= new Set(this.#last);
  }

  /** The text has come to rest. True when that changes what is told. */
  settle(): boolean {
    const before = this.#told;
    this.#told = undefined;
    return before !== undefined && this.#last.some((key) => key !== undefined && !before.has(key));
  }

  /** Of the findings of the newest version those to tell now. */
  told(findings: readonly Finding[]): readonly Finding[] {
    const keys = keysOf(findings);
    this.#last = keys;
    const before = this.#told;
    if (!before) return findings;
    return findings.filter((_, i) => keys[i] === undefined || before.has(keys[i]));
  }
}

/** A key for each finding that waits for a finished text, the same wherever the finding stands; the second of its kind has another. */
function keysOf(findings: readonly Finding[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, element, pathway, message }) => {
    if (!WAITING.has(rule)) return undefined;
    const kind = JSON.stringify([rule, element, pathway, message.en]);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}${count}`;
  });
}
