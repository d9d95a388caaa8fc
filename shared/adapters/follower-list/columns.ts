import type { ShownAccount } from '#shared/domain/audience/public-profile.ts';
import { parseNumber } from '#shared/domain/import/number-format.ts';

/** Which column of an exported follower list says what, as the tools that make such lists name them. */
const names: Readonly<Record<keyof ShownAccount, readonly string[]>> = {
  username: [
    'username',
    'user',
    'handle',
    'account',
    'profile',
    'login',
    'instagram',
    'profileurl',
    'profilelink',
    'link',
  ],
  fullName: ['fullname', 'name', 'displayname'],
  bio: ['bio', 'biography', 'description'],
  url: ['externalurl', 'website', 'url', 'biolink'],
  pictureUrl: ['profilepicurl', 'picture', 'profilepicture', 'avatar', 'avatarurl', 'profilepic'],
  isPrivate: ['isprivate', 'private'],
  followers: ['followers', 'followerscount', 'followercount', 'subscribers'],
  followings: ['following', 'followings', 'followingcount', 'followingscount', 'follows', 'followscount'],
  posts: ['posts', 'postscount', 'mediacount', 'postcount', 'media'],
};

export type Columns = Readonly<Partial<Record<keyof ShownAccount, number>>>;

const plain = (header: string): string => header.toLowerCase().replace(/[^a-z]/g, '');

/** Where each field stands, or undefined where the row is no header: none of its cells names the account. */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const cells = header.map(plain);
  const places = Object.entries(names).flatMap(([field, known]) => {
    const at = known.map(name => cells.indexOf(name)).find(place => place >= 0);
    return at === undefined ? [] : [[field, at] as const];
  });
  const columns: Columns = Object.fromEntries(places);
  return columns.username === undefined ? undefined : columns;
}

/** A row as far as its cells are filled in; what a list does not say of an account stays unknown. */
export function accountIn(cells: readonly string[], columns: Columns): ShownAccount {
  const text = (field: keyof ShownAccount): string | undefined =>
    columns[field] === undefined ? undefined : (cells[columns[field]] ?? '').trim();
  const count = (field: keyof ShownAccount): number | undefined => {
    const cell = text(field);
    return cell ? parseNumber(cell) : undefined;
  };
  const isPrivate = text('isPrivate');
  return {
    username: text('username'),
    fullName: text('fullName'),
    bio: text('bio'),
    url: text('url'),
    pictureUrl: text('pictureUrl'),
    isPrivate: isPrivate ? /^(?:true|yes|1)$/i.test(isPrivate) : undefined,
    followers: count('followers'),
    followings: count('followings'),
    posts: count('posts'),
  };
}
