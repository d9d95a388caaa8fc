import type { Candidate } from '#shared/domain/candidate.ts';
import { profileKey } from '#shared/domain/import/profile.ts';
import type { MetricsAnswer, Platform, ProfileRef } from '#shared/domain/influencer.ts';
import { later, plusMinutes } from '#shared/domain/time.ts';
import type { ProfileMetricsSource } from '#shared/ports/platforms.ts';
import { enriched } from './enrich.ts';

export type Sources = Readonly<Partial<Record<Platform, ProfileMetricsSource>>>;

export type Measured =
  | { readonly kind: 'settled'; readonly candidate: Candidate }
  | { readonly kind: 'deferred'; readonly retryAt: string };

/** A server that failed may be back in a quarter of an hour; after the second disappointment it is taken as gone. */
const brokenForMinutes = 15;
const patientRounds = 2;

/**
 * Observes one candidate. What a platform does not give now is waited for in later rounds, so that nobody is judged by half of their
 * profiles: two rounds for what is broken or partly there, as long as it takes where throttling hides everything.
 */
export async function measure(
  sources: Sources,
  candidate: Candidate,
  platforms: readonly Platform[],
  round: number,
  at: string,
): Promise<Measured> {
  const answers: { ref: ProfileRef; answer: MetricsAnswer }[] = [];
  for (const ref of candidate.profiles.filter(({ platform }) => platforms.includes(platform))) {
    const options = { at: new Date(at), ...(candidate.feedUrl !== undefined && { feedUrl: candidate.feedUrl }) };
    const answer = await sources[ref.platform]?.metrics(ref, options);
    if (answer) answers.push({ ref, answer });
  }
  const profiles = answers.flatMap(({ answer }) => (answer.kind === 'found' ? answer.metrics : []));
  const gaps = answers.flatMap(({ ref, answer }) =>
    answer.kind === 'found' ? [] : `${profileKey(ref)}: ${answer.because}`,
  );
  const throttledUntil = answers.flatMap(({ answer }) => (answer.kind === 'throttled' ? answer.retryAt : []));
  const isBroken = answers.some(({ answer }) => answer.kind === 'broken');

  const isPatient = round < patientRounds;
  const waitsForAll = profiles.length === 0 && throttledUntil.length > 0;
  if (waitsForAll || (isPatient && (isBroken || throttledUntil.length > 0))) {
    const soonest = isBroken ? plusMinutes(at, brokenForMinutes) : at;
    return { kind: 'deferred', retryAt: throttledUntil.reduce(later, soonest) };
  }
  if (profiles.length > 0)
    return { kind: 'settled', candidate: enriched(candidate, { kind: 'measured', at, profiles, gaps }, profiles) };
  const because = gaps.join('; ') || `none of their profiles is on ${platforms.join(', ')}`;
  return { kind: 'settled', candidate: { ...candidate, metrics: { kind: 'unreachable', at, because } } };
}

/** Once a platform has asked us to wait, the others of the batch are not even tried. */
export function considerate(sources: Sources): Sources {
  const polite = (source: ProfileMetricsSource): ProfileMetricsSource => {
    let wait: Extract<MetricsAnswer, { kind: 'throttled' }> | undefined;
    return {
      ...source,
      async metrics(ref, options) {
        if (wait) return wait;
        const answer = await source.metrics(ref, options);
        if (answer.kind === 'throttled') wait = answer;
        return answer;
      },
    };
  };
  return Object.fromEntries(Object.entries(sources).map(([platform, source]) => [platform, polite(source)]));
}
