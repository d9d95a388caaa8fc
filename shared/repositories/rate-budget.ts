import type { Item, Table } from '#shared/aws/table.ts';
import { type RateUsage, type RateWindow, refusalOf, roomFor, windowOf } from '#shared/domain/rate-limit.ts';
import { later } from '#shared/domain/time.ts';
import type { RateBudget } from '#shared/ports/rate-budget.ts';
import { keys } from './keys.ts';

/** Somebody else may open the next window between our look and our write; more often than this it is no accident. */
const attempts = 5;
/** Kept a while after its window, for whoever wonders where the calls went. */
const keptSeconds = 2 * 86_400;

/** One item per credential holds the newest window, what was taken in it, and until when the service is closed. */
export function dynamoRateBudget(table: Table): RateBudget {
  return {
    async take(metered, cost, at) {
      const key = keys.rateBudget(metered.service, metered.credential);
      const window = windowOf(metered.limit, at, metered.share);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await table.update(key, spend(window, cost, at))) return { kind: 'granted' };
        const usage = usageIn(await table.get(key));
        const refusal = refusalOf(usage, metered.limit, cost, at, metered.share);
        if (refusal) return refusal;
        if (await table.update(key, open(window, cost, at))) return { kind: 'granted' };
      }
      return { kind: 'refused', retryAt: window.endsAt, because: 'too many ask at once' };
    },
    async close(metered, until, because) {
      await table.update(keys.rateBudget(metered.service, metered.credential), {
        UpdateExpression: 'SET #closed = :until, #because = :because, #expires = :expires',
        ConditionExpression: 'attribute_not_exists(#closed) OR #closed < :until',
        ExpressionAttributeNames: { '#closed': 'closedUntil', '#because': 'closedBecause', '#expires': 'expiresAt' },
        ExpressionAttributeValues: {
          ':until': until,
          ':because': because,
          ':expires': expiryOf(later(until, windowOf(metered.limit, until).endsAt)),
        },
      });
    },
  };
}

const isOpen = '(attribute_not_exists(#closed) OR #closed <= :at)';
const expiryOf = (endsAt: string): number => Math.ceil(Date.parse(endsAt) / 1000) + keptSeconds;

/** From the window that is in use already. */
const spend = (window: RateWindow, cost: number, at: string) => ({
  UpdateExpression: 'ADD #taken :cost',
  ConditionExpression: `#window >= :window AND #taken <= :room AND ${isOpen}`,
  ExpressionAttributeNames: { '#taken': 'taken', '#window': 'window', '#closed': 'closedUntil' },
  ExpressionAttributeValues: { ':cost': cost, ':room': roomFor(cost, window), ':window': window.startsAt, ':at': at },
});

/** The first of a new window. */
const open = ({ startsAt, endsAt }: RateWindow, cost: number, at: string) => ({
  UpdateExpression: 'SET #taken = :cost, #window = :window, #expires = :expires',
  ConditionExpression: `(attribute_not_exists(#window) OR #window < :window) AND ${isOpen}`,
  ExpressionAttributeNames: {
    '#taken': 'taken',
    '#window': 'window',
    '#closed': 'closedUntil',
    '#expires': 'expiresAt',
  },
  ExpressionAttributeValues: { ':cost': cost, ':window': startsAt, ':at': at, ':expires': expiryOf(endsAt) },
});

const usageIn = (item: Item | undefined): RateUsage => ({
  taken: Number(item?.taken ?? 0),
  ...(typeof item?.window === 'string' && { window: item.window }),
  ...(typeof item?.closedUntil === 'string' && { closedUntil: item.closedUntil }),
  ...(typeof item?.closedBecause === 'string' && { closedBecause: item.closedBecause }),
});
