import type { Candidate, MetricsGap } from '#shared/domain/candidate.ts';
import { profileKey } from '#shared/domain/import/profile.ts';
import type { ProfileMetrics, ProfileRef } from '#shared/domain/influencer.ts';
import type { ProfileReportSource, ReportAnswer } from '#shared/ports/platforms.ts';
import type { Origins, Plan } from './measure.ts';

/** Who keeps us waiting, and how. */
export interface Wait {
  readonly who: string;
  readonly answer: Extract<ReportAnswer, { kind: 'throttled' | 'broken' | 'pending' }>;
}

/** All that is known of a candidate after one more round of asking. */
export interface Gathered {
  readonly profiles: readonly ProfileMetrics[];
  readonly gaps: readonly MetricsGap[];
  readonly waits: readonly Wait[];
  readonly reportAskedAt?: string;
}

/** Asks for what earlier rounds left open; what is known or was refused for good is not asked for again. */
export async function gather(
  { sources, vendor }: Origins,
  candidate: Candidate,
  plan: Plan,
  at: string,
): Promise<Gathered> {
  const before = candidate.metrics?.kind === 'waiting' ? candidate.metrics : undefined;
  const refs = candidate.profiles.filter(({ platform }) => plan.platforms.includes(platform));
  const profiles = [...(before?.profiles ?? [])];
  const gaps = [...(before?.gaps ?? [])];
  const waits: Wait[] = [];
  const take = (who: string, answer: ReportAnswer) => {
    if (answer.kind === 'found') {
      profiles.push(answer.metrics);
      gaps.push(...(answer.gaps ?? []).map(because => ({ who, kind: 'partly' as const, because })));
    } else if (answer.kind === 'missing' || answer.kind === 'refused') {
      gaps.push({ who, kind: answer.kind, because: answer.because });
    } else waits.push({ who, answer });
  };

  for (const ref of refs) {
    const source = sources[ref.platform];
    const who = profileKey(ref);
    if (!source || isAnswered(who, gaps) || profiles.some(isFrom(source.id, ref))) continue;
    const { feedUrl } = candidate;
    take(who, await source.metrics(ref, { at: new Date(at), ...(feedUrl !== undefined && { feedUrl }) }));
  }

  const subject = reportSubject(vendor, refs, { profiles, gaps, waits }, plan);
  const askedAt = before?.reportAskedAt;
  if (vendor && subject)
    take(vendor.id, await vendor.report(subject, { at: new Date(at), ...(askedAt !== undefined && { askedAt }) }));
  else if (!vendor && plan.wantsReport !== undefined && !isAnswered(plan.wantsReport, gaps))
    take(plan.wantsReport, { kind: 'refused', because: 'the platform secret has no credentials for it' });

  const isPending = waits.some(({ answer }) => answer.kind === 'pending');
  const reportAskedAt = askedAt ?? (isPending ? at : undefined);
  return { profiles: inOrder(profiles, refs), gaps, waits, ...(reportAskedAt !== undefined && { reportAskedAt }) };
}

/**
 * Reports cost money: one per candidate, for the first profile that the vendor knows, once nobody keeps us waiting for it; none for
 * what is not there, and none for those whom the campaign could not take anyway.
 */
function reportSubject(
  vendor: ProfileReportSource | undefined,
  refs: readonly ProfileRef[],
  { profiles, gaps, waits }: Pick<Gathered, 'profiles' | 'gaps' | 'waits'>,
  { followers, wantsReport }: Plan,
): ProfileRef | undefined {
  const subject = refs.find(({ platform }) => vendor?.platforms.includes(platform));
  if (!vendor || wantsReport === undefined || !subject) return undefined;
  if (isAnswered(vendor.id, gaps) || profiles.some(isFrom(vendor.id, subject))) return undefined;
  const who = profileKey(subject);
  const isGone = gaps.some(gap => gap.who === who && gap.kind === 'missing');
  if (isGone || waits.some(wait => wait.who === who)) return undefined;
  const count = profiles.find(({ profile }) => profileKey(profile) === who)?.followers;
  return count === undefined || (count >= followers.min && count <= followers.max) ? subject : undefined;
}

const isAnswered = (who: string, gaps: readonly MetricsGap[]): boolean =>
  gaps.some(gap => gap.who === who && gap.kind !== 'partly');

const isFrom =
  (source: string, ref: ProfileRef) =>
  (one: ProfileMetrics): boolean =>
    one.source === source && profileKey(one.profile) === profileKey(ref);

/** As the campaign prefers the profiles; of each, the platform's own word before the vendor's. */
function inOrder(profiles: readonly ProfileMetrics[], refs: readonly ProfileRef[]): ProfileMetrics[] {
  const place = ({ profile, reported }: ProfileMetrics) =>
    2 * refs.findIndex(ref => profileKey(ref) === profileKey(profile)) + Number(reported !== undefined);
  return profiles.toSorted((a, b) => place(a) - place(b));
}
