import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { decodeText } from '#shared/adapters/csv/decode.ts';
import { kindOfBinary } from '#shared/adapters/list/binary.ts';
import type { UserList } from './adopt.ts';

/** Host and path of a real blog -> its name here. */
export type BlogNames = ReadonlyMap<string, string>;

/** The list as it came, with the addresses of real blogs replaced by those of this world. */
export async function relocatedList<L extends UserList>(list: L, blogs: BlogNames, blogsUrl: string): Promise<L> {
  if (blogs.size === 0) return list;
  const move = (text: string) => relocated(text, blogs, blogsUrl);
  const bytes = kindOfBinary(list.bytes).isZip ? await movedWorkbook(list.bytes, move) : await movedText(list, move);
  return { ...list, bytes };
}

async function movedText({ bytes, name }: UserList, move: (text: string) => string): Promise<Uint8Array> {
  let text = '';
  for await (const piece of decodeText([bytes], name)) text += piece;
  // What was Windows-1252 or UTF-16 is UTF-8 from here on, whatever its first line says.
  return Buffer.from(move(text.replace(/^(<\?xml[^>]*?)\s+encoding=(["'])[^"']*\2/i, '$1')));
}

/** Texts, links and sheets of a workbook are parts of their own; its pictures stay as they are. The import refuses bombs before. */
async function movedWorkbook(bytes: Uint8Array, move: (text: string) => string): Promise<Uint8Array> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
  const moved = new ZipFile();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const part = await buffer(await zip.openReadStreamPromise(entry));
    const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
    moved.addBuffer(isXml ? Buffer.from(move(part.toString())) : part, entry.fileName);
  }
  moved.end();
  return buffer(moved.outputStream);
}

/** Web addresses in a list; a bare host is one only where no mail address or handle ends in it. */
const address = /(?:https?:\/\/|(?<![\w@.-]))(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/[^\s"'<>,;]*)?/giu;

/** The list with the addresses of real blogs replaced by those of this world. */
export const relocated = (text: string, blogs: ReadonlyMap<string, string>, blogsUrl: string): string =>
  text.replace(address, found => {
    const local = blogAt(withoutScheme(found), blogs);
    if (local === undefined) return found;
    return `${blogsUrl}/${local}/${/feed|rss|atom|\.xml/i.test(found) ? 'feed/' : ''}`;
  });

/** The blog that an address belongs to: its own, or the nearest one above it. */
function blogAt(path: string, blogs: ReadonlyMap<string, string>): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const local = blogs.get(at);
    if (local !== undefined) return local;
  }
  return undefined;
}

/** As `ProfileRef` names a blog: host and path without scheme, www, query and slash at the end. */
export const withoutScheme = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
