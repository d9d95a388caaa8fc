import type { CheerioAPI } from 'cheerio';

/** Puts a stranger's words wherever a stranger's words can come from, and leaves alone what is ours: codes, dates, addresses. */

const ours = new Set([
  'language',
  'locale',
  'timeZone',
  'currency',
  'platform',
  'kind',
  'status',
  'standing',
  'unit',
  'model',
  'format',
  'rule',
  'basis',
  'onDeadline',
  'cid',
  'what',
  'version',
]);

const isData = (text: string): boolean => /^\d{4}-\d\d-\d\d/.test(text);

export function withStrangersWords<T>(props: T, words: string): T {
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return ours.has(key) || isData(value) ? value : words;
    if (Array.isArray(value)) return value.map(one => replaced(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, name)]));
  };
  return replaced(props, '') as T;
}

/** Every element with the names of its attributes: what a stranger's words must not change. The cut-off preview is left out. */
export const skeleton = (page: CheerioAPI): string =>
  page('*')
    .not('[data-skip-in-text] *')
    .toArray()
    .map(node => `${page(node).prop('tagName')} ${Object.keys(page(node).attr() ?? {}).join(' ')}`)
    .join('\n');
