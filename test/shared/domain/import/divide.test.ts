import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import { divide } from '#shared/domain/import/divide.ts';
import { rosterKey } from '#shared/domain/import/identity.ts';
import { mergeReasons } from '#shared/domain/import/merge-reasons.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';

const ref = (handle: string): ProfileRef => ({ platform: 'instagram', handle });
const row = (line: number, handles: readonly string[], over: Partial<FoundProfile> = {}): FoundProfile => ({
  profiles: handles.map(ref),
  languages: [],
  topics: [],
  claimed: {},
  raw: {},
  sighting: { source: 'list.csv', line },
  ...over,
});
const apartFrom = (pairs: readonly (readonly [string, string])[]) => {
  const keys = new Set(
    pairs.flatMap(([a, b]) => [
      `${rosterKey(ref(a))} ${rosterKey(ref(b))}`,
      `${rosterKey(ref(b))} ${rosterKey(ref(a))}`,
    ]),
  );
  return (a: string, b: string) => keys.has(`${a} ${b}`);
};
const handles = (people: FoundProfile[][]) =>
  people.map(rows => [...new Set(rows.flatMap(({ profiles }) => profiles.map(({ handle }) => handle)))].sort());

describe('people told apart', () => {
  test('are not joined by an address that both have', () => {
    const rows = [row(1, ['meera'], { email: 'm@x.in' }), row(2, ['asha'], { email: 'm@x.in' }), row(3, ['asha'])];
    expect(handles(divide(rows, apartFrom([])))).toEqual([['asha', 'meera']]);
    const people = divide(rows, apartFrom([['meera', 'asha']]));
    expect(people.map(one => one.map(({ sighting }) => sighting.line))).toEqual([[1], [2, 3]]);
  });

  test('are two people where one row names both; its facts stay with the first', () => {
    const people = divide(
      [row(1, ['meera', 'asha'], { name: 'Meera', email: 'm@x.in' })],
      apartFrom([['asha', 'meera']]),
    );
    expect(people).toEqual([[row(1, ['meera'], { name: 'Meera', email: 'm@x.in' })], [row(1, ['asha'])]]);
  });

  const handle = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const someRows = fc
    .array(
      fc.record({
        handles: fc.uniqueArray(handle, { minLength: 1, maxLength: 3 }),
        email: fc.constantFrom('x@x.in', 'y@x.in', undefined),
      }),
      {
        minLength: 1,
        maxLength: 10,
      },
    )
    .map(all => all.map(({ handles: own, email }, index) => row(index, own, email === undefined ? {} : { email })));
  const somePairs = fc.array(
    fc.tuple(handle, handle).filter(([a, b]) => a !== b),
    { maxLength: 5 },
  );

  test('stay apart when each of them would fit to what joined before', () => {
    const rows = [row(1, ['b']), row(2, ['c', 'd']), row(3, ['a', 'e']), row(4, ['b', 'd', 'e'])];
    const [, ...rest] = handles(divide(rows, apartFrom([['a', 'c']])));
    for (const own of handles(divide(rows, apartFrom([['a', 'c']]))))
      expect(own.includes('a') && own.includes('c')).toBe(false);
    expect(rest).toHaveLength(1);
  });

  test('never come together, whatever links them, and no profile is lost', () => {
    fc.assert(
      fc.property(someRows, somePairs, (rows, pairs) => {
        const people = handles(divide(rows, apartFrom(pairs)));
        for (const own of people) for (const [a, b] of pairs) expect(own.includes(a) && own.includes(b)).toBe(false);
        expect(new Set(people.flat())).toEqual(new Set(handles([rows]).flat()));
      }),
    );
  });
});

test('what a merge rests on is told, without showing the address', () => {
  const rows = [row(3, ['meera'], { email: 'm@x.in' }), row(9, ['meera', 'asha'], { email: 'M@x.in' })];
  expect(mergeReasons(rows)).toEqual([
    { by: 'profile instagram:meera', in: ['list.csv line 3', 'list.csv line 9'] },
    { by: 'the same e-mail address', in: ['list.csv line 3', 'list.csv line 9'] },
  ]);
  expect(mergeReasons([row(1, ['a']), row(2, ['b'])])).toEqual([
    { by: 'known as one person from an earlier campaign', in: ['list.csv line 1', 'list.csv line 2'] },
  ]);
});
