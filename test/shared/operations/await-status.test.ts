import { describe, expect, test } from 'vitest';
import type { CollaborationStatus } from '#shared/domain/collaboration.ts';
import { advance } from '#shared/operations/advance.ts';
import { awaitStatus } from '#shared/operations/await-status.ts';
import { aCollaboration, days } from '#test/shared/domain/builders.ts';
import { isFault } from '#test/support/product/faults.ts';
import { freshProduct, withCampaign } from '#test/support/product/product.ts';

const wait = { taskToken: 'token-1', whileIn: ['invited', 'negotiating'] as const };

const running = async (status: CollaborationStatus = 'invited') => {
  const product = await freshProduct();
  await withCampaign(product, undefined, [aCollaboration(status)]);
  return product;
};

describe('awaitStatus', () => {
  test('keeps the wait until the collaboration leaves the statuses it waits in', async () => {
    const product = await running();
    await awaitStatus(product)('c1', 'i1', wait);
    expect(product.waits.completed).toEqual([]);
    await advance(product)('c1', 'i1', { kind: 'asked', about: 'the fee', via: 'mail' }, days(1));
    expect(product.waits.completed).toEqual([]);
    await advance(product)('c1', 'i1', { kind: 'declined', because: 'no time', via: 'mail' }, days(2));
    expect(product.waits.completed).toEqual([{ taskToken: 'token-1', output: { status: 'declined' } }]);
  });

  test('goes on at once where it has left them already', async () => {
    const product = await running('unresponsive');
    await awaitStatus(product)('c1', 'i1', wait);
    expect(product.waits.completed).toEqual([{ taskToken: 'token-1', output: { status: 'unresponsive' } }]);
    expect(await product.collaborations.get('c1', 'i1')).not.toHaveProperty('waiting');
  });

  test('a step that is tried again waits with its new token only', async () => {
    const product = await running();
    await awaitStatus(product)('c1', 'i1', wait);
    await awaitStatus(product)('c1', 'i1', { ...wait, taskToken: 'token-2' });
    await advance(product)('c1', 'i1', { kind: 'gave-up', because: 'no answer' }, days(1));
    expect(product.waits.completed.map(({ taskToken }) => taskToken)).toEqual(['token-2']);
  });

  test('answers while it starts to wait are never missed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const product = await running();
      await Promise.all([
        awaitStatus(product)('c1', 'i1', wait),
        advance(product)('c1', 'i1', { kind: 'declined', because: 'no time', via: 'page' }, days(1)),
      ]);
      expect(product.waits.completed).toEqual([{ taskToken: 'token-1', output: { status: 'declined' } }]);
    }
  });

  test('gives up for a retry where others keep writing', async () => {
    const product = await running();
    const collaborations = { ...product.collaborations, replace: async () => undefined };
    await expect(awaitStatus({ ...product, collaborations })('c1', 'i1', wait)).rejects.toSatisfy(
      isFault('write-conflict'),
    );
  });
});
