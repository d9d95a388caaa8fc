import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addressHash } from '#shared/domain/address.ts';

const signWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest();
const hash = (address: string, key = 'k') => addressHash(address, signWith(key));

describe('the hash of an address', () => {
  it('is 160 bits and says nothing to who has no key', () => {
    expect(hash('asha@example.com')).toMatch(/^[0-9a-f]{40}$/);
    expect(hash('asha@example.com')).not.toBe(hash('asha@example.com', 'another key'));
  });

  it.each([
    ['ASHA@Example.com ', 'asha@example.com'],
    ['a.s.h.a@gmail.com', 'asha@googlemail.com'],
    ['asha+collabs@example.com', 'asha@example.com'],
  ])('of %s is that of %s', (one, other) => expect(hash(one)).toBe(hash(other)));

  it('of another mailbox is another', () => {
    expect(hash('a.sha@example.com')).not.toBe(hash('asha@example.com'));
    expect(hash('asha@example.com')).not.toBe(hash('asha@example.org'));
  });
});
