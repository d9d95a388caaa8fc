import { accountCard, type CardLine, startingPoints } from './account-card.ts';
import type { PublicProfile } from './public-profile.ts';

/** HypeAuditor's four kinds of a follower. */
export const accountKinds = ['real', 'suspicious', 'mass-follower', 'influencer'] as const;
export type AccountKind = (typeof accountKinds)[number];

export interface AccountVerdict {
  readonly kind: AccountKind;
  readonly formula: 'account-card.v1';
  /** How likely it is that nobody is behind the account, 0 to 1. */
  readonly suspicion: number;
  /** How much of what the card could weigh was known, 0 to 1. Nothing known: 0, and the account counts as real. */
  readonly confidence: number;
  /** What each known field said, strongest first. */
  readonly reasons: readonly { readonly field: string; readonly points: number; readonly says: string }[];
  readonly missing: readonly string[];
}

/** Follows more than this many: sees about a tenth of what they post (HypeAuditor, Hivency). */
const massFollowings = 1500;
/** More followers than this: an influencer in an audience (HypeAuditor, Hivency). */
const influencerFollowers = 5000;

/**
 * One account by its public fields alone. Suspicious: the card says fake rather than not. Else an influencer by their followers, unless
 * they follow more people than that and are many people's mass follower; else a mass follower; else real.
 */
export function classifyAccount(profile: PublicProfile): AccountVerdict {
  const judged = accountCard.map(line => ({ line, answer: answerOf(line, profile) }));
  const reasons = judged
    .flatMap(({ line, answer }) => (answer ? { field: line.id, ...answer } : []))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const suspicion = logistic(reasons.reduce((sum, { points }) => sum + points, startingPoints));
  const known = judged.filter(({ answer }) => answer !== undefined);
  return {
    kind: suspicion > 0.5 ? 'suspicious' : kindOfPerson(profile),
    formula: 'account-card.v1',
    suspicion,
    confidence: reachOf(known.map(({ line }) => line)) / reachOf(accountCard),
    reasons,
    missing: judged.filter(({ answer }) => answer === undefined).map(({ line }) => line.name),
  };
}

function kindOfPerson({ followers = 0, followings = 0 }: PublicProfile): Exclude<AccountKind, 'suspicious'> {
  if (followers > influencerFollowers && followings <= followers) return 'influencer';
  return followings > massFollowings ? 'mass-follower' : 'real';
}

function answerOf({ of, bands }: CardLine, profile: PublicProfile) {
  const value = of(profile);
  if (value === undefined || Number.isNaN(value)) return undefined;
  const band = bands.find(({ below }) => value < below) ?? bands.at(-1);
  return band && { points: band.points, says: band.says };
}

/** How far lines can move the verdict: the distance between their strongest answers either way. */
const reachOf = (lines: readonly CardLine[]): number =>
  lines.reduce((sum, { bands }) => {
    const points = bands.map(band => band.points);
    return sum + Math.max(...points) - Math.min(...points);
  }, 0);

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
