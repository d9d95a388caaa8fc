import { describe, expect, it } from 'vitest';
import { profileFigures } from '#shared/domain/audience/profile-figures.ts';
import { at, days, someMetrics } from '../builders.ts';

const measured = (...profiles: ReturnType<typeof someMetrics>[]) =>
  ({ kind: 'measured', at, profiles, gaps: [] }) as const;

describe('the figures of a profile', () => {
  it('carry formula, source, sample and what is missing', () => {
    const [figures] = profileFigures(measured(someMetrics()));
    expect(figures).toMatchObject({
      profile: { platform: 'instagram', handle: 'asha.glow' },
      followers: 5000,
      estimate: { formula: 'shrunk-engagement.v1', sample: 12, hidden: 0 },
      account: { kind: 'real', formula: 'account-card.v1' },
    });
    expect(figures?.engagement.map(({ formula, sample }) => `${formula} ${sample}`)).toEqual([
      'hypeauditor-12.v1 12',
      'phlanx.v1 12',
      'modash-median.v1 12',
      'upfluence-90d.v1 12',
    ]);
    expect(figures?.engagement.every(({ source }) => source.length > 10)).toBe(true);
    expect(figures?.quality.missing).toHaveLength(3);
  });

  it('end their windows when the profile was looked at', () => {
    const [figures] = profileFigures(measured(someMetrics({ observedAt: days(-20) })));
    expect(figures?.at).toBe(days(-20));
  });

  it('are one set per profile: what a vendor adds goes with the platform’s own', () => {
    const vendor = someMetrics({ source: 'modash', posts: [], reported: { followerTypes: { real: 0.9 } } });
    const youtube = someMetrics({ profile: { platform: 'youtube', handle: 'asha' } });
    const figures = profileFigures(measured(someMetrics(), vendor, youtube));
    expect(figures.map(({ sources }) => sources)).toEqual([
      ['instagram-business-discovery', 'modash'],
      ['instagram-business-discovery'],
    ]);
    expect(figures[0]?.quality.parts[1]).toMatchObject({ value: 0.9, formula: 'reported.v1' });
  });

  it('say that the number of followers is not known, and never take it for zero', () => {
    const { followers: _, ...hidden } = someMetrics();
    expect(profileFigures(measured(hidden))[0]).toMatchObject({
      followers: null,
      estimate: { value: null, because: 'the number of followers is not known' },
    });
  });

  it('are none where nothing was measured', () => {
    expect(profileFigures(undefined)).toEqual([]);
    expect(profileFigures({ kind: 'unreachable', at, because: 'gone' })).toEqual([]);
    expect(profileFigures(measured())).toEqual([]);
  });
});
