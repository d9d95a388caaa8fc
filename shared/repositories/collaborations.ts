import type { Table } from '#shared/aws/table.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { Fault } from '#shared/errors.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import { dueShards, indexes, keys } from './keys.ts';
import { collaborationShape, timelineShape } from './shapes/collaboration.ts';

/** The SDK keeps 50 connections; half of them leaves room for others in the same Lambda. */
const writesAtOnce = 25;

export function dynamoCollaborations(table: Table): CollaborationStore {
  const find = async (campaignId: string, influencerId: string) => {
    const item = await table.get(keys.collaboration(campaignId, influencerId));
    return item && collaborationShape.read(item);
  };
  const inCampaign = (campaignId: string, status?: string) =>
    ({
      index: 'GSI1',
      partition: `CAMPAIGN#${campaignId}#COLLABORATIONS`,
      ...(status !== undefined && { prefix: `${status}#` }),
    }) as const;

  const dueIn = async (shard: number, before: string) => {
    const due: { campaignId: string; influencerId: string }[] = [];
    for await (const item of table.query({ index: 'GSI2', partition: `DUE#${shard}`, before })) {
      const { campaignId, influencerId } = collaborationShape.read(item);
      due.push({ campaignId, influencerId });
    }
    return due;
  };

  return {
    find,
    async get(campaignId, influencerId) {
      const collaboration = await find(campaignId, influencerId);
      if (!collaboration)
        throw new Fault('not-found', `There is no collaboration with ${influencerId} in campaign ${campaignId}.`);
      return collaboration;
    },
    async createAll(collaborations) {
      for (let from = 0; from < collaborations.length; from += writesAtOnce)
        await Promise.all(
          collaborations
            .slice(from, from + writesAtOnce)
            .map(one => table.putIf(toItem(one), { expression: 'attribute_not_exists(PK)' })),
        );
    },
    async replace(next) {
      const stored = { ...next, version: next.version + 1 };
      const written = await table.putIf(toItem(stored), {
        expression: '#d.#v = :read',
        names: { '#d': 'data', '#v': 'version' },
        values: { ':read': next.version },
      });
      return written ? stored : undefined;
    },
    async *ofCampaign(campaignId, status) {
      for await (const item of table.query(inCampaign(campaignId, status))) yield collaborationShape.read(item);
    },
    async page(campaignId, { status, ...request }) {
      const page = await table.page(inCampaign(campaignId, status), request);
      return { ...page, items: page.items.map(collaborationShape.read) };
    },
    async *ofInfluencer(influencerId) {
      for await (const item of table.query({
        partition: `INFLUENCER#${influencerId}`,
        prefix: 'COLLABORATION#',
        newestFirst: true,
      }))
        yield collaborationShape.read(item);
    },
    async *due(before) {
      const shards = Array.from({ length: dueShards }, (_, shard) => shard);
      // All at once: an hour in which nothing is due costs one round trip, not one per shard.
      yield* (await Promise.all(shards.map(shard => dueIn(shard, before)))).flat();
    },
    async record(campaignId, influencerId, entry) {
      const item = timelineShape.item(keys.event(campaignId, influencerId, entry.at, nameOf(entry.event)), entry);
      // A repeated step finds its event done already: that must not overwrite what the event did.
      if (entry.ignored === undefined) await table.put(item);
      else await table.putIf(item, { expression: 'attribute_not_exists(PK)' });
    },
    async timeline(campaignId, influencerId) {
      const entries = [];
      for await (const item of table.query({
        partition: `COLLABORATION#${campaignId}#${influencerId}`,
        prefix: 'EVENT#',
      }))
        entries.push(timelineShape.read(item));
      return entries.toSorted((a, b) => (a.at === b.at ? a.version - b.version : a.at < b.at ? -1 : 1));
    },
  };
}

/** The same event recorded again lands on the same item. */
const nameOf = (event: CollaborationEvent): string =>
  event.kind === 'message-sent' ? `${event.kind}#${event.purpose}#${event.number}` : event.kind;

function toItem(collaboration: Collaboration) {
  const { campaignId, influencerId, status, nextActionAt } = collaboration;
  return collaborationShape.item(keys.collaboration(campaignId, influencerId), collaboration, {
    ...indexes.collaborationByStatus(campaignId, status, influencerId),
    ...(nextActionAt !== undefined && indexes.due(influencerId, nextActionAt)),
  });
}
