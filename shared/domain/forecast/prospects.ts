import type { Candidate, FoundProfile } from '../candidate.ts';
import { type FoundPerson, mergeFound } from '../import/merge-found.ts';
import type { ScoringBrief } from '../scoring/brief.ts';
import { scoreCandidate } from '../scoring/scoring.ts';
import type { Prospect } from './plan.ts';

/** What measuring a profile may still find out. */
const mayBeLifted = /^no (?:address to write to|metrics)/;

/**
 * Whom the sources name and nothing rules out, scored on what the sources say of them. Who lacks an address or numbers may still
 * turn out to fit.
 */
export const prospectsAmong = (found: Iterable<FoundProfile>, brief: ScoringBrief, at: string): Prospect[] =>
  mergeFound(found).flatMap((person, index) => {
    const candidate = unmeasured(person, String(index), at);
    const score = scoreCandidate(candidate, brief, at);
    const isOut = score.exclusions.some(reason => !mayBeLifted.test(reason));
    const isCertain = score.exclusions.length === 0;
    return isOut ? [] : [{ influencerId: candidate.influencerId, score: { ...score, exclusions: [] }, isCertain }];
  });

/** A candidate whose platforms told us nothing: the list's own numbers stand in. */
const unmeasured = ({ contact, evidence: _, ...person }: FoundPerson, influencerId: string, at: string): Candidate => ({
  ...person,
  campaignId: '',
  influencerId,
  name: person.name ?? influencerId,
  metrics: { kind: 'unreachable', at, because: 'not measured yet' },
  ...(contact && {
    contact: {
      email: contact.email,
      source: contact.sighting.source,
      obtainedAt: at,
      basis: 'published-business-address',
    },
  }),
});
