import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStandardWebhook, signStandardWebhook } from '#shared/adapters/http/standard-webhook.ts';
import { verifyShopifyHmac } from '#shared/adapters/shopify/hmac.ts';

const body = Buffer.from('{"note":"आदेश","id":820982911946154508}');
const sign = (secret: string, of: Uint8Array = body) => createHmac('sha256', secret).update(of).digest('base64');

describe('a webhook of the shop', () => {
  test('is believed when its raw bytes are signed with one of the secrets', () => {
    expect(verifyShopifyHmac(body, sign('new'), ['new', 'old'])).toBe(true);
    expect(verifyShopifyHmac(body, sign('old'), ['new', 'old'])).toBe(true);
    expect(verifyShopifyHmac(body.toString('utf8'), sign('new'), ['new'])).toBe(true);
  });
  test.each([
    ['another secret', sign('other')],
    ['nothing', ''],
    ['no header', undefined],
    ['a shortened signature', sign('new').slice(0, 20)],
    ['hexadecimal', createHmac('sha256', 'new').update(body).digest('hex')],
    ['something after it', `${sign('new')}x`],
    ['the signature of an empty secret', sign('')],
  ])('is not believed with %s', (_, header) => {
    expect(verifyShopifyHmac(body, header, ['new', ''])).toBe(false);
  });
  test('is not believed when nobody has a secret', () => {
    expect(verifyShopifyHmac(body, sign(''), [])).toBe(false);
  });
  test('is not believed with any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        const spoilt = Buffer.from(body);
        spoilt[index] = (spoilt[index] ?? 0) ^ flip;
        expect(verifyShopifyHmac(spoilt, sign('new'), ['new'])).toBe(false);
      }),
    );
  });
});

describe('a webhook after the common standard', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  const timestamp = at.getTime() / 1000;
  const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
  const signature = signStandardWebhook(secret, 'msg_1', timestamp, body);
  const verify = (over: object = {}, when = at, secrets = [secret]) =>
    isStandardWebhook(secrets, { id: 'msg_1', timestamp: String(timestamp), signature, ...over }, body, when);

  test('is believed now, and with an old signature beside it', () => {
    expect(verify()).toBe(true);
    expect(verify({ signature: `v1,${'A'.repeat(43)}= v2,xyz ${signature}` })).toBe(true);
  });
  test('is not believed minutes later or earlier, under another id, or unsigned', () => {
    expect(verify({}, new Date(at.getTime() + 301_000))).toBe(false);
    expect(verify({}, new Date(at.getTime() - 301_000))).toBe(false);
    expect(verify({ id: 'msg_2' })).toBe(false);
    expect(verify({ id: undefined })).toBe(false);
    expect(verify({ timestamp: 'soon' })).toBe(false);
    expect(verify({ signature: '' })).toBe(false);
    expect(verify({}, at, [])).toBe(false);
  });
});
