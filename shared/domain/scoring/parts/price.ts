import { currencyDigits, major } from '../../money.ts';
import { count } from '../../words.ts';
import type { Facts } from '../facts.ts';
import type { Judge } from './judge.ts';

/**
 * `price.v1`: half-way where an engagement costs what the campaign means to pay for it, three quarters at half of that:
 * `1 - 2^-(target / cost)`, cost being the fee they ask, or the usual one of the rate table, over the engagements that a post of
 * theirs brings. The target is the campaign's, or what its typical fee buys in the middle of the follower band.
 */
export const price: Judge = {
  name: 'price',
  weight: 0.1,
  reads: ['fee', 'rate', 'followers'],
  moves: ['fee'],
  value(facts, { targetCost: target }) {
    const cost = costOf(facts);
    return cost === undefined || target === 0 ? null : 1 - 2 ** -(target / cost);
  },
  tell(facts, { brief, targetCost: target }) {
    const { fee } = facts;
    const { currency } = brief.compensation.ceiling;
    const cost = costOf(facts);
    const inputs = {
      fee: fee ? Math.round(fee.minor) : null,
      feeFrom: fee?.basis ?? null,
      costPerEngagement: cost !== undefined && Number.isFinite(cost) ? rounded(cost) : null,
      target: rounded(target),
      currency,
    };
    return { formula: 'price.v1', reason: reasonOf(facts, cost, target, currency), inputs };
  },
  better(facts, { brief, targetCost: target }) {
    const cost = costOf(facts);
    const { fee } = facts;
    if (cost === undefined || !fee || !Number.isFinite(cost) || target === 0 || cost <= target / 2) return undefined;
    const minor = (fee.minor * target) / 2 / cost;
    const { currency } = brief.compensation.ceiling;
    return {
      facts: { ...facts, fee: { ...fee, minor } },
      says: () => `A fee of ${said(minor, currency)} instead of ${said(fee.minor, currency)}`,
    };
  },
};

/** Minor units per engagement; infinite where a fee brings none. */
function costOf({ fee, rate, followers }: Facts): number | undefined {
  if (!fee || rate.value === null || followers === undefined) return undefined;
  const engagements = rate.value * followers;
  if (engagements > 0) return fee.minor / engagements;
  return fee.minor > 0 ? Number.POSITIVE_INFINITY : undefined;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function reasonOf({ fee, followers }: Facts, cost: number | undefined, target: number, currency: string): string {
  if (!fee && followers === undefined) return 'What they ask is not known, nor how large their audience is.';
  if (!fee) return `What they ask is not known, and there is no table of usual fees in ${currency}.`;
  if (cost === undefined) return 'What an engagement costs is not known, since their engagement is not.';
  const each = Number.isFinite(cost) ? `${said(cost, currency)} per engagement` : 'no engagement for it';
  const whose = fee.basis === 'asked' ? 'what they ask' : `usual (${fee.basis})`;
  return `${said(fee.minor, currency)} a post is ${whose}: ${each}, ${said(target, currency)} is meant.`;
}

/** "INR 4,000", "INR 12.50"; by hand, since Intl would take as long as the rest of the part. */
function said(minor: number, currency: string): string {
  const amount = major({ minor, currency });
  return `${currency} ${amount >= 100 ? count(amount) : amount.toFixed(currencyDigits(currency))}`;
}
