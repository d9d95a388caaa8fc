const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemMembers = ['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary'];

/** Items with the members of JSON Feed and a version of any spelling: "1.1" is meant as the address that it should be. */
function isLooseJsonFeed(json: unknown): json is Record<string, unknown> {
  return (
    isRecord(json) &&
    typeof json.version === 'string' &&
    Array.isArray(json.items) &&
    json.items.every(item => isRecord(item) && itemMembers.some(member => member in item))
  );
}

function withJsonVersion(text: string): string {
  const json: unknown = JSON.parse(text);
  if (!isLooseJsonFeed(json) || `${json.version}`.includes('jsonfeed.org/')) return text;
  return JSON.stringify({ ...json, version: 'https://jsonfeed.org/version/1.1' });
}

// Atom 0.3 says mode="base64"; Atom 1.0 means it by a type that is no text.
const BASE64 =
  /(<(title|tagline|subtitle|summary|content)\b(?=[^<>]{0,400}(?:mode\s*=\s*["']base64|type\s*=\s*["']application\/octet-stream))[^<>]{0,800})>([A-Za-z0-9+/=\s]{4,})(?=<\/\2)/g;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const decoded = (found: string, tag: string, _: string, code: string): string =>
  tag.endsWith('/') ? found : `${tag}>${escaped(Buffer.from(code, 'base64').toString('utf8'))}`;

/** A feed as its writer meant it: small offences against the form that a reader need not refuse. */
export function mended(text: string): string {
  if (text.startsWith('{')) return withJsonVersion(text);
  // The very last bracket is lost more often than any other: "</rss".
  const closed = /<\/[\w:]{1,30}\s*$/.test(text.slice(-60)) ? `${text.trimEnd()}>` : text;
  return /base64|octet-stream/.test(closed) ? closed.replace(BASE64, decoded) : closed;
}
