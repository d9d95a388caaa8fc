import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { vaultOf } from '#shared/lib/vault.ts';

const vault = vaultOf('a key of the tests');

test('what is sealed can be opened, by the same key and for the same subject only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (text, about, other) => {
      const sealed = vault.seal(text, about);
      expect(vault.open(sealed, about)).toBe(text.toWellFormed());
      if (other !== about && Buffer.from(other).compare(Buffer.from(about)) !== 0)
        expect(vault.open(sealed, other)).toBeUndefined();
      expect(vaultOf('another key').open(sealed, about)).toBeUndefined();
    }),
  );
});

test('a sealed text shows nothing, and a changed one is none', () => {
  const sealed = vault.seal('act.secret', 'tiktok:meera');
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('secret');
  for (let byte = 0; byte < Buffer.from(sealed, 'base64').length; byte += 1) {
    const changed = Buffer.from(sealed, 'base64');
    changed[byte] = (changed[byte] ?? 0) ^ 1;
    expect(vault.open(changed.toString('base64'), 'tiktok:meera')).toBeUndefined();
  }
  expect(vault.open('', 'tiktok:meera')).toBeUndefined();
});

test('two texts never share a nonce', () => {
  const nonceOf = (text: string) => vault.seal(text, 'x').slice(0, 16);
  expect(new Set(Array.from({ length: 500 }, (_, n) => nonceOf(`text ${n}`))).size).toBe(500);
});
