import { describe, expect, test } from 'vitest';
import { addressHash } from '#shared/domain/address.ts';
import { freshApi } from '#test/support/product/api.ts';
import { sign } from '#test/support/product/product.ts';

const { api, product } = freshApi();
const reasonOf = (address: string) => product().suppressions.find(addressHash(address, sign));

describe('POST /suppressions', () => {
  test('suppresses each mailbox, however it is written, and says what is no address', async () => {
    const addresses = ['Meera@Example.com', 'no address', 'a.b+list@gmail.com', 'meera@example.com'];
    const answer = await api('POST /suppressions', { body: { addresses } });
    expect(answer).toMatchObject({ status: 200, json: { suppressed: 2, refused: [{ index: 1 }] } });
    expect([await reasonOf('meera@example.com'), await reasonOf('ab@gmail.com')]).toEqual(['imported', 'imported']);
    expect(await reasonOf('other@example.com')).toBeUndefined();
  });

  test('keeps no address, only its hash', async () => {
    await api('POST /suppressions', { body: { addresses: ['meera@example.com'], because: 'erasure' } });
    const items = [];
    const partition = `ADDRESS#${addressHash('meera@example.com', sign)}`;
    for await (const item of product().table.query({ partition })) items.push(item);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('meera');
  });

  test('never weakens an earlier reason', async () => {
    await api('POST /suppressions', { body: { addresses: ['meera@example.com'], because: 'complaint' } });
    await api('POST /suppressions', { body: { addresses: ['meera@example.com'] } });
    expect(await reasonOf('meera@example.com')).toBe('complaint');
  });

  test('takes a thousand, and refuses more with the field', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `person${n}@example.com`);
    expect((await api('POST /suppressions', { body: { addresses: many(1000) } })).json.suppressed).toBe(1000);
    const refused = await api('POST /suppressions', { body: { addresses: many(1001) } });
    expect(refused).toMatchObject({ status: 400, json: { errors: [{ pointer: '/addresses' }] } });
  });
});
