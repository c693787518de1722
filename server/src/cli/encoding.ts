import type { Encoding } from '../report/types.ts';
import type { LocalText } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  /** Why the bytes are no text that can be read without loss. */
  | { readonly reason: LocalText };

/** The text of a file without its byte order mark. Never guesses at the cost of a character: what cannot be read exactly is refused with a reason. */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3), 'utf-8-bom');
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  const format = SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1];
  if (format !== undefined) return { reason: bothWords('fileBinaryKind', format) };
  if (isBinary(bytes)) return { reason: bothWords('fileBinary') };
  const utf8 = decodeUtf8(bytes, 'utf-8');
  if ('text' in utf8 || !looksLikeGb18030(bytes)) return utf8;
  const { default: iconv } = await import('iconv-lite');
  const text = iconv.decode(Buffer.from(bytes), 'gb18030');
  const again = iconv.encode(text, 'gb18030');
  return again.equals(bytes) ? { text, encoding: 'gb18030' } : utf8;
}

/** The bytes of a text, the inverse of `decodeText`. */
export async function encodeText(text: string, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const { default: iconv } = await import('iconv-lite');
  return iconv.encode(text, 'gb18030');
}

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'Word/ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Word 97–2003'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte);
}

/** More than one in twenty bytes is a control character that no text has. A stray NUL in a text is none of that. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  }
  return controls * 20 > length;
}

function decodeUtf8(bytes: Uint8Array, encoding: 'utf-8' | 'utf-8-bom'): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    const at = firstInvalid(bytes);
    let line = 1;
    for (let i = 0; i < at; i++) if (bytes[i] === 10) line++;
    const offset = at + 1 + (encoding === 'utf-8-bom' ? 3 : 0);
    return { reason: bothWords('fileNotUtf8', offset, line) };
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return { reason: bothWords('fileNotUtf16') };
  }
}

/** Index of the first byte that belongs to no whole UTF-8 character. */
function firstInvalid(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return bytes.length;
}

/** Bytes of the character at `at`; 0 when there is no whole one (Unicode 15, table 3-7). */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

/**
 * Whether bytes that are no UTF-8 look like Chinese in GB18030: nearly every two-byte character lies in the rows of everyday characters and punctuation (GB 2312 level 1 and symbols).
 * Broken UTF-8 and Latin-1 read as GB18030 give rare characters instead.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let common = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) {
      other++;
      at += 4;
      continue;
    }
    const everyday = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9);
    if (everyday && trail >= 0xa1) common++;
    else other++;
    at += 2;
  }
  return common > 0 && common >= other * 8;
}
