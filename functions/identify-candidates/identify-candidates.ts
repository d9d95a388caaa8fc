import type { SourceSpec } from '#shared/contracts/campaign-spec.ts';
import type { Input, Output } from '#shared/contracts/functions.ts';
import { addressHash } from '#shared/domain/address.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { Candidate, FoundProfile, RejectedRow } from '#shared/domain/candidate.ts';
import { identify } from '#shared/domain/import/identity.ts';
import { type FoundPerson, mergeFound } from '#shared/domain/import/merge-found.ts';
import type { Sign } from '#shared/domain/thread.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore, RosterStore } from '#shared/ports/candidates.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { readSource } from './read-source.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly roster: RosterStore;
  readonly files: FileStore;
  readonly sign: Sign;
}

/** Rejected rows that are kept for people to read; all of them are counted. */
const shownRejections = 50;
/** Candidates written at once: four BatchWriteItem calls. */
const writeBatch = 100;

/** Reads all sources, merges people found twice and writes them as candidates; bad rows are reported and stop nothing. */
export const identifyCandidates =
  (deps: Deps) =>
  async ({ campaignId, at }: Input<'identify-candidates'>): Promise<Output<'identify-candidates'>> => {
    const { spec } = await deps.campaigns.get(campaignId);
    const { found, rejected } = await readAll(deps.files, spec.sources);
    const people = mergeFound(found);
    const keysOf = keysAmong(people, deps.sign);
    const known = await deps.roster.lookup([...new Set(people.flatMap(keysOf))]);

    const remember = new Map<string, string>();
    const candidates = people.map(person => {
      const keys = keysOf(person);
      const influencerId = identify(keys, known);
      for (const key of keys) if (!known.has(key)) remember.set(key, influencerId);
      return toCandidate(person, campaignId, influencerId, at);
    });
    const distinct = [...new Map(candidates.map(candidate => [candidate.influencerId, candidate])).values()];

    await deps.roster.remember(remember);
    for (let from = 0; from < distinct.length; from += writeBatch)
      await deps.candidates.putAll(distinct.slice(from, from + writeBatch));
    const itemsKey = `items/${campaignId}/candidates.jsonl`;
    await deps.files.write(
      itemsKey,
      distinct.map(({ influencerId }) => JSON.stringify({ influencerId })).join('\n'),
      'application/jsonl',
    );
    const counts = {
      rows: found.length + rejected.length,
      rejectedRows: rejected.length,
      duplicates: found.length - distinct.length,
      candidates: distinct.length,
    };
    const rejectedRows = rejected.slice(0, shownRejections);
    await deps.campaigns.change(campaignId, { status: 'measuring', rejectedRows, counts }, liveStatuses);
    return { candidates: distinct.length, itemsKey };
  };

async function readAll(files: FileStore, sources: readonly SourceSpec[]) {
  const found: FoundProfile[] = [];
  const rejected: RejectedRow[] = [];
  for (const source of sources)
    for await (const reading of readSource(files, source))
      if ('found' in reading) found.push(reading.found);
      else rejected.push(reading.rejected);
  return { found, rejected };
}

/** By which a person is known in every campaign. Addresses only as a hash; one that several people share is an agency's. */
function keysAmong(people: readonly FoundPerson[], sign: Sign): (person: FoundPerson) => string[] {
  const hashOf = ({ contact }: FoundPerson) => contact && addressHash(contact.email, sign);
  const owners = Map.groupBy(people, hashOf);
  return person => {
    const hash = hashOf(person);
    const isOwn = hash !== undefined && owners.get(hash)?.length === 1;
    return [
      ...person.profiles.map(({ platform, handle }) => `profile:${platform}:${handle}`),
      ...(isOwn ? [`address:${hash}`] : []),
    ];
  };
}

function toCandidate(person: FoundPerson, campaignId: string, influencerId: string, at: string): Candidate {
  const { contact, evidence: _, name, ...facts } = person;
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
        basis: 'published-business-address' as const,
      },
    }),
  };
}
