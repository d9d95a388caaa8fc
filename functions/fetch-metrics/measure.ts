import type { Candidate, MetricsGap } from '#shared/domain/candidate.ts';
import type { Platform, Vendor } from '#shared/domain/influencer.ts';
import { earlier, plusMinutes } from '#shared/domain/time.ts';
import type { ProfileMetricsSource, ProfileReportSource } from '#shared/ports/platforms.ts';
import { enriched } from './enrich.ts';
import { type Gathered, gather, type Wait } from './gather.ts';

export type Sources = Readonly<Partial<Record<Platform, ProfileMetricsSource>>>;

/** Everybody who may know something. */
export interface Origins {
  readonly sources: Sources;
  readonly vendor?: ProfileReportSource;
}

/** What the campaign wants to know, and how long it waits for it. */
export interface Plan {
  readonly platforms: readonly Platform[];
  readonly followers: { readonly min: number; readonly max: number };
  readonly wantsReport?: Vendor;
  readonly patientUntil: string;
}

export type Measured =
  | { readonly kind: 'settled'; readonly candidate: Candidate }
  | { readonly kind: 'deferred'; readonly candidate: Candidate; readonly retryAt: string };

/** A server that failed may be back in a quarter of an hour; after the second disappointment it is taken as gone. */
const brokenForMinutes = 15;
const mostDisappointments = 2;
/** Reports are ready within minutes or hours; one that takes longer is not made. */
const reportMinutes = 24 * 60;

/**
 * Observes one candidate. What is not given now is waited for in later rounds, so that nobody is judged by half of what could be
 * known: twice for what is broken or partly there, as long as the campaign can wait where a quota hides everything.
 */
export async function measure(origins: Origins, candidate: Candidate, plan: Plan, at: string): Promise<Measured> {
  const gathered = await gather(origins, candidate, plan, at);
  const before = candidate.metrics?.kind === 'waiting' ? candidate.metrics : undefined;
  const disappointments = before?.disappointments ?? 0;
  const worth = gathered.waits.filter(wait => isWorthIt(wait, gathered, { disappointments, plan, at }));
  if (worth.length === 0)
    return { kind: 'settled', candidate: settled(origins.sources, candidate, gathered, plan, at) };

  const isDisappointing = ({ answer }: Wait) =>
    answer.kind === 'broken' || (answer.kind === 'throttled' && gathered.profiles.length > 0);
  const { profiles, gaps, reportAskedAt } = gathered;
  return {
    kind: 'deferred',
    retryAt: worth.map(wait => retryAtOf(wait, at)).reduce(earlier),
    candidate: {
      ...candidate,
      metrics: {
        kind: 'waiting',
        at: before?.at ?? at,
        because: worth.map(describe).join('; '),
        profiles,
        gaps,
        disappointments: disappointments + Number(worth.some(isDisappointing)),
        ...(reportAskedAt !== undefined && { reportAskedAt }),
      },
    },
  };
}

interface Patience {
  readonly disappointments: number;
  readonly plan: Plan;
  readonly at: string;
}

function isWorthIt(
  wait: Wait,
  { profiles, reportAskedAt = '' }: Gathered,
  { disappointments, plan, at }: Patience,
): boolean {
  if (retryAtOf(wait, at) > plan.patientUntil) return false;
  switch (wait.answer.kind) {
    case 'pending':
      return plusMinutes(reportAskedAt, reportMinutes) > at;
    case 'broken':
      return disappointments < mostDisappointments;
    case 'throttled':
      return profiles.length === 0 || disappointments < mostDisappointments;
  }
}

const retryAtOf = ({ answer }: Wait, at: string): string =>
  answer.kind === 'broken' ? plusMinutes(at, brokenForMinutes) : answer.retryAt;

const describe = ({ who, answer }: Wait): string => `${who}: ${answer.because}`;

function settled(
  sources: Sources,
  candidate: Candidate,
  { profiles, gaps, waits }: Gathered,
  plan: Plan,
  at: string,
): Candidate {
  const reasons = [...gaps.map(inWords), ...waits.map(describe)];
  if (profiles.length > 0) return enriched(candidate, { kind: 'measured', at, profiles, gaps: reasons }, profiles);
  const because = reasons.join('; ') || whyNobodyWasAsked(sources, candidate, plan);
  return { ...candidate, metrics: { kind: 'unreachable', at, because } };
}

function whyNobodyWasAsked(sources: Sources, candidate: Candidate, { platforms }: Plan): string {
  const theirs = platforms.filter(
    name => !sources[name] && candidate.profiles.some(({ platform }) => platform === name),
  );
  return theirs.length === 0
    ? `none of their profiles is on ${platforms.join(', ')}`
    : `${theirs.join(', ')} can not be asked: its credentials are not filled in`;
}

const inWords = ({ who, because }: MetricsGap): string => `${who}: ${because}`;
