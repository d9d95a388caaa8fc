import type { Candidate, FoundProfile } from '../candidate.ts';
import type { FoundPerson } from './merge-found.ts';

/** Rows kept with a candidate who was merged from several: enough to see why, and to split them again. */
const keptEvidence = 20;

/** A person as one campaign considers them. */
export function toCandidate(
  person: FoundPerson,
  { campaignId, influencerId, at }: { readonly campaignId: string; readonly influencerId: string; readonly at: string },
): Candidate {
  const { contact, evidence, name, history, ...facts } = person;
  const [first] = person.profiles;
  return {
    ...facts,
    campaignId,
    influencerId,
    name: name ?? first?.handle ?? influencerId,
    ...(contact && {
      contact: {
        email: contact.email,
        source: `${contact.sighting.source} line ${contact.sighting.line}`,
        obtainedAt: at,
        basis: contact.basis ?? ('published-business-address' as const),
      },
    }),
    ...(evidence.length > 1 && { evidence: evidence.slice(0, keptEvidence).map(withoutRaw) }),
    ...(history.length > 0 && { history }),
  };
}

/** The candidate keeps it already, once. */
const withoutRaw = (row: FoundProfile): FoundProfile => ({ ...row, raw: {} });
