import type { Platform } from '../influencer.ts';
import { sendableAddress } from '../listening/mail-address.ts';
import { currencyDigits } from '../money.ts';
import { fieldNamed, type ImportField, platformWords, tidyHeader } from './aliases.ts';
import { parseNumber } from './number-format.ts';
import { profileRef } from './profile.ts';

/** One column that was understood. */
export interface ImportColumn {
  readonly index: number;
  readonly field: ImportField;
  /** "Instagram followers" counts for Instagram only; a handle in "YouTube" is a YouTube handle. */
  readonly platform?: Platform;
  /** What a bare number means in a column of rates or quality scores. */
  readonly bareIs?: 'fraction' | 'percent';
  /** "Fee (INR)". */
  readonly currency?: string;
  /** By which the column was understood. */
  readonly by: 'name' | 'content' | 'saved';
  /** 0 to 1: how sure that is. By content, the share of filled cells that look alike. */
  readonly confidence: number;
}

/** How the rows of one file are read. */
export interface ImportMapping {
  readonly headers: readonly string[];
  readonly columns: readonly ImportColumn[];
  /** What a bare handle is where neither column nor row names a platform: lists of handles are Instagram lists. */
  readonly defaultPlatform: Platform;
}

const profileFields: readonly ImportField[] = ['handle', 'link', 'feedUrl'];
/** Content decides a column when this share of its filled cells looks alike. */
const majority = 0.6;

/** What a person said that a column holds: a field, one of a platform ("youtube followers"), or nothing that is understood. */
export type SavedField = ImportField | `${Platform} ${ImportField}` | 'ignore';
/** By the column's name, compared as names are: "Avg. Likes" and "avg likes" are one. */
export type SavedMapping = Readonly<Record<string, SavedField>>;

/** Columns that a saved mapping names and the file lacks. */
export const missingColumns = (saved: SavedMapping, headers: readonly string[]): string[] => {
  const there = new Set(headers.map(columnName));
  return Object.keys(saved).filter(column => !there.has(columnName(column)));
};

/** Each column as a person said, else by its name, else by what stands in it. */
export function chooseMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  saved: SavedMapping = {},
): ImportMapping {
  const said = new Map(Object.entries(saved).map(([column, field]) => [columnName(column), field]));
  const named = headers.flatMap((header, index) => {
    const field = said.get(columnName(header));
    const values = valuesOf(sampleRows, index);
    return (field === undefined ? byName(header, index, values) : bySaved(field, header, index, values)) ?? [];
  });
  const taken = new Set([
    ...named.map(({ index }) => index),
    ...headers.flatMap((header, index) => (said.has(columnName(header)) ? [index] : [])),
  ]);
  const known = new Set(named.map(({ field }) => field));
  const guessed = headers.flatMap((_, index) =>
    taken.has(index) ? [] : (byContent(valuesOf(sampleRows, index), index, known) ?? []),
  );
  return {
    headers,
    columns: [...named, ...guessed].sort((a, b) => a.index - b.index),
    defaultPlatform:
      headers.some(header => /subscriber|youtube/i.test(header)) && !headers.some(isInstagramWord)
        ? 'youtube'
        : 'instagram',
  };
}

/** Whether a first row names columns, or is data already: a plain list of handles, links or addresses has no header. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  if (cells.some(cell => byName(cell, 0, []) !== undefined)) return true;
  const isData = (cell: string) =>
    looks.email(cell) || looks.link(cell) || looks.handle(cell) || parseNumber(cell) !== undefined;
  // One column of single words is a list of handles.
  return cells.length > 1 ? !cells.some(isData) : cells.some(cell => !isData(cell) && /\s/.test(cell.trim()));
}

/** How many columns of a row are names we know: what tells a header from the lines of a title above it. */
export const knownHeaders = (cells: readonly string[]): number =>
  cells.filter(cell => byName(cell, 0, []) !== undefined).length;

const columnName = (header: string): string => tidyHeader(header) || header.trim();

function bySaved(
  saved: SavedField,
  header: string,
  index: number,
  values: readonly string[],
): ImportColumn | undefined {
  if (saved === 'ignore') return undefined;
  const words = saved.split(' ');
  const field = words.at(-1) as ImportField;
  const platform = words.length > 1 ? (words[0] as Platform) : undefined;
  return { ...withUnits(field, header, index, values), ...(platform && { platform }), by: 'saved', confidence: 1 };
}

function byName(header: string, index: number, values: readonly string[]): ImportColumn | undefined {
  const currency = currencyIn(header);
  const tidy = tidyHeader(header.replace(/%|\bper ?cent(?:age)?\b|\bpct\b/gi, ' '));
  const bare = withoutCurrency(tidy, currency);
  const exact = fieldNamed(tidy) ?? fieldNamed(bare);
  const known = exact ?? eitherNamed(header);
  const prefixed = known === undefined || known === 'link' ? byPlatformWord(bare) : undefined;
  const field = prefixed?.field ?? known;
  if (field === undefined || (field === 'handle' && areNumbers(values))) return undefined;
  return {
    ...withUnits(field, header, index, values),
    ...(prefixed && { platform: prefixed.platform }),
    by: 'name',
    confidence: exact === undefined && prefixed === undefined ? 0.8 : 1,
  };
}

/** Numbers beside a name are an account's id, which no platform shows as a handle. */
const areNumbers = (values: readonly string[]): boolean =>
  values.length > 0 && values.filter(value => /^\d+$/.test(value)).length >= values.length * majority;

/** What numbers in the column mean: its name or its values say. */
function withUnits(
  field: ImportField,
  header: string,
  index: number,
  values: readonly string[],
): Pick<ImportColumn, 'index' | 'field' | 'bareIs' | 'currency'> {
  const currency = currencyIn(header);
  const isRate = field === 'engagementRate' || field === 'audienceQuality';
  const isPercent = /%|percent|\bpct\b/i.test(header);
  return {
    index,
    field,
    ...(isRate && { bareIs: isPercent ? ('percent' as const) : unitOf(field, values) }),
    ...(currency && { currency }),
  };
}

/** "Handle / URL", "Name or username": what says which profile wins, else the first name we know. */
function eitherNamed(header: string): ImportField | undefined {
  const parts = header.split(/[/|]|\s(?:or|oder|ou|o|या)\s/iu);
  const known = parts.length > 1 ? parts.flatMap(part => fieldNamed(tidyHeader(part)) ?? []) : [];
  return known.find(field => profileFields.includes(field)) ?? known[0];
}

/** "ig handle" -> Instagram's handle; "youtube" and "youtube channel link" -> a YouTube link or handle. */
function byPlatformWord(tidy: string): { platform: Platform; field: ImportField } | undefined {
  for (const [platform, words] of Object.entries(platformWords) as [Platform, string][]) {
    const match = new RegExp(`^(?:${words})(?: (.+))?$|^(.+) (?:${words})$`).exec(tidy);
    if (!match) continue;
    const rest = match[1] ?? match[2];
    const field = rest === undefined ? 'handle' : (fieldNamed(rest) ?? (rest === 'id' ? 'handle' : undefined));
    if (field !== undefined) return { platform, field };
  }
  return undefined;
}

const isInstagramWord = (header: string): boolean => /\b(?:instagram|insta|ig)\b/i.test(header);

const currencyIn = (header: string): string | undefined => {
  if (/₹|\brs\b/i.test(header)) return 'INR';
  const code = /\b([A-Z]{3})\b/.exec(header)?.[1];
  return code !== undefined && currencyDigits(code) !== undefined ? code : undefined;
};

const withoutCurrency = (tidy: string, currency: string | undefined): string =>
  currency === undefined
    ? tidy
    : tidy.replace(new RegExp(`(?:^| )(?:in )?(?:${currency.toLowerCase()}|rs)(?= |$)`), '').trim();

/**
 * The middle value tells fractions from percentages: engagement of small accounts lies between 1 and 10 %, so a column whose
 * median is above 0.3 can only hold percentages. Quality scores are 1 to 100 or 0 to 1.
 */
function unitOf(field: ImportField, values: readonly string[]): 'fraction' | 'percent' {
  const numbers = values
    .flatMap(value => (value.includes('%') ? [] : (parseNumber(value) ?? [])))
    .sort((a, b) => a - b);
  const median = numbers[Math.floor(numbers.length / 2)];
  if (median === undefined) return 'percent';
  return median > (field === 'audienceQuality' ? 1 : 0.3) ? 'percent' : 'fraction';
}

const looks = {
  email: (cell: string) => sendableAddress(cell) !== undefined,
  link: (cell: string) => /[./]/.test(cell) && profileRef(undefined, cell) !== undefined,
  handle: (cell: string) => cell.startsWith('@') && profileRef('youtube', cell) !== undefined,
  bareHandle: (cell: string) => profileRef('instagram', cell) !== undefined && parseNumber(cell) === undefined,
} as const;

function byContent(
  values: readonly string[],
  index: number,
  known: ReadonlySet<ImportField>,
): ImportColumn | undefined {
  /** The share of cells that look like it, where most do. */
  const mostly = (test: (cell: string) => boolean): number => {
    const share = values.length === 0 ? 0 : values.filter(test).length / values.length;
    return share >= majority ? share : 0;
  };
  const column = (field: ImportField, share: number): ImportColumn => ({
    index,
    field,
    by: 'content',
    confidence: Math.round(share * 100) / 100,
  });
  const hasProfile = profileFields.some(field => known.has(field));
  const emails = known.has('email') ? 0 : mostly(looks.email);
  if (emails > 0) return column('email', emails);
  const links = mostly(cell => looks.link(cell) && !looks.email(cell));
  if (links > 0) return hasProfile ? undefined : column('link', links);
  // Lists made by hand mix "@meera" and links in one column.
  const handles = hasProfile ? 0 : mostly(cell => looks.handle(cell) || (looks.link(cell) && !looks.email(cell)));
  if (handles > 0) return column('handle', handles);
  const bare = index === 0 && known.size === 0 ? mostly(looks.bareHandle) : 0;
  return bare > 0 ? column('handle', bare) : undefined;
}

const valuesOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows.flatMap(row => row[index]?.trim() || []);
