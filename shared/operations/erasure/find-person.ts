import { addressHash } from '#shared/domain/address.ts';
import { joinTraces, namedInCandidate, namedInCollaboration, type Traces } from '#shared/domain/erasure.ts';
import { identify } from '#shared/domain/import/identity.ts';
import { sendableAddress } from '#shared/domain/listening/mail-address.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { Fault } from '#shared/errors.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore, RosterStore } from '#shared/ports/candidates.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { MessageStore } from '#shared/ports/messages.ts';

export interface FindDeps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly collaborations: CollaborationStore;
  readonly messages: MessageStore;
  readonly roster: RosterStore;
  readonly sign: Sign;
}

/** Who is meant, as somebody says it. */
export interface Person {
  readonly address?: string | undefined;
  readonly influencerId?: string | undefined;
}

/** Campaigns asked for a candidate at the same time. */
const atOnce = 25;

/** Whom an address or an id names. Faults: invalid-request; conflict where an address stands for several people. */
export async function whoIs(
  deps: FindDeps,
  { address, influencerId }: Person,
): Promise<Pick<Traces, 'influencerIds' | 'addressHashes' | 'words'>> {
  if (address === undefined) return { influencerIds: [influencerId ?? ''], addressHashes: [], words: [] };
  const mailbox = sendableAddress(address);
  if (mailbox === undefined)
    throw new Fault('invalid-request', 'The person can not be found.', {
      fields: [{ pointer: '/address', detail: 'is no e-mail address' }],
    });
  const hash = addressHash(mailbox, deps.sign);
  const users = await usersOf(deps, hash);
  if (influencerId !== undefined) {
    const isOwn = users.every(user => user === influencerId);
    return { influencerIds: [influencerId], addressHashes: isOwn ? [hash] : [], words: isOwn ? [mailbox] : [] };
  }
  if (users.length > 1)
    throw new Fault('conflict', `Several influencers use this address: name one of them (${users.join(', ')}).`);
  // Nobody we know: a list that brings this address later is refused by the same id.
  const [id = identify([`address:${hash}`], new Map())] = users;
  return { influencerIds: [id], addressHashes: [hash], words: [mailbox] };
}

/** Everybody who is reached by an address. */
async function usersOf({ roster, messages }: FindDeps, hash: string): Promise<string[]> {
  const [known, threads] = await Promise.all([roster.lookup([`address:${hash}`]), messages.threadsOfAddress(hash)]);
  return [...new Set([...known.values(), ...threads].map(user => user.influencerId))];
}

/** Everything by which somebody can be found, with the campaigns that know them. */
export async function tracesOf(deps: FindDeps, start: Partial<Traces>): Promise<Traces> {
  const ids = start.influencerIds ?? [];
  const found: Named[] = [];
  for await (const campaigns of campaignPages(deps.campaigns))
    found.push(...(await Promise.all(campaigns.map(campaign => inCampaign(deps, campaign, ids)))).flat());
  const hashes = [...new Set(found.flatMap(one => one.hashes))];
  const addressHashes: string[] = [];
  // An agency's address, by which others are reached too, is not silenced for one of them.
  for (const hash of hashes)
    if ((await usersOf(deps, hash)).every(user => ids.includes(user))) addressHashes.push(hash);
  return joinTraces([start, { addressHashes }, ...found.map(one => one.traces)]);
}

interface Named {
  readonly traces: Partial<Traces>;
  /** Of addresses that may be others' as well. */
  readonly hashes: readonly string[];
}

async function inCampaign(
  { candidates, collaborations, sign }: FindDeps,
  { campaignId, spec }: Campaign,
  ids: readonly string[],
): Promise<Named[]> {
  const campaignIds = [campaignId];
  const found: Named[] = (await candidates.getMany(campaignId, ids)).map(candidate => {
    const { emails, ...named } = namedInCandidate(candidate);
    return { traces: { campaignIds, ...named }, hashes: emails.map(email => addressHash(email, sign)) };
  });
  for (const id of ids) {
    const one = await collaborations.find(campaignId, id);
    if (!one) continue;
    const named = namedInCollaboration(one, spec.tracking.shop?.domain);
    found.push({ traces: { campaignIds, ...named }, hashes: [one.addressHash] });
  }
  return found;
}

export async function* campaignPages(campaigns: CampaignStore): AsyncGenerator<readonly Campaign[]> {
  let cursor: string | undefined;
  do {
    const page = await campaigns.list({ limit: atOnce, cursor });
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
