import type { FoundProfile } from '#shared/domain/candidate.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { type EarlierCollaboration, historyValue, newestFirst } from '#shared/domain/import/history.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import { money } from '#shared/domain/money.ts';
import type { Brought } from '#shared/domain/report/input.ts';
import { endOfDay } from '#shared/domain/time.ts';
import { type ResultDeps, resultsOf } from '#shared/operations/results.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { SuppressionStore } from '#shared/ports/sending.ts';
import type { SourceReading } from './read-source.ts';

export interface RosterDeps extends ResultDeps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly suppressions: SuppressionStore;
}

interface Member {
  /** The newest one that came to terms. */
  readonly last: Collaboration;
  readonly history: readonly EarlierCollaboration[];
  readonly excluded?: string;
}

/** A reason shown in lists is no longer than this. */
const reasonCharacters = 300;

/**
 * Whom this brand worked with before, with what came of it. Who was excluded in a campaign is not brought back; nobody whose address is
 * suppressed (complaint, opt-out, bounce) becomes a candidate from another source either.
 */
export async function readRoster(deps: RosterDeps, campaign: Campaign, source: string): Promise<SourceReading[]> {
  const readings: SourceReading[] = [];
  let line = 0;
  for (const [influencerId, { last, history, excluded }] of await membersOf(deps, campaign)) {
    const sighting = { source, line: ++line };
    const suppressed = await deps.suppressions.find(last.addressHash);
    const isBarred = suppressed !== undefined || last.erasedAt !== undefined;
    const because = isBarred ? `${last.name} may not be written to any more (${suppressed ?? 'erasure'})` : excluded;
    if (because !== undefined) readings.push({ rejected: { ...sighting, because } });
    if (isBarred && because !== undefined) readings.push({ barred: influencerId, because });
    if (because !== undefined) continue;
    const found = await asFound(deps, last, history, sighting);
    readings.push({ found });
  }
  return readings;
}

async function asFound(
  { candidates }: RosterDeps,
  last: Collaboration,
  history: readonly EarlierCollaboration[],
  sighting: { readonly source: string; readonly line: number },
): Promise<FoundProfile> {
  const [then] = await candidates.getMany(last.campaignId, [last.influencerId]);
  const reason = historyValue(history)?.reason.slice(0, reasonCharacters);
  return {
    name: last.name,
    profiles: accountFirst(last.profile, then?.profiles ?? []),
    email: last.contact.email,
    basis: 'earlier-collaboration',
    ...(then?.feedUrl !== undefined && { feedUrl: then.feedUrl }),
    ...(then?.country !== undefined && { country: then.country }),
    ...(then?.city !== undefined && { city: then.city }),
    languages: then?.languages ?? [last.language],
    topics: then?.topics ?? [],
    claimed: {},
    sighting: { ...sighting, ...(reason !== undefined && { tag: reason }) },
    raw: {},
    history,
  };
}

const accountFirst = (first: ProfileRef, all: readonly ProfileRef[]): ProfileRef[] => [
  first,
  ...all.filter(({ platform, handle }) => platform !== first.platform || handle !== first.handle),
];

/** Everybody who came to terms in an earlier campaign of the same brand, in the order of their ids. */
async function membersOf(deps: RosterDeps, campaign: Campaign): Promise<[string, Member][]> {
  const collaborations = new Map<string, { one: Collaboration; earlier: EarlierCollaboration }[]>();
  for await (const before of campaignsOfBrand(deps.campaigns, campaign)) {
    const results = await resultsOf(deps, before);
    for (const one of results.collaborations) {
      const all = collaborations.get(one.influencerId) ?? [];
      all.push({ one, earlier: earlierOf(before, one, results.brought.get(one.influencerId)) });
      collaborations.set(one.influencerId, all);
    }
  }
  return [...collaborations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([influencerId, all]) => {
      const newest = all.toSorted((a, b) => (a.one.since < b.one.since ? 1 : -1));
      const last = newest.find(({ one }) => 'terms' in one)?.one;
      const excluded = newest.find(({ one }) => one.status === 'excluded');
      if (!last) return [];
      const member: Member = {
        last,
        history: newestFirst(all.map(({ earlier }) => earlier)),
        ...(excluded && {
          excluded: `${last.name} was excluded from ${excluded.earlier.campaign}: ${becauseOf(excluded.one)}`,
        }),
      };
      return [[influencerId, member] satisfies [string, Member]];
    });
}

const becauseOf = (one: Collaboration): string => ('because' in one ? one.because : 'no reason is kept');

function earlierOf(
  { campaignId, spec, budget }: Campaign,
  one: Collaboration,
  brought: Brought | undefined,
): EarlierCollaboration {
  const { likes, comments } = brought ?? {};
  const cost = 'payout' in one ? one.payout : 'terms' in one ? one.terms.fee : undefined;
  const lastDay = endOfDay(spec.brief.postBetween.to, spec.period.timeZone);
  return {
    campaignId,
    campaign: spec.name,
    status: one.status,
    at: one.since,
    ...(cost && { cost }),
    ...((likes !== undefined || comments !== undefined) && { engagements: (likes ?? 0) + (comments ?? 0) }),
    orders: brought?.orders ?? 0,
    revenue: brought?.revenue ?? money(0, budget.currency),
    ...('post' in one && { onTime: one.post.publishedAt <= lastDay }),
  };
}

async function* campaignsOfBrand(campaigns: CampaignStore, now: Campaign): AsyncGenerator<Campaign> {
  let cursor: string | undefined;
  do {
    const page = await campaigns.list({ limit: 100, cursor });
    for (const one of page.items) if (one.campaignId !== now.campaignId && brandKey(one) === brandKey(now)) yield one;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

const brandKey = ({ spec }: Campaign): string => spec.brand.name.trim().toLowerCase();
