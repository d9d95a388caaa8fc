/** Names of countries and languages as lists write them, to ISO codes. The names come from the platform's CLDR data. */

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap(a => letters.map(b => a + b));

const namesOf = (type: 'region' | 'language', all: readonly string[]): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  // Later codes of the same name are withdrawn or private ones: the first stays.
  const found = new Map<string, string>();
  for (const code of all) {
    const name = names.of(code)?.toLowerCase();
    if (name !== undefined && !found.has(name)) found.set(name, code);
  }
  return found;
};

const countryOfName = namesOf('region', codes);
const languageOfName = namesOf(
  'language',
  codes.map(code => code.toLowerCase()),
);
const otherNames: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  uae: 'AE',
  bharat: 'IN',
  भारत: 'IN',
  ind: 'IN',
};
const knownCountries = new Set(countryOfName.values());
const knownLanguages = new Set(languageOfName.values());

/** ISO 3166-1 alpha-2 of a code or English name, or undefined. */
export function countryCode(text: string): string | undefined {
  const name = text.trim().toLowerCase().replace(/^the /, '');
  const upper = name.toUpperCase();
  return otherNames[name] ?? countryOfName.get(name) ?? (knownCountries.has(upper) ? upper : undefined);
}

/** ISO 639-1 of a code, tag ("en-IN") or English name, or undefined. */
export function languageCode(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const tag = name.split(/[-_]/, 1)[0] ?? '';
  return languageOfName.get(name) ?? (knownLanguages.has(tag) ? tag : undefined);
}
