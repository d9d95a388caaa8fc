import type { ClaimedFacts, FoundProfile, RejectedRow, Sighting } from '../candidate.ts';
import type { Platform, ProfileRef } from '../influencer.ts';
import { sendableAddress } from '../listening/mail-address.ts';
import { currencyDigits, type Money, money } from '../money.ts';
import type { ImportColumn, ImportMapping } from './mapping.ts';
import { parseCount, parseNumber, parseRate } from './number-format.ts';
import { countryCode, languageCode } from './places.ts';
import { profileKey, profileRef, siteRef } from './profile.ts';

export type RowReading =
  | {
      readonly found: FoundProfile;
      /** What of the row could not be used, and what to mend. */
      readonly remark?: RejectedRow;
    }
  | { readonly rejected: RejectedRow };

/** Lists carry whole biographies; nobody reads more of a cell than this. */
const keptCharacters = 500;
const keptWords = 20;
const keptName = 100;

/** What a row holds beside the text of its cells. */
export interface BesideCells {
  /** Values of columns that the first rows did not have. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Where a cell's text leads to, by column. */
  readonly links?: Readonly<Record<number, string>>;
}

/** What one row says about a person, or why it can not be used and what to mend. */
export function rowToProfile(
  mapping: ImportMapping,
  row: readonly string[],
  sighting: Sighting,
  { extra = {}, links = {} }: BesideCells = {},
): RowReading {
  const { headers, columns } = mapping;
  const surplus = row.slice(headers.length).some(value => value.trim() !== '');
  if (surplus) {
    return rejected(
      sighting,
      `it has ${row.length} cells where the header has ${headers.length}: put quotes around values that hold the separator`,
    );
  }
  const cells = row.map(tidyCell);
  const filled = columns.filter(({ index }) => cells[index]);
  const of = (field: ImportColumn['field']) => filled.filter(column => column.field === field);
  const first = (field: ImportColumn['field']) => cells[of(field)[0]?.index ?? -1];

  const formulas = columns.filter(({ index }) => isFormula(row[index] ?? ''));
  const profiles = profilesIn(mapping, filled, cells, links);
  if (profiles.length === 0)
    return rejected(sighting, whyFormula(mapping, row, formulas) ?? whyNoProfile(mapping, filled, cells));

  const name = first('name') ?? [first('firstName'), first('lastName')].filter(Boolean).join(' ');
  const email = of('email').flatMap(({ index }) => addressIn(cells[index] ?? '') ?? [])[0];
  const feedUrl = of('feedUrl')
    .map(({ index }) => cells[index])
    .find(value => value && URL.canParse(value));
  const place = placeIn(first('country'), first('city'), first('location'));
  const tag = sighting.tag ?? first('tag');
  return {
    found: {
      ...(name && { name }),
      profiles,
      ...(email && { email }),
      ...(feedUrl && { feedUrl }),
      ...place,
      languages: unique(words(of('language'), cells).flatMap(word => languageCode(word) ?? [])),
      topics: unique(words(of('topics'), cells).map(word => word.toLowerCase().replace(/^#/, ''))),
      claimed: claimedIn(filled, cells, profiles),
      sighting: { ...sighting, ...(tag && { tag }) },
      raw: { ...rawCells(mapping, row, cells, email !== undefined), ...extra },
    },
    ...(formulas.length > 0 && {
      remark: {
        source: sighting.source,
        line: sighting.line,
        because: `the row counts, but ${whyFormula(mapping, row, formulas)}`,
      },
    }),
  };
}

const rejected = ({ source, line }: Sighting, because: string): RowReading => ({ rejected: { source, line, because } });

/** Formulas hold no value that could be trusted; ="007" and =HYPERLINK("…") hold their text in view. */
const literal = /^=(?:HYPERLINK\()?\s*"([^"]*)"/i;
const isFormula = (value: string): boolean => /^\s*=/.test(value) && !literal.test(value.trim());

function whyFormula(
  { headers }: ImportMapping,
  row: readonly string[],
  [first]: readonly ImportColumn[],
): string | undefined {
  if (!first) return undefined;
  const formula = (row[first.index] ?? '').trim().slice(0, 60);
  return `"${headers[first.index] || `column ${first.index + 1}`}" holds a formula (${formula}), which is never computed: paste it as a value`;
}

/** Cells that say "nothing" are empty. */
function tidyCell(value: string): string {
  const text = value.trim().slice(0, 4 * keptCharacters);
  const shown = literal.exec(text)?.[1] ?? (text.startsWith('=') ? '' : text);
  return /^(?:[-–—.?]+|n\/?a|null|nil|none|unknown|tbd|undefined|#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!))$/i.test(
    shown,
  )
    ? ''
    : shown.trim().slice(0, keptCharacters);
}

function profilesIn(
  { defaultPlatform }: ImportMapping,
  filled: readonly ImportColumn[],
  cells: readonly string[],
  links: Readonly<Record<number, string>>,
): ProfileRef[] {
  const named = platformNamed(cells[filled.find(({ field }) => field === 'platform')?.index ?? -1]);
  /** Where the text leads to is surer than the text. */
  const behind = (index: number) => profileRef(undefined, links[index] ?? '');
  const refs = filled.flatMap(({ field, index, platform }) => {
    if (field !== 'handle' && field !== 'link') return [];
    const linked = behind(index);
    if (linked) return [linked];
    const account = named ?? defaultPlatform;
    return partsOf(cells[index] ?? '').flatMap(part => {
      const bare = platform ?? (field === 'handle' || part.startsWith('@') ? account : (named ?? 'blog'));
      return profileRef(bare, part) ?? [];
    });
  });
  // "Meera", and her name leads to her profile.
  if (refs.length === 0) refs.push(...Object.keys(links).flatMap(index => behind(Number(index)) ?? []));
  const feed = cells[filled.find(({ field }) => field === 'feedUrl')?.index ?? -1];
  if (refs.length === 0 && feed) {
    const owner = profileOfFeed(feed);
    if (owner) refs.push(owner);
  }
  // Whoever has an account and a website is worked with on the account, whichever column comes first.
  const accountsFirst = refs.toSorted((a, b) => Number(a.platform === 'blog') - Number(b.platform === 'blog'));
  return [...new Map(accountsFirst.map(ref => [profileKey(ref), ref])).values()];
}

/** Several links or @handles in one cell are several profiles; other words with spaces between them are no handle. */
function partsOf(cell: string): string[] {
  const parts = cell.split(/[\s;|,]+/).filter(Boolean);
  return parts.every(part => part.startsWith('@') || /[./]/.test(part)) ? parts : [cell];
}

const platformNamed = (text: string | undefined): Platform | undefined =>
  (
    [
      ['instagram', /insta|^ig$/i],
      ['youtube', /you\s*tube|^yt$/i],
      ['tiktok', /tik\s*tok|^tt$/i],
      ['blog', /blog|web|rss|feed|substack|medium/i],
    ] as const
  ).find(([, pattern]) => pattern.test(text ?? ''))?.[0];

/** The profile that a feed belongs to: its address without the part that says "feed". YouTube's feeds name a channel. */
export function profileOfFeed(feedUrl: string): ProfileRef | undefined {
  if (/^https?:\/\/(?:www\.)?youtube\.com\/feeds\//i.test(feedUrl)) return profileRef('youtube', feedUrl);
  const site = feedUrl
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^(https?:\/\/(?:www\.)?medium\.com)\/feed\//i, '$1/')
    .replace(/\/[^/]*\.(?:xml|rdf|rss|atom|json)$/i, '')
    .replace(/\/(?:feeds?|rss2?|atom)(?:\/.*)?$/i, '');
  return siteRef(/:\/\/[^/]+$/.test(site) ? `${site}/` : site);
}

function whyNoProfile(
  { columns, headers }: ImportMapping,
  filled: readonly ImportColumn[],
  cells: readonly string[],
): string {
  const candidates = columns.filter(({ field }) => field === 'handle' || field === 'link');
  if (candidates.length === 0)
    return 'no column holds a handle or link: name one "instagram", "youtube", "blog" or "link"';
  const tried = filled.find(column => candidates.includes(column));
  if (tried)
    return `"${(cells[tried.index] ?? '').slice(0, 80)}" in "${headers[tried.index] || `column ${tried.index + 1}`}" is no handle or link to a profile`;
  return `no handle or link: fill "${headers[candidates[0]?.index ?? 0]}"`;
}

const addressIn = (text: string): string | undefined =>
  text
    .replace(/^mailto:/i, '')
    .split(/[\s,;|<>()]+/)
    .flatMap(part => sendableAddress(part) ?? [])[0]
    ?.toLowerCase();

function placeIn(country = '', city = '', location = ''): { country?: string; city?: string } {
  const parts = location
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  const code = countryCode(country) ?? countryCode(parts.at(-1) ?? '');
  const town = city || (parts[0] !== undefined && countryCode(parts[0]) === undefined ? parts[0] : '');
  return { ...(code && { country: code }), ...(town && { city: town }) };
}

const words = (columns: readonly ImportColumn[], cells: readonly string[]): string[] =>
  columns
    .flatMap(({ index }) => (cells[index] ?? '').split(/[,;|/\n]+/))
    .map(word => word.trim())
    .filter(Boolean)
    .slice(0, keptWords);

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function claimedIn(
  filled: readonly ImportColumn[],
  cells: readonly string[],
  [main]: readonly ProfileRef[],
): ClaimedFacts {
  /** The column of the first profile's platform, else one of no platform: YouTube subscribers say nothing about Instagram. */
  const best = <T>(
    field: ImportColumn['field'],
    read: (cell: string, column: ImportColumn) => T | undefined,
  ): T | undefined =>
    filled
      .filter(column => column.field === field && (column.platform ?? main?.platform) === main?.platform)
      .sort((a, b) => Number(b.platform !== undefined) - Number(a.platform !== undefined))
      .flatMap(column => read(cells[column.index] ?? '', column) ?? [])[0];
  const rate = (cell: string, { bareIs = 'percent' }: ImportColumn) => parseRate(cell, bareIs);

  const followers = best('followers', parseCount);
  const engagementRate = best('engagementRate', rate);
  const averageLikes = best('averageLikes', parseNumber);
  const averageComments = best('averageComments', parseNumber);
  const quality = best('audienceQuality', rate);
  const fee = best('fee', (cell, column) => moneyIn(cell, column.currency));
  const rank = best('blogRank', parseNumber);
  const system = best('rankSystem', cell => cell) ?? 'rank';
  return {
    ...(followers !== undefined && { followers }),
    ...(engagementRate !== undefined && engagementRate <= 10 && { engagementRate }),
    ...(averageLikes !== undefined && { averageLikes }),
    ...(averageComments !== undefined && { averageComments }),
    ...(quality !== undefined && quality <= 1 && { audienceQuality: Math.round(quality * 1e4) / 100 }),
    ...(fee && { fee }),
    ...(rank !== undefined && { blogRank: { [safeName(system)]: rank } }),
  };
}

const currencySigns: readonly (readonly [RegExp, string])[] = [
  [/₹|\brs\.?(?![a-z])|\brupees?\b|\/-/i, 'INR'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/\$/, 'USD'],
];

/** An amount with the currency it names, or the column's; without either it stays unread. */
function moneyIn(text: string, columnCurrency: string | undefined): Money | undefined {
  const code = text.match(/\b[A-Z]{3}\b/g)?.find(word => currencyDigits(word) !== undefined);
  const currency = code ?? currencySigns.find(([sign]) => sign.test(text))?.[1] ?? columnCurrency;
  const amount = parseNumber(text);
  const digits = currency === undefined ? undefined : currencyDigits(currency);
  if (currency === undefined || amount === undefined || digits === undefined || amount < 0) return undefined;
  return money(amount * 10 ** digits, currency);
}

/** What no column name explains, formulas, and an address that can not be written to, as they came. */
function rawCells(
  { headers, columns }: ImportMapping,
  row: readonly string[],
  cells: readonly string[],
  hasEmail: boolean,
): Record<string, string> {
  const known = new Set(columns.filter(({ field }) => field !== 'email' || hasEmail).map(({ index }) => index));
  const kept = headers.flatMap((header, index) => {
    // A formula is kept as the text that it is; whoever writes it into a file again escapes it.
    const formula = isFormula(row[index] ?? '') ? (row[index] ?? '').trim().slice(0, keptCharacters) : undefined;
    const value = formula ?? cells[index];
    return (known.has(index) && formula === undefined) || !value ? [] : [[nameOf(header, index), value] as const];
  });
  return Object.fromEntries(kept.slice(0, 100));
}

const nameOf = (header: string, index: number): string => safeName(header || `column ${index + 1}`);

/** What a stranger calls a column becomes the name of a member: short, and not the one that changes the object itself. */
const safeName = (name: string): string => (name === '__proto__' ? 'proto' : name.slice(0, keptName));
