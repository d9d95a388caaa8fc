import type { Candidate, MetricsState } from '../domain/candidate.ts';
import type { Known } from '../domain/import/identity.ts';
import type { Page, PageRequest } from './page.ts';

/** Without what was found and observed, which is most of a candidate and kept apart: a list of thousands is read for little. */
export type ListedCandidate = Omit<Candidate, 'metrics' | 'evidence'> & {
  readonly metrics?: Pick<MetricsState, 'kind' | 'at'>;
};

export interface CandidateStore {
  /** Writes whole candidates, in batches. */
  putAll(candidates: readonly Candidate[]): Promise<void>;
  /** Writes what is thought of them (score, rank), not what was found and observed; that must be as it was read. */
  putJudged(candidates: readonly Candidate[]): Promise<void>;
  /** In the order asked; unknown ids are left out. */
  getMany(campaignId: string, influencerIds: readonly string[]): Promise<Candidate[]>;
  /** All of a campaign. */
  all(campaignId: string): AsyncIterable<ListedCandidate>;
  byScore(campaignId: string, request: PageRequest): Promise<Page<Candidate>>;
  /** Best scores first, page after page. */
  bestFirst(campaignId: string): AsyncIterable<ListedCandidate>;
}

/** Who is known already: the same profile or address is the same influencer in every campaign. */
export interface RosterStore {
  /** What is known by each key (`profile:instagram:meera`, `address:<hash>`); unknown ones are left out. */
  lookup(keys: readonly string[]): Promise<Map<string, Known>>;
  remember(known: ReadonlyMap<string, Known>): Promise<void>;
}
