import * as z from 'zod';
import type { Item, Key, Table } from '#shared/aws/table.ts';
import type { Assignment, UnmatchedMail, UnmatchedStore } from '#shared/ports/messages.ts';
import { messageShape } from './shapes/records.ts';
import { optional, text } from './shapes/values.ts';

const partition = 'UNMATCHED';

/** What was dealt with is kept a month, for questions. */
const keptS = 30 * 86_400;

/** Beside the message itself; items of before have `because` only. */
const noted = z.object({
  because: text,
  assigned: optional(z.object({ campaignId: text, influencerId: text, by: text, at: text })),
  doneAt: optional(text),
});

export function dynamoUnmatched(table: Table): UnmatchedStore {
  const find = async (listId: string) => {
    const key = keyOf(listId);
    const item = key && (await table.get(key));
    return item && readUnmatched(item);
  };
  return {
    find,
    async open(limit) {
      const open: UnmatchedMail[] = [];
      for await (const item of table.query({ partition, newestFirst: true })) {
        if (item.doneAt === undefined) open.push(readUnmatched(item));
        if (open.length === limit) break;
      }
      return open;
    },
    async assign(listId, assignment) {
      const { campaignId, influencerId } = assignment;
      const written = await table.update(requiredKey(listId), {
        UpdateExpression: 'SET #assigned = :assigned',
        // Somewhere else than before is another person's second thought; the same place again is the same attempt.
        ConditionExpression:
          'attribute_not_exists(#assigned) OR #assigned.#c <> :campaignId OR #assigned.#i <> :influencerId',
        ExpressionAttributeNames: { '#assigned': 'assigned', '#c': 'campaignId', '#i': 'influencerId' },
        ExpressionAttributeValues: {
          ':assigned': assignment,
          ':campaignId': campaignId,
          ':influencerId': influencerId,
        },
      });
      const before: Assignment | undefined = written ? undefined : (await find(listId))?.assigned;
      return before ?? assignment;
    },
    async close(listId, { at, by }) {
      await table.update(requiredKey(listId), {
        UpdateExpression: 'SET #done = :at, #by = :by, #expires = :expires',
        ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#done)',
        ExpressionAttributeNames: { '#done': 'doneAt', '#by': 'doneBy', '#expires': 'expiresAt' },
        ExpressionAttributeValues: {
          ':at': at,
          ':by': by,
          ':expires': Math.floor(Date.parse(at) / 1000) + keptS,
        },
      });
    },
  };
}

export function readUnmatched(item: Item): UnmatchedMail {
  const message = messageShape.read(item);
  if (message.direction !== 'in') throw new Error('unmatched mail came in');
  return { ...message, ...noted.parse(item), listId: Buffer.from(String(item.SK)).toString('base64url') };
}

/** Undefined where the id is none of ours. */
function keyOf(listId: string): Key | undefined {
  const SK = Buffer.from(listId, 'base64url').toString('utf8');
  return SK.includes('#') ? { PK: partition, SK } : undefined;
}

function requiredKey(listId: string): Key {
  const key = keyOf(listId);
  if (!key) throw new Error(`${listId} names no unmatched mail`);
  return key;
}
