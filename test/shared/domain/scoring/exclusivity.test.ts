import { describe, expect, it } from 'vitest';
import { collaborationStatuses, isLost } from '#shared/domain/collaboration.ts';
import { conflictingEngagement } from '#shared/domain/scoring/exclusivity.ts';
import { aCollaboration, at, days, progressIn, someTerms } from '../builders.ts';

const rival = { name: 'Dew & Co', category: 'skincare' };
const ours = { name: 'Meadow Botanics', category: ' Skincare ' };
const conflict = (other = aCollaboration('confirmed'), when = at) => conflictingEngagement(other, rival, ours, when);

describe('an agreement with another brand of the category', () => {
  it('forbids a new one as long as its post is not even up', () => {
    expect(conflict()).toBe('they work for Dew & Co, also Skincare');
    expect(conflict(aCollaboration('accepted'), days(300))).toBeDefined();
  });

  it('forbids it until its exclusivity has passed, counted from the post', () => {
    const verified = aCollaboration(progressIn('verified', at), {});
    expect(conflict(verified, days(29.9))).toMatch(/exclusive until 2026-04-01$/);
    expect(conflict(verified, days(30))).toBeUndefined();
    expect(conflict(aCollaboration('settled'), days(29.9))).toBeDefined();
    // Nobody could check it, and it is up all the same.
    expect(conflict(aCollaboration('published'), days(29.9))).toBeDefined();
    expect(conflict(aCollaboration('published'), days(30))).toBeUndefined();
  });

  it('without exclusive days ends with its post', () => {
    const settled = { ...aCollaboration('settled'), terms: someTerms({ exclusivityDays: 0 }) };
    expect(conflict(settled as ReturnType<typeof aCollaboration>)).toBeUndefined();
  });

  it.each(
    collaborationStatuses.filter(
      status => isLost(status) || ['shortlisted', 'invited', 'negotiating'].includes(status),
    ),
  )('is none while %s', status => expect(conflict(aCollaboration(status))).toBeUndefined());
});

describe('no conflict', () => {
  it('with the same brand, however it is written', () => {
    expect(
      conflictingEngagement(aCollaboration('confirmed'), { ...rival, name: 'meadow botanics ' }, ours, at),
    ).toBeUndefined();
  });
  it('with a brand of another category', () => {
    expect(
      conflictingEngagement(aCollaboration('confirmed'), { ...rival, category: 'phones' }, ours, at),
    ).toBeUndefined();
  });
});
