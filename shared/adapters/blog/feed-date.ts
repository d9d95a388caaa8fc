/** Zones that feeds name beside the ones that JavaScript knows (GMT, UT, the American ones). */
const zones: Readonly<Record<string, string>> = {
  IST: '+0530',
  BST: '+0100',
  WET: '+0000',
  WEST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  MET: '+0100',
  MEZ: '+0100',
  MESZ: '+0200',
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

/** An instant in ISO 8601 from whatever a feed calls a date (RFC 822, RFC 3339, and near misses). Without a zone it is UTC. */
export function feedDate(text: string | undefined): string | undefined {
  const tidy = text?.trim().replace(/\s+/g, ' ') ?? '';
  if (!/\d/.test(tidy) || tidy.length > 80) return undefined;
  const zoned = tidy
    .replace(
      /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/,
      (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    )
    .replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{1,2}:)/, '$1T')
    .replace(/T(\d):/, 'T0$1:')
    .replace(/ ([A-Z]{3,4})$/, (found, zone: string) => (zones[zone] ? ` ${zones[zone]}` : found))
    .replace(/ ?([+-]\d{2}):?(\d{2})$/, /T\d/.test(tidy) || /^\d{4}-/.test(tidy) ? '$1:$2' : ' $1$2');
  const isIso = /^\d{4}-\d{2}/.test(zoned);
  const hasZone = isIso
    ? /(?:Z|[+-]\d{2}:\d{2})$/i.test(zoned) || !zoned.includes('T')
    : /(?:[+-]\d{4}|[A-Z]{1,4})$/.test(zoned);
  const at = new Date(hasZone ? zoned : isIso ? `${zoned}Z` : `${zoned} UTC`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
