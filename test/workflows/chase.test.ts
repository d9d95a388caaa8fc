import { expect, test } from 'vitest';
import { fault, play } from '#test/support/workflow.ts';

const erasing = { 'erase-people': () => ({ looked: 0, done: 0 }) };
const counts = { sent: 1, later: 0, escalated: 0, gaveUp: 0 };

test('what is due is chased in batches, and a failing batch does not stop the others', async () => {
  const items = Array.from({ length: 130 }, (_, index) => ({ campaignId: `c${index % 3}`, influencerId: `i${index}` }));
  const played = await play('chase', {
    input: {},
    script: {
      'find-due': () => ({ due: 130, itemsKey: 'items/due' }),
      'chase-collaborations': ({ before }) => {
        if (before === 0) throw fault('invalid-request', 'broken');
        return counts;
      },
      ...erasing,
    },
    files: { 'items/due': items },
  });
  expect(played.execution.status).toBe('SUCCEEDED');
  const batches = played.calls('chase-collaborations').map(call => call.items);
  expect(batches).toHaveLength(2);
  expect(batches).toEqual(expect.arrayContaining([items.slice(0, 100), items.slice(100)]));
});

test('one item is chased as a list of one', async () => {
  const items = [{ campaignId: 'c1', influencerId: 'i1' }];
  const played = await play('chase', {
    input: {},
    script: { 'find-due': () => ({ due: 1, itemsKey: 'items/due' }), 'chase-collaborations': () => counts, ...erasing },
    files: { 'items/due': items },
  });
  expect(played.calls('chase-collaborations')).toMatchObject([{ items }]);
});

test('those who asked to be forgotten are looked after, also when nothing is due', async () => {
  const script = { 'find-due': () => ({ due: 0, itemsKey: 'items/due' }), ...erasing };
  const played = await play('chase', { input: {}, script });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.entered).toEqual(['Find what is due', 'Is anything due?', 'Erase who asked for it', 'Done']);
});
