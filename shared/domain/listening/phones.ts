import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';

const MAX_TEXT = 8_000;

const countryOf = (country: string | undefined): CountryCode =>
  country && isSupportedCountry(country) ? country : 'IN';

/** The telephone numbers in a text, in E.164. Without a country code they are read as the given country's, else India's. */
export function phonesIn(text: string, country?: string): string[] {
  const withoutLinks = text.slice(0, MAX_TEXT).replace(/https?:\/\/\S+/g, ' ');
  return [...new Set(findPhoneNumbersInText(withoutLinks, countryOf(country)).map(found => found.number.number))];
}
