import { describe, expect, it } from 'vitest';
import { realClock } from '#infra/local/real-clock.ts';
import { blogrollOpml, candidatesCsv } from '#infra/local/world/candidates.ts';
import { population } from '#infra/local/world/population.ts';
import { createSociety } from '#infra/local/world/society.ts';
import { readList } from '#shared/adapters/list/open-list.ts';

const plan = { seed: 7, size: 300, keywords: ['sunscreen', 'niacinamide', 'skincare routine', 'acne'] };
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('the population of the simulated world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(population(plan)).toEqual(population(plan));
    expect(population({ ...plan, seed: 8 })).not.toEqual(population(plan));
  });

  it('looks like a list of micro-influencers', () => {
    const people = population(plan);
    const inBand = people.filter(({ profile }) => profile.followers >= 1000 && profile.followers <= 10_000);
    expect(inBand.length / people.length).toBeGreaterThan(0.65);
    expect(inBand.length / people.length).toBeLessThan(0.92);
    const rates = people
      .filter(({ profile }) => profile.followers < 10_000)
      .map(({ profile }) => profile.engagementRate);
    expect(median(rates)).toBeGreaterThan(0.025);
    expect(median(rates)).toBeLessThan(0.06);
    const share = (platform: string) =>
      people.filter(({ profile }) => profile.platform === platform).length / people.length;
    expect(share('instagram')).toBeCloseTo(0.6, 1);
    expect(share('youtube')).toBeCloseTo(0.2, 1);
    expect(new Set(people.map(({ persona }) => persona.answer)).size).toBe(10);
    expect(people.some(({ name }) => /\p{Script=Devanagari}/u.test(name))).toBe(true);
    expect(people.some(({ email }) => email === undefined)).toBe(true);
  });

  it('gives nobody an address that exists outside this machine', () => {
    for (const { email } of population(plan))
      if (email) expect(email).toMatch(/@(?:[a-z0-9]+\.)?[a-z0-9]+\.?example$|\.example$/);
  });

  it('is written as a list that the product reads, with the bad rows reported by line', async () => {
    const people = population(plan);
    const lists = { seed: 7, blogsUrl: 'http://127.0.0.1:4711' };
    const bytes = new TextEncoder().encode(candidatesCsv(people, lists));
    const found: string[] = [];
    const rejected: number[] = [];
    for await (const row of readList(bytes, { name: 'candidates.csv' }))
      if ('found' in row) found.push(...row.found.profiles.map(({ platform, handle }) => `${platform}:${handle}`));
      else rejected.push(row.rejected.line);
    expect(rejected).toHaveLength(2);
    const listed = people.filter(({ profile }) => profile.platform === 'instagram');
    for (const { profile } of listed) expect(found).toContain(`instagram:${profile.handle}`);
    expect(found.length).toBeGreaterThan(new Set(found).size);
    expect(blogrollOpml(people, lists).match(/xmlUrl=/g)?.length).toBeGreaterThan(20);
  });

  it('publishes ordinary posts until now and never from the future', () => {
    const clock = realClock();
    const society = createSociety(clock, 7, population({ ...plan, size: 20 }));
    for (const person of society.people) {
      const posts = society.feed(person).posts;
      expect(posts.length).toBeGreaterThan(5);
      expect([...posts].sort((a, b) => b.atMs - a.atMs)).toEqual(posts);
    }
    clock.stop();
  });
});
