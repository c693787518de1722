import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WordMatcher } from '../../server/src/framework/word-matcher.ts';

function found(words: readonly string[], text: string): string[] {
  const list: string[] = [];
  new WordMatcher(words).scan(text, (word, from, to) => {
    list.push(`${words[word]}@${from}-${to}`);
  });
  return list;
}

test('overlapping words and words inside words are all found, in the order of their starts', () => {
  assert.deepEqual(found(['产业', '产业链', '链', '业链图谱'], '绘制产业链图谱'), [
    '产业链@2-5',
    '产业@2-4',
    '业链图谱@3-7',
    '链@4-5',
  ]);
});

test('a text without any of the words reports nothing', () => {
  assert.deepEqual(found(['龙头企业'], '龙头'), []);
});

test('finds just what a naive search finds, on any words and text', () => {
  const letters = fc.string({ unit: fc.constantFrom('引', '进', '人', '才'), maxLength: 40 });
  const words = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('引', '进', '人', '才'), minLength: 1, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(words, letters, (list, text) => {
      const naive: string[] = [];
      for (const word of list)
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
          naive.push(`${word}@${at}-${at + word.length}`);
      assert.deepEqual(found(list, text).sort(), naive.sort());
    }),
  );
});
