import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineIndexOf, Rope, sharedBy } from '../../server/src/rope.ts';
import { LineIndex } from '../../server/src/text.ts';

const words = fc.string({ unit: fc.constantFrom('园', '区', 'a', ' ', '\n', '\r', '\r\n', '𠮷'), maxLength: 60 });
const edits = fc.array(fc.record({ at: fc.nat(200), removed: fc.nat(30), added: words }), { maxLength: 12 });
const size = fc.constantFrom(1, 3, 16);

/** A text after some edits, as a string and as a rope. */
function written(start: string, chunk: number, changes: readonly { at: number; removed: number; added: string }[]) {
  let text = start;
  let rope = Rope.of(start, chunk);
  for (const { at, removed, added } of changes) {
    const from = Math.min(at, text.length);
    text = text.slice(0, from) + added + text.slice(from + removed);
    rope = rope.edited(from, from + removed, added);
  }
  return { text, rope };
}

test('a rope says after any edits what a string says', () => {
  fc.assert(
    fc.property(words, size, edits, fc.nat(120), fc.nat(120), (start, chunk, changes, from, to) => {
      const { text, rope } = written(start, chunk, changes);
      assert.equal(rope.length, text.length);
      assert.equal(rope.slice(from, Math.max(from, to)), text.slice(from, Math.max(from, to)));
      assert.equal(rope.charAt(from), text.charAt(from));
      assert.ok(Object.is(rope.charCodeAt(from), text.charCodeAt(from)));
      assert.equal(rope.toString(), text);
    }),
  );
});

test('its lines are those of the string, wherever its chunks end', () => {
  fc.assert(
    fc.property(words, size, edits, (start, chunk, changes) => {
      const { text, rope } = written(start, chunk, changes);
      const [is, want] = [lineIndexOf(rope), new LineIndex(text)];
      assert.equal(is.lineCount, want.lineCount);
      for (let at = -1; at <= text.length + 1; at++) assert.deepEqual(is.positionAt(at), want.positionAt(at));
      for (let line = 0; line <= want.lineCount; line++) assert.equal(is.lineStart(line), want.lineStart(line));
    }),
  );
});

test('what two states share is the same in both, and is all of it where nothing has changed', () => {
  fc.assert(
    fc.property(words, size, edits, edits, (start, chunk, changes, more) => {
      const { rope: before } = written(start, chunk, changes);
      let after = before;
      for (const { at, removed, added } of more) {
        const from = Math.min(at, after.length);
        after = after.edited(from, from + removed, added);
      }
      const { head, tail } = sharedBy(before, after);
      assert.ok(head + tail <= Math.min(before.length, after.length));
      assert.equal(after.slice(0, head), before.slice(0, head));
      assert.equal(after.slice(after.length - tail), before.slice(before.length - tail));
      if (more.length === 0) assert.equal(head + tail, before.length);
    }),
  );
});

test('an edit of a long text copies what stands around it and keeps the rest', () => {
  const text = '招引龙头企业，培育配套企业。\n'.repeat(20_000);
  const rope = Rope.of(text);
  const after = rope.edited(text.length / 2, text.length / 2, '园');
  assert.deepEqual(sharedBy(rope, after), { head: text.length / 2, tail: text.length / 2 });
  assert.equal(lineIndexOf(after).lineCount, lineIndexOf(rope).lineCount);
});

test('a CR and an LF that an edit brings together are one line end', () => {
  const rope = Rope.of('a\rb', 1).edited(2, 2, '\n');
  assert.equal(lineIndexOf(rope).lineCount, 2);
  assert.deepEqual(lineIndexOf(rope).positionAt(3), { line: 1, character: 0 });
});
