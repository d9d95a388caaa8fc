import type { Table } from '#shared/aws/table.ts';
import type { MessageName, MessageStore, OutMessage, StoredMessage, ThreadRef } from '#shared/ports/messages.ts';
import { keys } from './keys.ts';
import { messageShape, threadShape } from './shapes/records.ts';

/** EventBridge retries for a day; a week leaves room for replays by hand. */
const eventsKeptS = 7 * 86_400;

export function dynamoMessages(table: Table): MessageStore {
  const outKey = ({ campaignId, influencerId }: ThreadRef, { purpose, number }: MessageName) =>
    keys.outMessage(campaignId, influencerId, purpose, number);
  const putOut = (thread: ThreadRef, message: OutMessage) =>
    table.put(messageShape.item(outKey(thread, message), message));
  const claimed = async (thread: ThreadRef, name: MessageName): Promise<OutMessage | undefined> => {
    const item = await table.get(outKey(thread, name));
    const found = item && messageShape.read(item);
    return found?.direction === 'out' ? found : undefined;
  };

  return {
    async openThreads(threads) {
      await table.putMany(
        threads.flatMap(({ addressHash, ...thread }) => [
          threadShape.item(keys.thread(thread.threadId), thread),
          threadShape.item(keys.threadOfAddress(addressHash, thread.threadId), thread),
        ]),
      );
    },
    async thread(threadId) {
      const item = await table.get(keys.thread(threadId));
      return item && threadShape.read(item);
    },
    async threadOfSesMessage(sesMessageId) {
      const item = await table.get(keys.sesMessage(sesMessageId));
      return item && threadShape.read(item);
    },
    async threadsOfAddress(addressHash) {
      const threads: ThreadRef[] = [];
      for await (const item of table.query({ partition: `ADDRESS#${addressHash}`, prefix: 'THREAD#' }))
        threads.push(threadShape.read(item));
      return threads;
    },
    async claim(thread, message) {
      const key = outKey(thread, message);
      if (await table.putIf(messageShape.item(key, message), { expression: 'attribute_not_exists(PK)' }))
        return { claimed: true };
      const found = await claimed(thread, message);
      if (!found) throw new Error(`claimed message ${key.SK} is gone`);
      return { claimed: false, found };
    },
    claimed,
    reclaim: (thread, message, claimedAt) =>
      table.putIf(messageShape.item(outKey(thread, message), message), {
        expression: '#d.#state = :claimed AND #d.#at = :at',
        names: { '#d': 'data', '#state': 'state', '#at': 'claimedAt' },
        values: { ':claimed': 'claimed', ':at': claimedAt },
      }),
    async markSent(thread, message, sesMessageId, at) {
      await putOut(thread, { ...message, state: 'sent', sentAt: at, sesMessageId });
      await table.put(
        threadShape.item(keys.sesMessage(sesMessageId), {
          threadId: thread.threadId,
          campaignId: thread.campaignId,
          influencerId: thread.influencerId,
        }),
      );
    },
    markRefused: (thread, message, because) => putOut(thread, { ...message, state: 'refused', because }),
    rewrite: putOut,
    knowsEvent: async key => (await table.get(keys.mailEvent(key))) !== undefined,
    isNewEvent: (key, at) =>
      table.putIf(
        { ...keys.mailEvent(key), kind: 'mail-event', expiresAt: Math.floor(Date.parse(at) / 1000) + eventsKeptS },
        { expression: 'attribute_not_exists(PK)' },
      ),
    async receive({ campaignId, influencerId }, message) {
      const key = keys.inMessage(campaignId, influencerId, message.id);
      if (await table.putIf(messageShape.item(key, message), { expression: 'attribute_not_exists(PK)' })) return 'new';
      const found = await table.get(key);
      const known = found && messageShape.read(found);
      // Kept, but whoever was handling it died: do it again, every effect counts once.
      return known?.direction === 'in' && known.handledAt !== undefined ? 'handled' : 'new';
    },
    async markHandled({ campaignId, influencerId }, message, at) {
      const key = keys.inMessage(campaignId, influencerId, message.id);
      await table.put(messageShape.item(key, { ...message, handledAt: at }));
    },
    async list({ campaignId, influencerId }) {
      const messages: StoredMessage[] = [];
      for await (const item of table.query({
        partition: `COLLABORATION#${campaignId}#${influencerId}`,
        prefix: 'MESSAGE#',
      }))
        messages.push(messageShape.read(item));
      return messages.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
    },
    async keepUnmatched({ because, ...message }) {
      await table.put({ ...messageShape.item(keys.unmatched(message.at, message.id), message), because });
    },
  };
}

const timeOf = (message: StoredMessage): string =>
  message.direction === 'in' ? message.at : (message.sentAt ?? message.claimedAt);
