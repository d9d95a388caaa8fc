const MAX_BYTES = 25 * 1024 * 1024; // Gmail's limit; larger mails carry attachments that we do not need
const MAX_DASH_LINES = 4_000;
/** What people write and machines report is shorter; of attachments only the names are read. A MIME parser takes 5 µs per line. */
const MAX_PART_LINES = 10_000;
const MAX_PART_BYTES = 2_000_000;

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** Where the line starts that is one boundary too many, or the end: a part costs memory, a letter has few. */
function endOfParts(bytes: Uint8Array): number {
  let dashLines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] !== DASH || bytes[at + 2] !== DASH) continue;
    dashLines += 1;
    if (dashLines > MAX_DASH_LINES) return at + 1;
  }
  return bytes.length;
}

/** Without what lies too deep in a part: from there on up to the next line that begins with two dashes, as boundaries do. */
function withoutDepths(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let [from, partStart, lines, skips] = [0, 0, 0, false];
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === DASH && bytes[at + 2] === DASH) {
      if (skips) from = at + 1;
      [partStart, lines, skips] = [at + 1, 0, false];
    }
    lines += 1;
    if (skips || (lines <= MAX_PART_LINES && at - partStart <= MAX_PART_BYTES)) continue;
    kept.push(bytes.subarray(from, Math.min(at + 1, partStart + MAX_PART_BYTES)));
    skips = true;
  }
  if (kept.length === 0) return bytes;
  if (!skips) kept.push(bytes.subarray(from));
  return Buffer.concat(kept.flatMap(part => [part, LINE_END]));
}

const LINE_END = Uint8Array.of(LF);

/** Old Macintosh line ends would make the whole mail one header line. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(LF) || !bytes.includes(CR)) return bytes;
  const copy = bytes.slice();
  for (let at = copy.indexOf(CR); at >= 0; at = copy.indexOf(CR, at + 1)) copy[at] = LF;
  return copy;
}

const MBOX_LINE = /^\s*From [^\r\n]*\r?\n/;

/** Where the headers begin: after blank lines and the "From …" line of a mailbox file. */
function startOfHeaders(bytes: Uint8Array): number {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000));
  return (MBOX_LINE.exec(start) ?? /^\s*/.exec(start))?.[0].length ?? 0;
}

/** The bytes of a mail, made safe for a MIME parser: bounded in size and parts, with line feeds, without a mailbox line. */
export function boundedMime(bytes: Uint8Array): Uint8Array {
  const mail = withLineFeeds(bytes.subarray(0, MAX_BYTES));
  return withoutDepths(mail.subarray(startOfHeaders(mail), endOfParts(mail)));
}
