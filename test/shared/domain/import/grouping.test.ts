import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grouping, grouping } from '#shared/domain/import/grouping.ts';
import type { RowKeys } from '#shared/domain/import/identity.ts';

const keys = fc.record({
  profiles: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 2 }),
  address: fc.constantFrom('x', 'y', 'z', undefined),
  others: fc.subarray(['feed:1', 'feed:2'], { maxLength: 1 }),
});
const someRows = fc.array(keys, { maxLength: 14 }).map(rows =>
  rows.map(
    ({ profiles, address, others }): RowKeys => ({
      profiles: profiles.map(key => ({ key, platform: 'instagram' as const })),
      ...(address !== undefined && { address }),
      others,
    }),
  ),
);
const filled = (rows: readonly RowKeys[]): Grouping => {
  const group = grouping();
  for (const row of rows) group.add(row);
  return group;
};
/** Sets of row numbers, whatever the order in which they were added. */
const partition = (rows: readonly RowKeys[], order: readonly number[]) => {
  const groups = filled(order.map(index => rows[index] as RowKeys)).settle();
  const sets = Map.groupBy(order.entries(), ([place]) => groups.of(place)).values();
  return new Set(
    [...sets].map(set =>
      set
        .map(([, index]) => index)
        .sort((a, b) => a - b)
        .join(),
    ),
  );
};

test('who is who does not depend on the order of rows', () => {
  const shuffled = someRows.chain(rows =>
    fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray(
        rows.map((_, index) => index),
        { minLength: rows.length },
      ),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([rows, order]) => {
      expect(partition(rows, order)).toEqual(
        partition(
          rows,
          rows.map((_, index) => index),
        ),
      );
    }),
  );
});

test('sizes add up, and the first row stands for its person', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const groups = filled(rows).settle();
      for (const [row] of rows.entries()) {
        const mates = rows.flatMap((_, other) => (groups.of(other) === groups.of(row) ? [other] : []));
        expect(groups.size(row)).toBe(mates.length);
        expect(groups.of(row)).toBe(mates[0]);
      }
    }),
  );
});

test('an address beside four profiles of one platform joins nobody; rows that are linked from outside are one', () => {
  const row = (profile: string, address: string): RowKeys => ({
    profiles: [{ key: profile, platform: 'instagram' }],
    address,
    others: [],
  });
  const group = filled(['a', 'b', 'c', 'd'].map(profile => row(profile, 'agency')));
  const [e, f] = [group.add(row('e', 'own-e')), group.add(row('f', 'own-f'))];
  group.link(e, 'influencer:1');
  group.link(f, 'influencer:1');
  const groups = group.settle();
  expect([0, 1, 2, 3, e, f].map(groups.of)).toEqual([0, 1, 2, 3, e, e]);
  expect([groups.isShared('agency'), groups.isShared('own-e')]).toEqual([true, false]);
});
