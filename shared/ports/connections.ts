import type { ProfileRef } from '../domain/influencer.ts';

/** The access to their own account that an influencer gave us. */
export interface Connection {
  readonly profile: ProfileRef;
  /** The platform's own id of the account: it stays when the handle changes. */
  readonly accountId: string;
  readonly influencerId: string;
  readonly connectedAt: string;
  readonly scopes: readonly string[];
  readonly accessToken: string;
  readonly accessUntil: string;
  readonly refreshToken: string;
  readonly refreshUntil: string;
}

/** One per profile, across campaigns. Tokens are only readable with the key of the vault. */
export interface ConnectionStore {
  /** A newer connection of the same profile takes the place of the old one. */
  save(connection: Connection): Promise<void>;
  find(profile: ProfileRef): Promise<Connection | undefined>;
  /** Whether the caller is the one to refresh the tokens now: they serve once, and two who try lose the access. */
  claimRenewal(profile: ProfileRef, at: string): Promise<boolean>;
  /** Keeps refreshed tokens; false where somebody else has refreshed or removed them since `before` was read. */
  renew(before: Connection, after: Connection): Promise<boolean>;
  /** The tokens are gone at once. */
  forget(profile: ProfileRef): Promise<void>;
}

/** Seals a text so that only whoever has the key can read it, and only as what it was sealed for. */
export interface Vault {
  seal(text: string, about: string): string;
  /** Undefined where the key or the subject is another one. */
  open(sealed: string, about: string): string | undefined;
}
