import { Fault } from '#shared/errors.ts';
import { kindOfBinary } from '../list/binary.ts';

/** Text of a spreadsheet export, whatever wrote it: UTF-8, UTF-16 (Excel's "Unicode text") or Windows-1252 (Excel's plain CSV). */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): AsyncGenerator<string> {
  let decode: ((chunk: Uint8Array, last: boolean) => string) | undefined;
  let head = new Uint8Array();
  for await (const chunk of bytes) {
    if (decode) {
      yield decode(chunk, false);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 1024) continue;
    decode = decoderFor(head, name);
    yield decode(head, false);
  }
  if (decode) yield decode(new Uint8Array(), true);
  else yield decoderFor(head, name)(head, true);
}

function decoderFor(head: Uint8Array, name: string): (chunk: Uint8Array, last: boolean) => string {
  const { advice } = kindOfBinary(head);
  if (advice !== undefined) throw new Fault('unprocessable', `${name} ${advice}`);
  const utf16 = utf16Of(head);
  if (utf16) {
    const decoder = new TextDecoder(utf16);
    return (chunk, last) => decoder.decode(chunk, { stream: !last });
  }
  if (head.subarray(0, 1024).includes(0))
    throw new Fault('unprocessable', `${name} is no text file: save the list as CSV (UTF-8)`);
  return utf8OrWindows();
}

/** By its mark, or by zero bytes in every other place (Latin letters in UTF-16 without a mark). */
function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 256);
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const half = sample.length / 2;
  if (half >= 2 && zeros(1) > half * 0.6 && zeros(0) === 0) return 'utf-16le';
  if (half >= 2 && zeros(0) > half * 0.6 && zeros(1) === 0) return 'utf-16be';
  return undefined;
}

/**
 * Characters of UTF-8, and what can not be UTF-8 byte by byte as Windows-1252: lists are pasted together from exports of both, and
 * hardly any text in Windows-1252 happens to be UTF-8.
 */
function utf8OrWindows(): (chunk: Uint8Array, last: boolean) => string {
  let carry = new Uint8Array();
  let isFirst = true;
  return (chunk, last) => {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const end = last ? bytes.length : bytes.length - unfinished(bytes);
    carry = bytes.slice(end);
    const whole = bytes.subarray(0, end);
    const text = strictUtf8(whole) ?? mixed(whole);
    const isStart = isFirst && text !== '';
    isFirst &&= text === '';
    return isStart ? text.replace(/^\ufeff/, '') : text;
  };
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Runs of each encoding, one after the other. */
function mixed(bytes: Uint8Array): string {
  const windows = new TextDecoder('windows-1252');
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, at));
    text += windows.decode(bytes.subarray(at, at + 1));
    at += 1;
    from = at;
  }
  return text + new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from));
}

/** Bytes of the UTF-8 character that begins here; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return strictUtf8(bytes.subarray(at, at + length)) === undefined || at + length > bytes.length ? 0 : length;
}

/** How many bytes at the end are the beginning of a character that goes on in the next chunk. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? back : 0;
    }
  }
  return 0;
}
