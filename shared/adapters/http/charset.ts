/** Text of a document. `doubt` says that what it claims to be written in is not true and the text is our best guess. */
export interface Decoded {
  readonly text: string;
  readonly doubt?: string;
}

/**
 * Text of a page, feed or outline. A byte-order mark decides. Otherwise the bytes are asked before those who speak for them: what is
 * UTF-8 with letters beyond ASCII is UTF-8, whatever a server's default says. Then come the charset of the Content-Type header and the
 * document's own declaration, as far as the bytes fit them; then Windows-1252, what the web falls back to.
 */
export function readDocument(bytes: Uint8Array, contentType?: string | null): Decoded {
  const mark = markOf(bytes);
  if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes) };
  const labels = [charsetIn(contentType ?? ''), declaredIn(bytes)];
  const claims = [...new Set(labels.flatMap(label => encodingNamed(label) ?? []))];
  const utf8 = exactly('utf-8', bytes);
  if (utf8 !== undefined && !claims.some(claim => isMultibyte(claim) && exactly(claim, bytes) !== undefined))
    return { text: utf8 };
  const fitting = claims.map(claim => exactly(claim, bytes)).find(text => text !== undefined);
  if (fitting !== undefined) return { text: fitting };
  if (utf8 !== undefined) return { text: utf8 };
  const damaged = new TextDecoder('utf-8').decode(bytes);
  if ((claims.length === 0 || claims.includes('utf-8')) && isMostlyRight(damaged)) return { text: damaged };
  const guess = new TextDecoder('windows-1252').decode(bytes);
  if (claims.length === 0) return { text: guess };
  return { text: guess, doubt: `it says that it is written in ${claims.join(' or ')}, and it is not` };
}

/** The text alone, for those who take it as it is. */
export const decodeDocument = (bytes: Uint8Array, contentType?: string | null): string =>
  readDocument(bytes, contentType).text;

/** The text if every byte fits the encoding. */
function exactly(encoding: string, bytes: Uint8Array): string | undefined {
  // Any even number of bytes is UTF-16 of some kind; texts of our alphabets show every other byte empty.
  if (encoding.startsWith('utf-16') && !hasGaps(bytes)) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasGaps(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 2048);
  return head.filter(byte => byte === 0).length > head.length / 8;
}

/** One bad byte in a feed is damage, and the letters around it are right; a text of another charset has hardly a right one. */
const isMostlyRight = (text: string): boolean =>
  (text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0) > (text.match(/\ufffd/g)?.length ?? 0);

/** In these not every sequence of bytes is a text, so that one which fits is hardly an accident. */
const isMultibyte = (encoding: string): boolean => /^(?:gb|big5|euc|shift_jis|iso-2022|utf-16)/.test(encoding);

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const charsetIn = (text: string): string | undefined => /charset\s*=\s*["']?([\w.:-]+)/i.exec(text)?.[1];

/** `<?xml … encoding="…"?>` or `<meta charset>` in the first 2 KB, where browsers look for it too. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const xml = /^\s*<\?\w+[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  return xml ?? charsetIn(/<meta\b[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '');
}

/** The encoding that a label stands for ("latin1" is windows-1252 on the web), or undefined where nobody knows it. */
function encodingNamed(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
