import { createHmac, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFollowerList } from '#shared/adapters/follower-list/read.ts';
import { type AccountKind, accountKinds, classifyAccount } from '#shared/domain/audience/classify-account.ts';
import {
  type Audience,
  type AudienceGrowth,
  audienceGrowth,
  type CombinedReach,
  combinedReach,
  followerHash,
  type NamedAudience,
} from '#shared/domain/audience/follower-lists.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { count, percent } from '#shared/domain/words.ts';
import { Fault } from '#shared/errors.ts';
import { CliError } from '../exit-codes.ts';
import { table, terminal } from '../terminal.ts';

export interface FollowersOptions {
  readonly json?: boolean;
  readonly platform: Platform;
  /** The same lists at an earlier time, in the same order. */
  readonly earlier?: readonly string[];
}

interface ReadList extends NamedAudience {
  readonly unreadable: number;
  readonly kinds: Readonly<Partial<Record<AccountKind, number>>>;
}

/** Common followers of exported lists: everything is worked out on this machine, and no handle is kept or printed. */
export async function followers(
  lists: readonly string[],
  { platform, earlier = [], ...options }: FollowersOptions,
): Promise<void> {
  if (earlier.length > 0 && earlier.length !== lists.length)
    throw new CliError(
      'refused',
      `--earlier takes as many lists as come before it: ${lists.length}, in the same order.`,
    );
  // A key of this run alone: whatever it makes can be compared within the run and with nothing else.
  const key = randomBytes(32);
  const sign: Sign = text => createHmac('sha256', key).update(text).digest();
  const now = lists.map(list => readList(list, platform, sign));
  const before = earlier.map(list => readList(list, platform, sign));
  const reach = combinedReach(now);
  const growth = now.flatMap(({ name, audience }, at) =>
    before[at] ? [{ name, ...audienceGrowth(before[at].audience, audience) }] : [],
  );
  const common = before.length > 1 ? audienceGrowth(commonOf(before), commonOf(now)) : undefined;
  const kinds = now.flatMap(({ name, kinds: of }) => (Object.keys(of).length > 0 ? [{ name, ...of }] : []));
  const unreadable = now
    .map(({ name, unreadable: entries }) => ({ name, entries }))
    .filter(({ entries }) => entries > 0);
  terminal(options).result({ ...reach, growth, ...(common && { commonGrowth: common }), kinds, unreadable }, [
    ...reachLines(reach),
    ...growthLines(growth, common),
    ...kindLines(kinds),
    ...unreadable.map(({ name, entries }) => `${name}: ${count(entries)} entries name no account and were left out`),
  ]);
}

const commonOf = (lists: readonly NamedAudience[]): Audience =>
  lists.map(({ audience }) => audience).reduce((all, one) => all.intersection(one));

/** `NAME=FILE`, a file, or the folder of Instagram's download, whose parts are one list. */
function readList(given: string, platform: Platform, sign: Sign): ReadList {
  const [, name, path] = /^(?:([^=/\\]+)=)?(.+)$/s.exec(given) ?? ['', undefined, given];
  const read = filesOf(path ?? given).map(file => readOne(file, platform));
  const profiles = read.flatMap(list => list.profiles);
  return {
    name: name ?? basename(path ?? given).replace(/\.\w+$/, ''),
    audience: new Set(read.flatMap(({ handles }) => handles.map(handle => followerHash(platform, handle, sign)))),
    unreadable: read.reduce((sum, list) => sum + list.unreadable, 0),
    kinds: profiles.length === 0 ? {} : kindsOf(profiles.map(profile => classifyAccount(profile).kind)),
  };
}

function filesOf(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const parts = readdirSync(path).filter(file => /^followers(?:_\d+)?\.(?:json|html)$/.test(file));
  if (parts.length > 0) return parts.sort().map(file => join(path, file));
  throw new CliError('refused', `${path} holds no followers_1.json or followers_1.html.`);
}

function readOne(file: string, platform: Platform) {
  try {
    return readFollowerList(readFileSync(file), file, platform);
  } catch (error) {
    if (error instanceof Fault) throw new CliError('refused', error.message);
    throw new CliError('refused', `${file} can not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const kindsOf = (kinds: readonly AccountKind[]): Record<AccountKind, number> => {
  const counts = { real: 0, suspicious: 0, 'mass-follower': 0, influencer: 0 };
  for (const kind of kinds) counts[kind] += 1;
  return counts;
};

const share = (value: number | null): string => (value === null ? '-' : percent(value));

function reachLines({ members, pairs, distinct, frequency, inAll }: CombinedReach): string[] {
  const together =
    members.length < 2
      ? []
      : [
          '',
          `Together ${count(distinct)} different people, each on ${(frequency ?? 0).toFixed(2)} of the lists on average; ${count(inAll)} on all of them`,
          '',
          ...table([
            ['list', 'and list', 'common followers', 'of the smaller'],
            ...pairs.map(({ a, b, common, ofSmaller }) => [a, b, count(common), share(ofSmaller)]),
          ]),
        ];
  return [
    ...table([
      ['list', 'followers', 'only here', 'share'],
      ...members.map(({ name, size, exclusive, exclusiveShare }) => [
        name,
        count(size),
        count(exclusive),
        share(exclusiveShare),
      ]),
    ]),
    ...together,
  ];
}

function growthLines(
  growth: readonly ({ name: string } & AudienceGrowth)[],
  common: AudienceGrowth | undefined,
): string[] {
  if (growth.length === 0) return [];
  const row = (name: string, one: AudienceGrowth) => [
    name,
    count(one.before),
    count(one.after),
    `+${count(one.gained)}`,
    `-${count(one.lost)}`,
    share(one.growth),
  ];
  return [
    '',
    ...table([
      ['list', 'earlier', 'now', 'came', 'left', 'growth'],
      ...growth.map(one => row(one.name, one)),
      ...(common ? [row('on all lists', common)] : []),
    ]),
  ];
}

const kindLines = (kinds: readonly ({ name: string } & Partial<Record<AccountKind, number>>)[]): string[] =>
  kinds.length === 0
    ? []
    : [
        '',
        ...table([
          ['list', ...accountKinds],
          ...kinds.map(one => [one.name, ...accountKinds.map(kind => count(one[kind] ?? 0))]),
        ]),
        'Kinds by the public counts in the list (account-card.v1)',
      ];
