/** Zones that feeds name, beside GMT and UTC. */
const zones: Readonly<Record<string, string>> = {
  IST: '+0530',
  EDT: '-0400',
  EST: '-0500',
  CDT: '-0500',
  CST: '-0600',
  MDT: '-0600',
  MST: '-0700',
  PDT: '-0700',
  PST: '-0800',
  AT: '-0400',
  ET: '-0500',
  CT: '-0600',
  MT: '-0700',
  PT: '-0800',
  BST: '+0100',
  WET: '+0000',
  WEST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  MET: '+0100',
  MEZ: '+0100',
  MESZ: '+0200',
  MEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  GST: '+0400',
  PKT: '+0500',
  SGT: '+0800',
  HKT: '+0800',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
};

const two = (digits: string): string => digits.padStart(2, '0');
const isoDay = (_: string, year: string, month: string, day: string): string => `${year}-${two(month)}-${two(day)}`;

/** What stands in feeds and what is meant, in the order of trying. A day with dots begins with the day. */
const rewritings: readonly (readonly [RegExp, string | ((found: string, ...parts: string[]) => string)])[] = [
  // JavaScript: "GMT-0700 (MST)". Ruby and Twitter: "Mon Jan 02 15:04:05 -0700 2006".
  [/ ?\([\p{L} ]{1,40}\)$/u, ''],
  [/(?:GMT|UTC) ?([+-]\d{2}:?\d{2})$/, ' $1'],
  [/^(\p{L}{3} \p{L}{3} \d{1,2}) (\d{1,2}:\d{2}:\d{2}) ([+-]\d{4}|[A-Z]{3,4}) (\d{4})$/u, '$1 $4 $2 $3'],
  [/ ?([+-]\d{2}:?\d{2}) (?:GMT|UTC)$/, ' $1'],
  [/ Etc\/(?:GMT|UTC)$/, ' GMT'],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/, isoDay],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})/, (_, day = '', month = '', year = '') => isoDay('', year, month, day)],
  [/^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})/, (_, day = '', month = '', year = '') => isoDay('', year, month, day)],
  [/^(\d{4}-\d{2}-\d{2})(?: (?:at )?|, )(?=\d{1,2}:)/, '$1T'],
  [/T(\d):/, 'T0$1:'],
  [/(?<=\d) ?([ap])\.?m\.?(?![a-z])/i, ' $1m'],
  [/(?<=:\d\d) ?([A-Z]{2,4})$/, (_, zone = '') => ` ${zones[zone] ?? zone}`],
  [/ ([+-])(\d):?(\d{2})$/, ' $10$2$3'],
  [/(?<=:\d\d) ?([+-]\d{2})$/, ' $100'],
];

/** Zones of ISO times stand close and with a colon, those of others apart and without. */
const withZone = (text: string): string =>
  text
    .replace(/ ?([+-]\d{2}):?(\d{2})$/, /^\d{4}-/.test(text) ? '$1:$2' : ' $1$2')
    .replace(/(?<=T[\d:.]{4,20}) (?:GMT|UTC|Z)$/, 'Z');

const HAS_YEAR = /\d{4}|\d{1,2}[ -]\p{L}{3,9}[ -]\d{2}(?!\d|:)/u;
/** Before there were feeds, or long after us, it is no date of a post but a misread number. */
const [firstYear, lastYear] = [1970, 2100];

/** An instant in ISO 8601 from whatever a feed calls a date (RFC 822, RFC 3339, and near misses). Without a zone it is UTC. */
export function feedDate(text: string | undefined): string | undefined {
  const tidy = text?.trim().replace(/\s+/g, ' ') ?? '';
  if (tidy.length > 80 || !HAS_YEAR.test(tidy)) return undefined;
  const written = rewritings.reduce((so, [found, meant]) => so.replace(found, meant as string), tidy);
  const zoned = withZone(written);
  const isIso = /^\d{4}-\d{2}/.test(zoned);
  const hasZone = isIso
    ? /(?:Z|[+-]\d{2}:\d{2})$/i.test(zoned) || !zoned.includes('T')
    : /(?:[+-]\d{4}|[A-Z]{1,4})$/.test(zoned.replace(/ [ap]m$/i, ''));
  const at = new Date(hasZone ? zoned : isIso ? `${zoned}Z` : `${zoned} UTC`);
  const year = at.getUTCFullYear();
  return year >= firstYear && year < lastYear ? at.toISOString() : undefined;
}
