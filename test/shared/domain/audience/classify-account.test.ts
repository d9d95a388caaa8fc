import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from '#infra/cli/corpora/accounts.ts';
import { accountCard } from '#shared/domain/audience/account-card.ts';
import { classifyAccount } from '#shared/domain/audience/classify-account.ts';
import { type PublicProfile, publicProfileOf } from '#shared/domain/audience/public-profile.ts';
import { archetypes, someAccounts } from '#test/support/accounts.ts';

const person: PublicProfile = {
  followers: 420,
  followings: 380,
  posts: 60,
  hasPicture: true,
  isPrivate: false,
  usernameLength: 10,
  usernameDigits: 0,
  bioLength: 40,
  hasUrl: false,
  fullNameWords: 2,
};
const fake: PublicProfile = {
  followers: 12,
  followings: 1800,
  posts: 0,
  hasPicture: false,
  isPrivate: false,
  usernameLength: 12,
  usernameDigits: 6,
  bioLength: 0,
  hasUrl: false,
  fullNameWords: 1,
};

const profiles = fc.record(
  {
    followers: fc.nat(1e8),
    followings: fc.nat(7500),
    posts: fc.nat(20_000),
    hasPicture: fc.boolean(),
    isPrivate: fc.boolean(),
    usernameLength: fc.integer({ min: 1, max: 30 }),
    usernameDigits: fc.oneof(fc.nat(30), fc.double({ min: 0, max: 1, noNaN: true })),
    bioLength: fc.nat(150),
    hasUrl: fc.boolean(),
    fullNameWords: fc.nat(12),
  },
  { requiredKeys: [] },
);

describe('classifyAccount', () => {
  it.each([
    ['a person', person, 'real'],
    ['an empty shell that follows everybody', fake, 'suspicious'],
    ['a person who follows thousands', { ...person, followings: 1900, followers: 1500 }, 'mass-follower'],
    ['a person with a large audience', { ...person, followers: 24_000 }, 'influencer'],
    ['a follow-for-follow account', { ...person, followers: 6000, followings: 7400 }, 'mass-follower'],
    ['a small locked person', { ...person, followers: 90, followings: 110, posts: 3, isPrivate: true }, 'real'],
    ['a fake with a borrowed picture', { ...fake, hasPicture: true, usernameDigits: 0 }, 'suspicious'],
  ])('%s', (_, profile, kind) => {
    expect(classifyAccount(profile).kind).toBe(kind);
  });

  it('says what moved it, strongest first, and what it did not know', () => {
    const { usernameDigits: _, ...rest } = fake;
    const { reasons, missing, confidence } = classifyAccount(rest);
    expect(reasons[0]).toMatchObject({ field: 'following-ratio', points: 2.4 });
    expect(reasons.map(({ says }) => says)).toContain('no picture');
    expect(missing).toEqual(['share of digits in the username']);
    expect(confidence).toBeGreaterThan(0.8);
    expect(confidence).toBeLessThan(1);
  });

  it('knows nothing of an account without fields, and accuses nobody for it', () => {
    expect(classifyAccount({})).toMatchObject({ kind: 'real', confidence: 0, reasons: [] });
    expect(classifyAccount({ followers: undefined, followings: Number.NaN }).confidence).toBe(0);
  });

  it('reads a share of digits like a count of digits', () => {
    const counted = classifyAccount({ usernameLength: 10, usernameDigits: 4 });
    expect(classifyAccount({ usernameLength: 10, usernameDigits: 0.4 }).suspicion).toBe(counted.suspicion);
    expect(classifyAccount({ usernameDigits: 4 }).reasons).toEqual([]);
  });

  it.each(accountCard.map(line => [line.id, line] as const))(
    '%s: a field that is not known adds nothing',
    (id, line) => {
      fc.assert(
        fc.property(profiles, profile => {
          const { reasons } = classifyAccount(profile);
          expect(reasons.some(({ field }) => field === id)).toBe(line.of(profile) !== undefined);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('a picture, a link, a longer bio, more posts or more followers never make an account more suspicious', () => {
    fc.assert(
      fc.property(profiles, fc.nat(1e6), (profile, more) => {
        const before = classifyAccount(profile).suspicion;
        const better: PublicProfile[] = [
          ...(profile.hasPicture === false ? [{ ...profile, hasPicture: true }] : []),
          ...(profile.hasUrl === false ? [{ ...profile, hasUrl: true }] : []),
          ...(['posts', 'followers', 'bioLength', 'fullNameWords'] as const).flatMap(field =>
            profile[field] === undefined ? [] : [{ ...profile, [field]: profile[field] + more }],
          ),
        ];
        for (const one of better) expect(classifyAccount(one).suspicion).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('whether an account is locked changes nothing', () => {
    fc.assert(
      fc.property(profiles, profile => {
        expect(classifyAccount({ ...profile, isPrivate: true })).toEqual(
          classifyAccount({ ...profile, isPrivate: false }),
        );
      }),
    );
  });

  /** The weakest archetypes are the dressed-up fakes and the locked people: they overlap, and nobody tells all of them apart. */
  it.each([
    ['faceless fake', 0.97],
    ['dressed fake', 0.85],
    ['follow bot', 0.88],
    ['locked person with few posts', 0.9],
    ['ordinary person', 0.97],
    ['creator', 0.99],
  ])('%s: at least %d of 2,000 are told right', (name, share) => {
    const right = someAccounts(name, 2000).filter(
      profile => (classifyAccount(profile).kind === 'suspicious') === (archetypes[name]?.label === 'fake'),
    );
    expect(right.length / 2000).toBeGreaterThanOrEqual(share);
  });

  it.each([
    ['all fields', (profile: PublicProfile) => profile],
    ['counts, picture, bio and digits only', ({ hasUrl: _, fullNameWords: __, ...rest }: PublicProfile) => rest],
  ])('tells a mixed crowd apart by %s', async (_, seen) => {
    const rows = Object.entries(archetypes).flatMap(([name, { label }]) =>
      someAccounts(name, 400, 7).map(profile => ({ input: seen(profile), expected: label })),
    );
    const { extra = {} } = await score(rows);
    expect(extra['fake F1']).toBeGreaterThan(0.92);
    expect(extra['real F1']).toBeGreaterThan(0.92);
  });
});

describe('npm run corpora -- accounts', () => {
  it('prints precision, recall and F1 of both labels', async () => {
    const rows = [
      { input: person, expected: 'real' },
      { input: fake, expected: 'fake' },
      { id: 'odd', source: 'other', input: fake, expected: 'real' },
    ];
    const { bySource, extra, failed } = await score(rows);
    expect(bySource).toEqual({ accounts: { total: 2, passed: 2 }, other: { total: 1, passed: 0 } });
    expect(extra).toMatchObject({
      'fake precision': 0.5,
      'fake recall': 1,
      'fake F1': 0.667,
      'real precision': 1,
      'real recall': 0.5,
      'real F1': 0.667,
    });
    expect(failed[0]?.why).toContain('no picture');
  });

  it('reads flags as 0 and 1, numbers as text, and takes a blank for unknown', async () => {
    const { extra } = await score([
      { input: { followers: '12', followings: '1800', posts: '0', hasPicture: 0, bioLength: '' }, expected: 'fake' },
      { input: { followers: null, posts: -1, hasPicture: 'maybe' }, expected: 'real' },
    ]);
    expect(extra).toMatchObject({ accuracy: 1 });
  });

  it('refuses a row of another shape by its number', async () => {
    await expect(score([{ input: {}, expected: 'perhaps' }])).rejects.toThrow('row 1 is no account row');
  });
});

describe('publicProfileOf', () => {
  it('counts what an account shows', () => {
    expect(
      publicProfileOf({
        username: 'asha_99',
        fullName: ' Asha  Rao ',
        bio: ' hi ',
        url: '',
        pictureUrl: 'x',
        posts: 3,
      }),
    ).toMatchObject({
      usernameLength: 7,
      usernameDigits: 2,
      fullNameWords: 2,
      bioLength: 2,
      hasUrl: false,
      hasPicture: true,
      posts: 3,
    });
  });

  it('leaves open what is not shown', () => {
    expect(Object.values(publicProfileOf({})).every(value => value === undefined)).toBe(true);
  });
});
