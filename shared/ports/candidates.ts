import type { Candidate } from '../domain/candidate.ts';
import type { Known } from '../domain/import/identity.ts';
import type { Page, PageRequest } from './page.ts';

export interface CandidateStore {
  /** Writes whole candidates, in batches. */
  putAll(candidates: readonly Candidate[]): Promise<void>;
  /** In the order asked; unknown ids are left out. */
  getMany(campaignId: string, influencerIds: readonly string[]): Promise<Candidate[]>;
  /** All of a campaign. */
  all(campaignId: string): AsyncIterable<Candidate>;
  byScore(campaignId: string, request: PageRequest): Promise<Page<Candidate>>;
  /** Best scores first, page after page. */
  bestFirst(campaignId: string): AsyncIterable<Candidate>;
}

/** Who is known already: the same profile or address is the same influencer in every campaign. */
export interface RosterStore {
  /** What is known by each key (`profile:instagram:meera`, `address:<hash>`); unknown ones are left out. */
  lookup(keys: readonly string[]): Promise<Map<string, Known>>;
  remember(known: ReadonlyMap<string, Known>): Promise<void>;
}
