import { describe, expect, it } from 'vitest';
import { identify, shortHash } from '#shared/domain/import/identity.ts';

describe('who somebody is', () => {
  const known = new Map([
    ['profile:instagram:meera', { influencerId: 'i-meera' }],
    ['address:abc', { influencerId: 'i-asha' }],
  ]);

  it('is said by the first key that is known', () => {
    expect(identify(['profile:youtube:meera', 'profile:instagram:meera'], known)).toBe('i-meera');
    expect(identify(['address:abc', 'profile:instagram:meera'], known)).toBe('i-asha');
  });

  it('is never somebody whom they were told apart from', () => {
    const taken = new Set(['i-meera']);
    expect(identify(['profile:instagram:meera', 'address:abc'], known, taken)).toBe('i-asha');
    const id = identify(['profile:youtube:new'], known);
    const other = identify(['profile:youtube:new'], known, new Set([id]));
    expect(other).not.toBe(id);
    expect(other).toMatch(/^i-[0-9a-f]{16}$/);
  });

  it('is new, and the same each time, where no key is known', () => {
    const id = identify(['profile:youtube:new', 'address:new'], known);
    expect(id).toMatch(/^i-[0-9a-f]{16}$/);
    expect(identify(['profile:youtube:new'], new Map())).toBe(id);
  });
});

it('a short hash is the beginning of SHA-256', () => expect(shortHash('')).toBe('e3b0c44298fc1c14'));
