/**
 * What anybody can see of an account without following it. Each field may be unknown, which says nothing about the account.
 * `isPrivate` is kept because it is asked for, and has no say: people and fakes lock their accounts about equally often.
 */
export interface PublicProfile {
  readonly followers?: number | undefined;
  readonly followings?: number | undefined;
  readonly posts?: number | undefined;
  readonly hasPicture?: boolean | undefined;
  readonly isPrivate?: boolean | undefined;
  /** Characters of the username. */
  readonly usernameLength?: number | undefined;
  /** Digits of the username: how many, or (below 1) their share of its length. */
  readonly usernameDigits?: number | undefined;
  readonly bioLength?: number | undefined;
  readonly hasUrl?: boolean | undefined;
  readonly fullNameWords?: number | undefined;
}

/** An account as a list or platform shows it, reduced to the counts that are judged: no name, no text. */
export interface ShownAccount {
  readonly username?: string | undefined;
  readonly fullName?: string | undefined;
  readonly bio?: string | undefined;
  readonly url?: string | undefined;
  readonly pictureUrl?: string | undefined;
  readonly isPrivate?: boolean | undefined;
  readonly followers?: number | undefined;
  readonly followings?: number | undefined;
  readonly posts?: number | undefined;
}

export const publicProfileOf = (shown: ShownAccount): PublicProfile => ({
  followers: shown.followers,
  followings: shown.followings,
  posts: shown.posts,
  isPrivate: shown.isPrivate,
  hasPicture: shown.pictureUrl === undefined ? undefined : shown.pictureUrl !== '',
  usernameLength: shown.username === undefined ? undefined : [...shown.username].length,
  usernameDigits: shown.username === undefined ? undefined : [...shown.username.matchAll(/\p{Nd}/gu)].length,
  bioLength: shown.bio === undefined ? undefined : [...shown.bio.trim()].length,
  hasUrl: shown.url === undefined ? undefined : shown.url !== '',
  fullNameWords: shown.fullName === undefined ? undefined : shown.fullName.split(/\s+/).filter(Boolean).length,
});
