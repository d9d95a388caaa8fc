import { load } from 'cheerio';
import * as z from 'zod';

/**
 * Instagram's own "Download your information". Followers come in `followers_1.json` (and `_2` ...), a list; those whom one follows in
 * `following.json`, below `relationships_following`. Newer files leave `value` out and name the account in `title` or in the link.
 */
const entry = z.object({
  title: z.string().optional().catch(undefined),
  string_list_data: z
    .array(
      z.object({
        href: z.string().optional().catch(undefined),
        value: z.string().optional().catch(undefined),
      }),
    )
    .max(10),
});

/** What names the account, best first; undefined where nothing does. */
function nameOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  const { data } = entry.safeParse(item);
  const [first] = data?.string_list_data ?? [];
  return [first?.value, withoutDetour(first?.href), data?.title].find(name => name !== undefined && name.trim() !== '');
}

/** `instagram.com/_u/NAME` opens the app and means the account. */
const withoutDetour = (href: string | undefined): string | undefined => href?.replace(/(instagram\.com)\/_u\//i, '$1/');

/** Handles or links in an export that was parsed as JSON, or undefined where it is no such file. */
export function namesInExport(json: unknown): readonly (string | undefined)[] | undefined {
  if (Array.isArray(json)) return json.map(nameOf);
  if (typeof json !== 'object' || json === null) return undefined;
  const [list] = Object.entries(json)
    .filter(([key]) => /^(?:relationships_)?(?:followers|following)$/.test(key))
    .map(([, value]: [string, unknown]) => value);
  if (Array.isArray(list)) return list.map(nameOf);
  // Until 2020: { followers: { name: time } }.
  return typeof list === 'object' && list !== null ? Object.keys(list) : undefined;
}

/** The HTML form of the same download: one link to each account. */
export function namesInPage(html: string): readonly string[] {
  const page = load(html);
  return page('a[href*="instagram.com/"]')
    .toArray()
    .flatMap(link => withoutDetour(page(link).attr('href')) ?? []);
}
