import { describe, expect, it } from 'vitest';
import { mailboxKey, sameMailbox, sendableAddress } from '#shared/domain/listening/mail-address.ts';

describe('an address that may be sent to', () => {
  it.each([
    ['asha@example.com', 'asha@example.com'],
    [' Asha.Rao+collab@Example.CO.IN ', 'Asha.Rao+collab@example.co.in'],
    ['müller@müller.com', 'müller@müller.com'],
    ['a@xn--mller-kva.com', 'a@xn--mller-kva.com'],
    ['कविता.शर्मा@example.com', 'कविता.शर्मा@example.com'],
    ['info@डाटामेल.भारत', 'info@डाटामेल.भारत'],
    ['asha@test.example.com', 'asha@test.example.com'],
  ])('%j is %j', (text, address) => {
    expect(sendableAddress(text)).toBe(address);
  });

  it.each([
    '',
    '@',
    'asha',
    'asha@',
    '@example.com',
    'asha@localhost',
    'asha@example.c',
    'asha@-example.com',
    'a..b@example.com',
    '.a@example.com',
    'asha@example.com.',
    'a b@example.com',
    'asha@exam ple.com',
    `${'a'.repeat(65)}@example.com`,
    'asha@ｇｍａｉｌ.com',
    'asha@example.com\nBcc: x@y.z',
    'a@b@c.com',
    'a@127.0.0.1',
    '\u0903asha@example.com',
    `a@${'ü'.repeat(60)}.com`,
    `a@${Array(6).fill('भारतमेलसेवा'.repeat(3)).join('.')}.com`,
    'asha@brand.invalid',
    'asha@brand.ONION',
    'asha@printer.local',
    'asha@10.in-addr.arpa',
    'asha@brand.test',
    'asha@brand.localhost',
  ])('%j is none', text => {
    expect(sendableAddress(text)).toBeUndefined();
  });
});

describe('two spellings of one mailbox', () => {
  it('share a key', () => {
    expect(sameMailbox('Asha.Rao+x@GoogleMail.com', 'asharao@gmail.com')).toBe(true);
    expect(sameMailbox('asha.rao@example.com', 'asharao@example.com')).toBe(false);
    expect(mailboxKey('no address')).toBe('no address');
  });
});
