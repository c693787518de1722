import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { decodeText, encodeText } from '../../server/src/cli/encoding.ts';

const PLAN =
  '# 湾溪高新区产业发展规划\r\n\r\n到2028年，引进领军人才20名，其中“双一流”高校毕业生占60%以上；亩均税收达到30万元。\r\n';

async function read(bytes: Uint8Array) {
  const decoded = await decodeText(bytes);
  return 'text' in decoded ? decoded : decoded.reason.en;
}

for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
  test(`${encoding} is recognised, read and written back byte by byte`, async () => {
    const bytes = await encodeText(PLAN, encoding);
    assert.deepEqual(await read(bytes), { text: PLAN, encoding });
    assert.deepEqual(Buffer.from(await encodeText(PLAN, encoding)), Buffer.from(bytes));
  });
}

test('GB18030 with four-byte characters and rare ones is read when the rest is everyday Chinese', async () => {
  const text = `${PLAN.repeat(3)}负责人：龑、喆、𠮷。€`;
  assert.deepEqual(await read(iconv.encode(text, 'gb18030')), { text, encoding: 'gb18030' });
});

test('an empty file is an empty text', async () => {
  assert.deepEqual(await read(new Uint8Array()), { text: '', encoding: 'utf-8' });
});

test('a stray NUL byte is part of a text', async () => {
  const text = `${PLAN}\u0000规划`;
  assert.deepEqual(await read(Buffer.from(text)), { text, encoding: 'utf-8' });
});

test('what is no text is told by its kind', async () => {
  assert.match(String(await read(Buffer.from('PK\u0003\u0004 word/document.xml'))), /Word\/ZIP file/);
  assert.match(String(await read(Buffer.from('%PDF-1.7\n'))), /PDF file/);
  assert.match(String(await read(Buffer.from(Array.from({ length: 400 }, (_, i) => i % 7)))), /binary file/);
});

test('broken UTF-8 is refused with the byte and the line, not read as something else', async () => {
  const whole = Buffer.from('第一行\n第二行产业\n');
  const cut = Buffer.concat([whole.subarray(0, 14), Buffer.from([0xff]), whole.subarray(14)]);
  assert.equal(await read(cut), 'neither valid UTF-8 nor GB18030 (byte 14, line 2)');
  assert.equal(await read(whole.subarray(0, whole.length - 2)), 'neither valid UTF-8 nor GB18030 (byte 23, line 2)');
  assert.equal(await read(Buffer.from([0x61, 0xed, 0xa0, 0x80])), 'neither valid UTF-8 nor GB18030 (byte 2, line 1)');
});

test('Latin-1 is not taken for Chinese', async () => {
  const latin = Buffer.from(
    'Das Gründerzentrum fördert größere Betriebe; für Ökologie übernimmt es die Führung.',
    'latin1',
  );
  assert.match(String(await read(latin)), /neither valid UTF-8 nor GB18030/);
});

test('half a character at the end of UTF-16 is refused', async () => {
  assert.equal(await read(Buffer.from([0xff, 0xfe, 0x2d])), 'not valid UTF-16');
});
