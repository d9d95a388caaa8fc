import { describe, expect, it } from 'vitest';
import type { ScoringBrief } from '#shared/domain/scoring/brief.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { aCandidate, aPost, at, days } from '../builders.ts';
import { brief, exclusions, without } from './scored.ts';

describe('exclusions say why', () => {
  const reachable = aCandidate();
  const gone = { kind: 'unreachable', at, because: 'the profile is private' } as const;
  it.each([
    ['no address to write to', without(reachable, 'contact')],
    ['outside the follower band: 52,300 of 1,000 to 10,000', aCandidate({}, { followers: 52_300 })],
    ['outside the follower band: 999 of 1,000 to 10,000', aCandidate({}, { followers: 999 })],
    ['in another country: US, wanted IN', aCandidate({ country: 'US' })],
    ['in another language: fr, wanted en, hi', aCandidate({ languages: ['fr'] })],
    ['no metrics: not fetched yet', without(reachable, 'metrics')],
    ['no metrics: the profile is private', aCandidate({ metrics: gone })],
    ['no metrics: the profile is private', aCandidate({ metrics: gone, claimed: { followers: 5000 } })],
    [
      'no metrics: instagram asked us to wait',
      aCandidate({ metrics: { kind: 'measured', at, profiles: [], gaps: ['instagram asked us to wait'] } }),
    ],
    [
      'no metrics: the profile was not measured',
      aCandidate({ metrics: { kind: 'measured', at, profiles: [], gaps: [] } }),
    ],
    ['not active: the last post is 91 days old', aCandidate({}, { posts: [aPost({ at: days(-91) })] })],
    ['no posts: the profile has never published', aCandidate({}, { postCount: 0, posts: [] })],
    [
      'not on the platforms wanted: instagram, blog',
      aCandidate({ profiles: [{ platform: 'youtube', handle: 'asha' }] }),
    ],
    [
      'advertises for a competitor: Glowmate ("Glowmate", 2026-02-28)',
      aCandidate({}, { posts: [aPost({ text: '#ad my new Glowmate serum' })] }),
    ],
  ])('%s', (reason, candidate) => {
    expect(exclusions(candidate)).toEqual([reason]);
  });

  it('does not exclude for what is unknown, old or harmless', () => {
    expect(exclusions(without(aCandidate({ languages: [] }), 'country'))).toEqual([]);
    expect(exclusions(aCandidate({}, { posts: [aPost({ text: 'Glowmate broke my skin out' })] }))).toEqual([]);
    const longAgo = [aPost(), aPost({ at: days(-100), text: '#ad Glowmate' })];
    expect(exclusions(aCandidate({}, { posts: longAgo }))).toEqual([]);
    const anywhere = { ...brief, countries: [], languages: [], competitors: [] };
    expect(exclusions(aCandidate({ country: 'US', languages: ['fr'] }), anywhere)).toEqual([]);
  });
});

describe('exclusivity', () => {
  const exclusive = { ...brief, brand: { name: 'Meadow', category: 'skincare' }, exclusivityDays: 30 };
  const looked = (text: string, over: Partial<ScoringBrief> = {}, age = 3) =>
    scoreCandidate(
      aCandidate(
        {},
        {
          posts: [
            aPost({ at: days(-1), text: 'hello' }),
            aPost({ url: 'https://x.example/p/1', at: days(-age), text }),
          ],
        },
      ),
      { ...exclusive, ...over },
      at,
    );
  const value = (text: string, over: Partial<ScoringBrief> = {}, age = 3) =>
    looked(text, over, age).parts.find(({ name }) => name === 'exclusivity')?.value;

  it('an advertisement for a competitor excludes, with the post, its date and the words', () => {
    const { exclusions, evidence } = looked('#ad loving my @glowmate.in serum');
    expect(exclusions).toEqual([
      'advertises for a competitor: Glowmate ("@glowmate", 2026-02-27, https://x.example/p/1)',
    ]);
    expect(evidence).toMatchObject([
      { effect: 'exclusion', url: 'https://x.example/p/1', at: days(-3), words: '@glowmate' },
    ]);
    expect(value('#ad loving my @glowmate.in serum')).toBe(0);
  });

  it('a competitor that is named without being paid costs points and excludes nobody', () => {
    const { exclusions, evidence } = looked('Glowmate broke my skin out');
    expect(exclusions).toEqual([]);
    expect(evidence).toMatchObject([{ effect: 'penalty', says: 'names a competitor: Glowmate' }]);
    expect(value('Glowmate broke my skin out')).toBe(0.3);
  });

  it('an advertisement for another brand of the category costs points; for our own or another category nothing', () => {
    expect(value('#ad skincare by @dewandco')).toBe(0.3);
    expect(looked('#ad skincare by @dewandco').evidence?.[0]?.words).toBe('skincare, @dewandco');
    expect(value('#ad skincare by Meadow, thanks @meadow')).toBe(1);
    expect(value('#ad my new phone by @telephones')).toBe(1);
    expect(value('skincare tips, thanks @asha.sister')).toBe(1);
  });

  it('outside the window nothing counts', () => {
    expect(value('#ad @glowmate serum', {}, 31)).toBe(1);
    expect(value('#ad @glowmate serum', { exclusivityDays: 60 }, 31)).toBe(0);
    expect(value('#ad @glowmate serum', { exclusivityDays: 0 }, 1)).toBe(1);
  });

  it('a name that is also a word needs a capital or a tag', () => {
    expect(value('#ad a plum cake', { competitors: ['Plum'] })).toBe(1);
    expect(looked('#ad my Plum toner', { competitors: ['Plum'] }).exclusions).toHaveLength(1);
    expect(looked('#ad #plumgoodness', { competitors: ['Plum'] }).exclusions).toHaveLength(1);
  });
});

describe('brand safety asks a person', () => {
  const doubts = (texts: readonly string[], over: Partial<ScoringBrief> = {}) => {
    const posts = texts.map((text, n) => aPost({ text, url: `https://x.example/p/${n}` }));
    const { evidence = [], exclusions } = scoreCandidate(aCandidate({}, { posts }), { ...brief, ...over }, at);
    expect(exclusions).toEqual([]);
    return evidence.filter(({ effect }) => effect === 'doubt').map(({ says, words }) => `${says}: ${words}`);
  };

  it.each([
    ['join my betting app today', 'may be gambling: betting app'],
    ['आज का सट्टा', 'may be gambling: सट्टा'],
    ['teen patti khelo', 'may be gambling: teen patti'],
    ['follow me on OnlyFans', 'may be adult content: OnlyFans'],
    ['vibes and hookah', 'may be drugs and tobacco: hookah'],
  ])('%s', (text, says) => expect(doubts([text])).toEqual([says]));

  it.each([
    'nude lipstick shades for us',
    'a bath bomb for Sunday',
    'no smoking, no cigarettes please',
    'cigarette free for a year',
    '#foodporn at home',
    'weed out your wardrobe and garden',
    'a bombastic day',
  ])('nothing in %j', text => expect(doubts([text])).toEqual([]));

  it('what slips out once is let pass, twice is not', () => {
    expect(doubts(['wtf', 'lovely'])).toEqual([]);
    expect(doubts(['wtf is this', 'shit happens'])).toEqual(['may be swearing: wtf']);
  });

  it('what the brand itself sells is no doubt', () => {
    expect(doubts(['wine night', 'red wine again'])).toHaveLength(1);
    expect(doubts(['wine night', 'red wine again'], { brand: { name: 'Vines', category: 'wine' } })).toEqual([]);
  });
});
