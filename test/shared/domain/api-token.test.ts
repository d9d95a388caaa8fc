import { describe, expect, it } from 'vitest';
import { apiTokenHash, apiTokenOf, isApiToken } from '#shared/domain/api-token.ts';

const token = apiTokenOf(new Uint8Array(32).fill(7));

describe('an API token', () => {
  it('is 32 random bytes behind a prefix that scanners can know', () => {
    expect(token).toBe('gs_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc');
    expect(isApiToken(token)).toBe(true);
  });

  it.each([
    '',
    'gs_',
    token.slice(0, -1),
    `${token}x`,
    token.replace('gs_', 'gh_'),
    ` ${token}`,
    `${token}\n`,
    token.replace('B', '/'),
  ])('is not %j', text => expect(isApiToken(text)).toBe(false));

  it('is kept as its SHA-256 only', () => {
    expect(apiTokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(apiTokenHash(token)).not.toContain(token.slice(3, 12));
  });
});
