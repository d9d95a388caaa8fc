import { type CheerioAPI, load } from 'cheerio/slim';
import { profileOfFeed, type RowReading } from '#shared/domain/import/import.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import { Fault } from '#shared/errors.ts';
import { decodeDocument } from '../http/charset.ts';
import { collect } from '../http/collect.ts';

/** The largest public blogroll has 1,229 entries in 176 KB. */
const maxBytes = 10 * 1024 * 1024;
const maxEntries = 50_000;
const maxFolders = 10;

/**
 * The blogs of an OPML file. Half of the lists in the wild are not well-formed (a bare "&", quotes inside an attribute, attribute
 * names in any case), so it is read as forgivingly as a browser reads a page. `line` is the number of the entry.
 */
export async function* readBlogroll(
  bytes: AsyncIterable<Uint8Array> | Uint8Array,
  name: string,
): AsyncGenerator<RowReading> {
  const text = decodeDocument(await collect(bytes, maxBytes, name));
  if (/<!ENTITY/i.test(text))
    throw new Fault('unprocessable', `${name} defines entities: save it without its document type`);
  const $ = load(text, { xml: { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true } });
  if ($('opml, outline').length === 0) throw new Fault('unprocessable', `${name} is no OPML file: it has no outlines`);

  let line = 0;
  for (const outline of $('outline')) {
    const { attribs } = outline;
    const isFolder = !attribs.xmlurl && $(outline).children('outline').length > 0;
    if (isFolder) continue;
    if (++line > maxEntries) {
      yield { rejected: { source: name, line, because: `the file has more than ${maxEntries} entries: split it` } };
      return;
    }
    yield entry(attribs, foldersOf($, outline), { source: name, line });
  }
  if (line === 0) yield { rejected: { source: name, line: 1, because: 'the file lists no feeds' } };
}

function entry(
  attribs: Readonly<Record<string, string>>,
  folders: readonly string[],
  at: { readonly source: string; readonly line: number },
): RowReading {
  const title = (attribs.title || attribs.text || '').trim().slice(0, 300);
  const feedUrl = webAddress(attribs.xmlurl);
  const profile = profileOf(attribs, feedUrl);
  if (!profile) {
    const what = title ? `"${title.slice(0, 80)}"` : 'the entry';
    return { rejected: { ...at, because: `${what} has no address of a feed or blog (xmlUrl or htmlUrl)` } };
  }
  const categories = (attribs.category ?? '').split(/[,/]/);
  const topics = [...new Set([...folders, ...categories].map(topic => topic.trim().toLowerCase()))].filter(Boolean);
  return {
    found: {
      ...(title && { name: title }),
      profiles: [profile],
      ...(feedUrl && { feedUrl }),
      languages: [],
      topics: topics.slice(0, 20),
      claimed: {},
      sighting: { ...at, ...(folders.length > 0 && { tag: folders.join(' / ') }) },
      raw: attribs.description ? { description: attribs.description.slice(0, 500) } : {},
    },
  };
}

/** The blog, by its own address or by its feed's. Some exports repeat the feed's address as the site's. */
function profileOf(attribs: Readonly<Record<string, string>>, feedUrl: string | undefined): ProfileRef | undefined {
  const link =
    webAddress(attribs.htmlurl) ?? (attribs.type?.toLowerCase() === 'link' ? webAddress(attribs.url) : undefined);
  const feed = feedUrl === undefined ? undefined : profileOfFeed(feedUrl);
  if (feed?.platform === 'youtube' || link === undefined || link === feedUrl) return feed;
  return profileRef('blog', link) ?? feed;
}

/** An http(s) address as written; "feed:" links and bare hosts are completed. */
function webAddress(text: string | undefined): string | undefined {
  const tidy =
    text
      ?.trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'http://') ?? '';
  const full = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(tidy) ? `https://${tidy}` : tidy;
  return full.length <= 2000 && /^https?:\/\//i.test(full) && URL.canParse(full) ? full : undefined;
}

function foldersOf($: CheerioAPI, outline: Parameters<CheerioAPI>[0]): string[] {
  const folders: string[] = [];
  let parent = $(outline).parent('outline');
  while (parent.length > 0 && folders.length < maxFolders) {
    const name = (parent.attr('title') || parent.attr('text') || '').trim().slice(0, 100);
    if (name) folders.unshift(name);
    parent = parent.parent('outline');
  }
  return folders;
}
