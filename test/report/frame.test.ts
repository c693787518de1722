import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameOf } from '../../server/src/report/frame.ts';
import { fitTo, padTo, shownText, widthOf } from '../../server/src/report/width.ts';
import { LineIndex } from '../../server/src/text.ts';

function frame(text: string, words: string, width = 80) {
  const start = text.indexOf(words);
  return frameOf(text, new LineIndex(text), { start, end: start + words.length }, width);
}

test('carets stand under wide characters, two cells each', () => {
  const { line, source, carets } = frame('一\n二、引进领军人才20名。\n三', '领军人才20');
  assert.equal(line, 2);
  assert.equal(source, '二、引进领军人才20名。');
  assert.equal(carets, `${' '.repeat(8)}${'^'.repeat(10)}`);
});

test('an emoji is two cells, a combining mark none', () => {
  assert.equal(frame('🏭e\u0301 园区', '园区').carets, '    ^^^^');
});

test('a tab becomes spaces and the carets follow it', () => {
  const { source, carets } = frame('a\t园区\t规划', '规划');
  assert.equal(source, 'a   园区    规划');
  assert.equal(carets, `${' '.repeat(12)}^^^^`);
});

test('a range over several lines is marked to the end of its first line', () => {
  const { source, carets } = frame('发展目标\r\n到2027年', '目标\r\n到2027');
  assert.equal(source, '发展目标');
  assert.equal(carets, '    ^^^^');
});

test('an empty range and one at the end of the text get one caret', () => {
  const text = '园区规划';
  const at = (offset: number) => frameOf(text, new LineIndex(text), { start: offset, end: offset }, 80).carets;
  assert.equal(at(0), '^');
  assert.equal(at(4), `${' '.repeat(8)}^`);
  assert.equal(frameOf('', new LineIndex(''), { start: 0, end: 0 }, 80).carets, '^');
});

test('a long line is shown in a window around the range', () => {
  const text = `${'前'.repeat(300)}领军人才${'后'.repeat(300)}`;
  const { source, carets } = frame(text, '领军人才', 60);
  assert.ok(source.startsWith('…前') && source.endsWith('后…'), source);
  assert.ok(widthOf(source) <= 60);
  const before = source.slice(0, source.indexOf('领'));
  assert.equal(carets, ' '.repeat(widthOf(before)) + '^'.repeat(8));
});

test('a range that is longer than the window is marked as far as it is seen', () => {
  const { source, carets } = frame(`头${'长'.repeat(500)}尾`, '长'.repeat(500), 40);
  assert.ok(widthOf(source) <= 40);
  assert.ok(carets.length <= widthOf(source));
  assert.ok(source.startsWith('头长'));
});

test('the end of a long line is shown without a mark that it goes on', () => {
  const { source } = frame(`${'前'.repeat(100)}末尾`, '末尾', 40);
  assert.ok(source.startsWith('…') && source.endsWith('末尾'), source);
});

test('a window never cuts a surrogate pair', () => {
  for (let shift = 0; shift < 4; shift++) {
    const { source } = frame(`${'a'.repeat(shift)}${'🏭'.repeat(200)}规划${'🏭'.repeat(200)}`, '规划', 41);
    assert.ok(source.isWellFormed());
    assert.ok(!source.includes('\ufffd'));
  }
});

test('a text cannot steer the terminal', () => {
  assert.equal(shownText('a\u001b[31m\u0007\u202eb\u0000\u009b'), 'a␛[31m␇\ufffdb␀\ufffd');
});

test('cells are padded and cut by their width on the screen', () => {
  assert.equal(padTo('园区', 6), '园区  ');
  assert.equal(padTo('产业园区', 6), '产业… ');
  assert.equal(fitTo('产业园区', 8), '产业园区');
  assert.equal(fitTo('产业园区', 7), '产业园…');
  assert.equal(fitTo('abc', 2), 'a…');
});
