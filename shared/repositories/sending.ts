import type { Key, Table } from '#shared/aws/table.ts';
import type { SendingStore, SendRate, SuppressionStore } from '#shared/ports/sending.ts';
import { keys } from './keys.ts';
import { suppressionShape } from './shapes/records.ts';

export function dynamoSuppressions(table: Table): SuppressionStore {
  return {
    async add(addressHash, because, at) {
      // The first reason stays: a later bounce must not hide that the person asked us to stop.
      await table.putIf(suppressionShape.item(keys.suppression(addressHash), { because, at }), {
        expression: 'attribute_not_exists(PK)',
      });
    },
    async find(addressHash) {
      const item = await table.get(keys.suppression(addressHash));
      return item && suppressionShape.read(item).because;
    },
  };
}

/** Counters; places of a day are kept for a month, so that nobody wonders where they went. */
export function dynamoSending(table: Table): SendingStore {
  const count = (key: Key, counter: 'taken' | 'waiting', by: 1 | -1, ifBelow: number, period: string) =>
    table.update(key, {
      UpdateExpression: 'ADD #counter :by SET #expires = :expires',
      ConditionExpression: 'attribute_not_exists(#counter) OR #counter < :limit',
      ExpressionAttributeNames: { '#counter': counter, '#expires': 'expiresAt' },
      ExpressionAttributeValues: { ':by': by, ':limit': ifBelow, ':expires': monthAfter(period) },
    });
  const queue = async (who: string, period: string) => {
    const queued = await count(keys.places(who, period), 'waiting', 1, Number.MAX_SAFE_INTEGER, period);
    return Number(queued?.waiting ?? 1);
  };
  return {
    queue,
    isKnownFull: () => false,
    async takePlace(who, period, cap) {
      const taken = await count(keys.places(who, period), 'taken', 1, cap, period);
      return taken ? { taken: Number(taken.taken) } : { waiting: await queue(who, period) };
    },
    async giveBack(who, period) {
      await count(keys.places(who, period), 'taken', -1, Number.MAX_SAFE_INTEGER, period);
    },
    async daysUsed(sender, day) {
      const item = await table.get(keys.senderDays(sender));
      if (!item) return 0;
      return Number(item.days) - (String(item.lastDay) >= day ? 1 : 0);
    },
    async usedOn(sender, day) {
      await table.update(keys.senderDays(sender), {
        UpdateExpression: 'ADD #days :one SET #last = :day',
        ConditionExpression: 'attribute_not_exists(#last) OR #last < :day',
        ExpressionAttributeNames: { '#days': 'days', '#last': 'lastDay' },
        ExpressionAttributeValues: { ':one': 1, ':day': day },
      });
    },
    async countEvent(day, kind) {
      await table.update(keys.mailCounts(day), {
        UpdateExpression: 'ADD #kind :one',
        ExpressionAttributeNames: { '#kind': kind },
        ExpressionAttributeValues: { ':one': 1 },
      });
    },
    async totals(days) {
      const items = await table.getMany(days.map(keys.mailCounts));
      const sum = (kind: string) => items.reduce((all, item) => all + Number(item[kind] ?? 0), 0);
      return { sent: sum('sent'), bounced: sum('bounced'), complained: sum('complained') };
    },
  };
}

/** Unix seconds; of a day (2026-12-01) or an hour (2026-12-01T09). */
const monthAfter = (period: string): number => Date.parse(period.slice(0, 10)) / 1000 + 30 * 86_400;

/** SES grants a sandboxed account one mail per second; more than that is asked for before it is used. */
const sandboxIntervalMs = 1000;

/**
 * The generic cell rate algorithm on one item: `nextMs` is the first moment that nobody has taken. Senders in any number of Lambdas
 * queue up behind it, one interval apart.
 */
export function dynamoSendRate(table: Table): SendRate {
  const names = { '#next': 'nextMs', '#interval': 'intervalMs' };
  const interval = 'if_not_exists(#interval, :sandbox)';
  /** Behind the others, or at once where nobody waits. */
  const behind = (now: number, latest: number) =>
    table.update(keys.sendRate(), {
      UpdateExpression: `SET #next = #next + ${interval}, #interval = ${interval}`,
      ConditionExpression: '#next >= :now AND #next <= :latest',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':now': now, ':latest': latest, ':sandbox': sandboxIntervalMs },
    });
  const atOnce = (now: number) =>
    table.update(keys.sendRate(), {
      UpdateExpression: `SET #next = :now + ${interval}, #interval = ${interval}`,
      ConditionExpression: 'attribute_not_exists(#next) OR #next < :now',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':now': now, ':sandbox': sandboxIntervalMs },
    });
  return {
    async nextTurn(nowMs, patienceMs) {
      const taken = (await atOnce(nowMs)) ?? (await behind(nowMs, nowMs + patienceMs));
      if (!taken) return undefined;
      return Math.max(0, Number(taken.nextMs) - Number(taken.intervalMs) - nowMs);
    },
    async learn(perSecond) {
      await table.update(keys.sendRate(), {
        UpdateExpression: 'SET #interval = :interval',
        ExpressionAttributeNames: { '#interval': 'intervalMs' },
        ExpressionAttributeValues: { ':interval': Math.ceil(1000 / Math.max(1, perSecond)) },
      });
    },
  };
}
