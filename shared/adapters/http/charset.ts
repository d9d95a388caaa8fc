/**
 * Text of a page, feed or outline by the first of: byte-order mark, charset of the Content-Type header, the document's own
 * declaration, UTF-8 if the bytes are valid, Windows-1252 (what the web falls back to).
 */
export function decodeDocument(bytes: Uint8Array, contentType?: string | null): string {
  const label = markOf(bytes) ?? charsetIn(contentType ?? '') ?? declaredIn(bytes);
  const decoder = label === undefined ? undefined : decoderNamed(label);
  if (decoder) return decoder.decode(bytes).replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

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
  const declared = xml ?? charsetIn(/<meta\b[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '');
  // A declaration that could be read byte by byte is not UTF-16, whatever it says.
  return declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function decoderNamed(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
