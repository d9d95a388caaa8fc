/** What stands between tags and is no tag: comments and character data, skipped without looking back, so that no text takes long. */
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** The text without its comments and character data. What is never closed reaches to the end. */
export function markup(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    const [open, close] = skipped.find(([start]) => text.startsWith(start, at)) ?? [];
    if (open === undefined || close === undefined) {
      at += 2;
      continue;
    }
    parts.push(text.slice(from, at));
    const end = text.indexOf(close, at + open.length);
    if (end < 0) return parts.join('');
    from = end + close.length;
    at = from;
  }
  return parts.join('') + text.slice(from);
}

/**
 * Whether a document's type has definitions of its own. No feed needs them; entities that are defined there can grow without end ("a
 * billion laughs") or name files of ours.
 */
export function definesEntities(text: string): boolean {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return false;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    if (close === undefined) break;
    const end = text.indexOf(close, at);
    if (end < 0) return false;
    at = end + close.length;
  }
  if (!/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return false;
  const [bracket, end] = [text.indexOf('[', at), text.indexOf('>', at)];
  return bracket >= 0 && (end < 0 || bracket < end);
}
