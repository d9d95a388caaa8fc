import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPublishedAddress, publishedAddresses } from '#shared/domain/import/published-address.ts';

describe('an address that somebody publishes about themselves', () => {
  test.each([
    ['Collabs: Hi@Meera.in 💌', 'hi@meera.in'],
    ['📩meera.cooks+brand@gmail.com', 'meera.cooks+brand@gmail.com'],
    ['write to meera [at] cooks [dot] co [dot] in', 'meera@cooks.co.in'],
    ['meera(at)cooks(dot)in', 'meera@cooks.in'],
    ['<meera@cooks.in>, thanks.', 'meera@cooks.in'],
    ['e-mail:meera@cooks.in.', 'meera@cooks.in'],
  ])('%s', (text, address) => {
    expect(firstPublishedAddress(text)).toBe(address);
  });

  test.each([
    'I am at home dot com',
    '@meera on insta',
    'logo@2x.png',
    'you@example.com',
    'your.name@domain.com',
    'john.doe@company.com',
    'no-reply@meera.in',
    'abc123@o1.ingest.sentry.io',
    'meera@localhost',
    'a@b@meera.in',
    'x..y@meera.in',
  ])('is not in: %s', text => {
    expect(firstPublishedAddress(text)).toBeUndefined();
  });

  test('stands for itself once', () => {
    expect(publishedAddresses('a1@x.in, B2@y.in; A1@X.in')).toEqual(['a1@x.in', 'b2@y.in']);
  });

  test('is looked for in texts made to be slow', () => {
    for (const text of [
      ' '.repeat(200_000),
      'a.'.repeat(100_000),
      'a@'.repeat(100_000),
      `x@${'a.'.repeat(100_000)}`,
      '[at'.repeat(60_000),
    ]) {
      expect(firstPublishedAddress(text)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), text => Array.isArray(publishedAddresses(text))));
  });
});
