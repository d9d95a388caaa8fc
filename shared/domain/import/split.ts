import type { Candidate, FoundProfile, MetricsState } from '../candidate.ts';
import type { ProfileRef } from '../influencer.ts';
import { divide } from './divide.ts';
import { identify, type Known, rosterKey } from './identity.ts';
import { toPerson } from './merge-found.ts';
import { toCandidate } from './to-candidate.ts';

export interface Split {
  /** Keeps the id and its place. */
  readonly stays: Candidate;
  readonly leaves: Candidate;
  /** What the roster must remember, so that no later import merges them again. */
  readonly known: ReadonlyMap<string, Known>;
}

/**
 * Takes a merge back: the profiles named are somebody else. Both get what the rows say that each was found in; a row that names both
 * leaves its facts with its first profile.
 */
export function splitCandidate(
  candidate: Candidate,
  leaving: readonly ProfileRef[],
  known: ReadonlyMap<string, Known>,
  at: string,
): Split | { readonly refused: string } {
  const leavingKeys = new Set(leaving.map(rosterKey));
  const all = candidate.profiles.map(rosterKey);
  const strange = leaving.find(ref => !all.includes(rosterKey(ref)));
  if (strange) return { refused: `${candidate.name} has no profile ${strange.platform}:${strange.handle}` };
  const stayingKeys = all.filter(key => !leavingKeys.has(key));
  if (leavingKeys.size === 0 || stayingKeys.length === 0)
    return { refused: 'name some of their profiles, but not all: the others stay' };

  const people = divide(rowsOf(candidate), (a, b) => leavingKeys.has(a) !== leavingKeys.has(b));
  const isLeaving = (rows: readonly FoundProfile[]) =>
    rows.some(({ profiles }) => profiles.some(ref => leavingKeys.has(rosterKey(ref))));
  const { campaignId, influencerId } = candidate;
  const newId = identify([...leavingKeys], new Map(), new Set([influencerId]));
  const part = (rows: readonly FoundProfile[][], id: string) => ({
    ...toCandidate(toPerson(rows.flat()), { campaignId, influencerId: id, at }),
  });
  const stays = part(
    people.filter(rows => !isLeaving(rows)),
    influencerId,
  );
  const leaves = part(people.filter(isLeaving), newId);
  return {
    stays: { ...withMetrics(stays, candidate), raw: candidate.raw, ...rankOf(candidate) },
    leaves: withMetrics(leaves, candidate),
    known: new Map([
      ...stayingKeys.map(key => [key, apart(influencerId, known.get(key), [...leavingKeys])] as const),
      ...[...leavingKeys].map(key => [key, apart(newId, known.get(key), stayingKeys)] as const),
    ]),
  };
}

const apart = (influencerId: string, before: Known | undefined, keys: readonly string[]): Known => ({
  influencerId,
  apart: [...new Set([...(before?.apart ?? []), ...keys])],
});

const rankOf = ({ shortlistRank }: Candidate) => (shortlistRank === undefined ? {} : { shortlistRank });

/** The rows that a candidate was found in; profiles beyond those that are kept are rows of their own. */
function rowsOf(candidate: Candidate): FoundProfile[] {
  const { evidence, profiles, name, contact, feedUrl, country, city, languages, topics, claimed, raw } = candidate;
  const sighting = candidate.sightings[0] ?? { source: 'candidate', line: 1 };
  if (!evidence) {
    const facts = {
      name,
      ...(contact && { email: contact.email, basis: contact.basis }),
      ...(feedUrl !== undefined && { feedUrl }),
      ...(country !== undefined && { country }),
      ...(city !== undefined && { city }),
    };
    return [{ ...facts, profiles, languages, topics, claimed, raw, sighting }];
  }
  const named = new Set(evidence.flatMap(row => row.profiles.map(rosterKey)));
  const bare = { languages: [], topics: [], claimed: {}, raw: {}, sighting };
  return [
    ...evidence,
    ...profiles.filter(ref => !named.has(rosterKey(ref))).map(ref => ({ ...bare, profiles: [ref] })),
  ];
}

/** What was measured of the profiles that each keeps. */
function withMetrics(part: Candidate, { metrics }: Candidate): Candidate {
  const own = new Set(part.profiles.map(rosterKey));
  const of = <M extends Extract<MetricsState, { profiles: unknown }>>(state: M): Candidate => {
    const profiles = state.profiles.filter(({ profile }) => own.has(rosterKey(profile)));
    return profiles.length === 0 ? part : { ...part, metrics: { ...state, profiles } };
  };
  return metrics === undefined || metrics.kind === 'unreachable' ? part : of(metrics);
}
