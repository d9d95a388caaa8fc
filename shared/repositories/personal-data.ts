import type { Item, Table } from '#shared/aws/table.ts';
import type { Traces } from '#shared/domain/erasure.ts';
import { rosterKey } from '#shared/domain/import/identity.ts';
import { profileKey } from '#shared/domain/import/profile.ts';
import type { HeldItem, HeldKind, PersonalDataStore } from '#shared/ports/erasures.ts';
import { keys } from './keys.ts';
import { collaborationShape } from './shapes/collaboration.ts';
import {
  attentionShape,
  callShape,
  connectionShape,
  couponShape,
  knownShape,
  messageShape,
  threadShape,
} from './shapes/records.ts';
import { readUnmatched } from './unmatched.ts';

/** Entries of a timeline that say what was paid and that it was erased; both name nobody. */
const keptEvents = ['#settled', '#erased'];

/**
 * Where a person stands in the table, as items that go as a whole. What stays without them (their collaborations, counts of posts,
 * orders) is rewritten by shared/operations/erasure. `hashOf` tells whose address a mail came from.
 */
export function dynamoPersonalData(table: Table, hashOf: (address: string) => string): PersonalDataStore {
  return {
    async *held(traces) {
      for (const influencerId of traces.influencerIds) {
        yield* followerHistories(table, influencerId);
        for (const campaignId of traces.campaignIds) yield* inCampaign(table, campaignId, influencerId, traces);
      }
      for (const campaignId of traces.campaignIds) yield* ofCampaign(table, campaignId, traces);
      for (const hash of traces.addressHashes) yield* threadsOf(table, hash, traces);
      yield* byProfile(table, traces);
      yield* byCoupon(table, traces);
      yield* unmatched(table, traces, hashOf);
    },
    remove: items => table.removeMany(items.map(({ key }) => key)),
  };
}

const itemOf = (kind: HeldKind, item: Item, rawKey?: string): HeldItem => ({
  kind,
  key: { PK: String(item.PK), SK: String(item.SK) },
  ...(rawKey !== undefined && { rawKey }),
});

async function* followerHistories(table: Table, influencerId: string): AsyncGenerator<HeldItem> {
  for await (const item of table.query({ partition: `INFLUENCER#${influencerId}`, prefix: 'FOLLOWERS#' }))
    yield itemOf('follower-histories', item);
}

/** One influencer in one campaign: what was found, what happened, what was written. */
async function* inCampaign(
  table: Table,
  campaignId: string,
  influencerId: string,
  { addressHashes }: Traces,
): AsyncGenerator<HeldItem> {
  const candidate = [keys.candidate(campaignId, influencerId), keys.candidateDetails(campaignId, influencerId)];
  for (const item of await table.getMany(candidate)) yield itemOf('candidates', item);
  const partition = `COLLABORATION#${campaignId}#${influencerId}`;
  for await (const item of table.query({ partition, prefix: 'EVENT#' }))
    if (!keptEvents.some(name => String(item.SK).endsWith(name))) yield itemOf('timelines', item);
  for await (const item of table.query({ partition, prefix: 'MESSAGE#' })) {
    const message = messageShape.read(item);
    if (message.direction === 'out' && message.sesMessageId !== undefined)
      yield { kind: 'threads', key: keys.sesMessage(message.sesMessageId) };
    yield itemOf('messages', item, message.direction === 'in' ? message.rawKey : undefined);
  }
  const found = await table.get(keys.collaboration(campaignId, influencerId));
  if (!found) return;
  const { threadId, addressHash } = collaborationShape.read(found);
  // Of an address that others share only this thread goes; threadsOf finds those of their own.
  const shared = addressHashes.includes(addressHash) ? [] : [keys.threadOfAddress(addressHash, threadId)];
  const threads = [keys.thread(threadId), ...shared];
  for (const item of await table.getMany(threads)) yield itemOf('threads', item);
}

/** What a campaign holds about everybody in it. */
async function* ofCampaign(table: Table, campaignId: string, { influencerIds }: Traces): AsyncGenerator<HeldItem> {
  const partition = `CAMPAIGN#${campaignId}`;
  for await (const item of table.query({ partition, prefix: 'ATTENTION#' })) {
    const { influencerId } = attentionShape.read(item);
    if (influencerId !== undefined && influencerIds.includes(influencerId)) yield itemOf('attention', item);
  }
  for await (const item of table.query({ partition, prefix: 'CALL#' }))
    if (influencerIds.includes(callShape.read(item).influencerId)) yield itemOf('calls', item);
}

async function* threadsOf(table: Table, hash: string, { influencerIds }: Traces): AsyncGenerator<HeldItem> {
  for await (const item of table.query({ partition: `ADDRESS#${hash}`, prefix: 'THREAD#' }))
    if (influencerIds.includes(threadShape.read(item).influencerId)) yield itemOf('threads', item);
}

async function* byProfile(table: Table, { profiles, influencerIds }: Traces): AsyncGenerator<HeldItem> {
  for (const item of await table.getMany(profiles.map(ref => keys.known(rosterKey(ref)))))
    if (influencerIds.includes(knownShape.read(item).influencerId)) yield itemOf('known-profiles', item);
  // One that was forgotten is an empty item under the profile's name.
  for (const item of await table.getMany(profiles.map(ref => keys.connection(profileKey(ref)))))
    if (item.data === undefined || influencerIds.includes(connectionShape.read(item).influencerId))
      yield itemOf('connections', item);
}

async function* byCoupon(table: Table, { coupons, influencerIds }: Traces): AsyncGenerator<HeldItem> {
  for (const item of await table.getMany(coupons.map(({ shop, code }) => keys.coupon(shop, code))))
    if (influencerIds.includes(couponShape.read(item).influencerId)) yield itemOf('coupons', item);
}

async function* unmatched(
  table: Table,
  { influencerIds, addressHashes }: Traces,
  hashOf: (address: string) => string,
): AsyncGenerator<HeldItem> {
  for await (const item of table.query({ partition: 'UNMATCHED' })) {
    const { from, rawKey, assigned } = readUnmatched(item);
    const isTheirs = assigned !== undefined && influencerIds.includes(assigned.influencerId);
    if (isTheirs || addressHashes.includes(hashOf(from))) yield itemOf('unmatched-mails', item, rawKey);
  }
}
