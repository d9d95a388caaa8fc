import { Fault } from '#shared/errors.ts';

/** First bytes of files that people upload by mistake, and what to do instead. */
const notText: readonly (readonly [signature: readonly number[], advice: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'is a workbook or archive: open it and save it as CSV (UTF-8)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Excel workbook: open it and save it as CSV (UTF-8)'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF: ask for the list as CSV'],
  [[0x1f, 0x8b], 'is compressed: unpack it first'],
  [[0x89, 0x50, 0x4e, 0x47], 'is a picture: ask for the list as CSV'],
  [[0xff, 0xd8, 0xff], 'is a picture: ask for the list as CSV'],
];

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
  for (const [signature, advice] of notText) {
    if (signature.every((byte, index) => head[index] === byte)) throw new Fault('unprocessable', `${name} ${advice}`);
  }
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
 * UTF-8 until a byte comes that can not be UTF-8. If nothing beyond ASCII was seen before, the file is Windows-1252; otherwise it is
 * a damaged UTF-8 file and only the damaged letters are lost.
 */
function utf8OrWindows(): (chunk: Uint8Array, last: boolean) => string {
  let carry = new Uint8Array();
  let sawUtf8 = false;
  let isWindows = false;
  let isFirst = true;
  return (chunk, last) => {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const end = last ? bytes.length : bytes.length - unfinished(bytes);
    carry = bytes.slice(end);
    const whole = bytes.subarray(0, end);
    let text: string | undefined;
    if (!isWindows) text = strictUtf8(whole);
    if (text === undefined && !sawUtf8) isWindows = true;
    text ??= new TextDecoder(isWindows ? 'windows-1252' : 'utf-8', { ignoreBOM: true }).decode(whole);
    sawUtf8 ||= !isWindows && text.length < whole.length;
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
