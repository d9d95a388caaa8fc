import { describe, expect, test } from 'vitest';
import { inShort } from '#shared/domain/forecast/in-short.ts';

const runs = (...pairs: [invitations: number, posts: number][]) =>
  pairs.map(([invitations, posts]) => ({ invitations, posts }));

describe('how many it takes to invite, in a sentence', () => {
  test('follows from how many invitations a post took', () => {
    expect(inShort(runs([40, 4], [40, 8], [40, 12]), 20, undefined)).toBe(
      'To have 20 posts, invite about 100 people; this plan invites about 40 people, which brings about 8 posts.',
    );
  });

  test('says where the plan invites enough', () => {
    expect(inShort(runs([10, 2], [10, 2]), 1, 500)).toBe(
      'To have 1 post, about 5 people are enough; this plan invites about 10 people, which brings about 2 posts.',
    );
  });

  test('says where the lists are too short', () => {
    expect(inShort(runs([4, 1]), 3, 7)).toMatch(
      /invite about 12 people;.* 1 post\. Your lists name 7 people who may fit/,
    );
    expect(inShort(runs([4, 1]), 3, 12)).not.toMatch(/lists/);
  });

  test('counts on what all campaigns bring together, where most bring nothing', () => {
    expect(inShort(runs([4, 0], [4, 0], [4, 1]), 2, 4)).toBe(
      'To have 2 posts, invite about 24 people; this plan invites about 4 people, which brings about 0 posts. Your lists name 4 people who may fit: look for more.',
    );
  });

  test('promises nothing where none brings a post, or nobody is invited', () => {
    expect(inShort(runs([40, 0], [40, 0]), 3, undefined)).toBe('No such campaign brings a post.');
    expect(inShort(runs([0, 0]), 3, undefined)).toBe('No such campaign brings a post.');
  });
});
