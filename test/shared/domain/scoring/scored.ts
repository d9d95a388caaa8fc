import type { ScoringBrief } from '#shared/domain/scoring/brief.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { aCandidate, at, inr } from '../builders.ts';

export const brief: ScoringBrief = {
  keywords: ['skincare', 'serum', 'sunscreen'],
  platforms: ['instagram', 'blog'],
  followers: { min: 1000, max: 10_000 },
  countries: ['IN'],
  languages: ['en', 'hi'],
  competitors: ['Glowmate'],
  compensation: { model: 'fixed', floor: inr(1000), ceiling: inr(10_000), targetCostPerEngagement: 2000 },
  budget: inr(100_000),
  wanted: 20,
};

export const part = (name: string, candidate = aCandidate(), of = brief) => {
  const found = scoreCandidate(candidate, of, at).parts.find(each => each.name === name);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};
export const exclusions = (candidate: ReturnType<typeof aCandidate>, of = brief) =>
  scoreCandidate(candidate, of, at).exclusions;
export const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value;
  return rest;
};
