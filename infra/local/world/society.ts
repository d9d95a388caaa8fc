import type { Clock } from '../clock.ts';
import type { Person, SimulatedProfile } from './person.ts';
import { type Feed, ordinaryFeed, type SimulatedPost } from './published-posts.ts';

/** Who exists and what they have published: the one memory that platforms, mailboxes and shoppers share. */
export interface Society {
  readonly people: readonly Person[];
  add(person: Person): void;
  byProfile(platform: SimulatedProfile['platform'], handle: string): Person | undefined;
  byAddress(email: string): Person | undefined;
  feed(person: Person): Feed;
  publish(person: Person, post: SimulatedPost): void;
  /** Changes the text of what the person last published for a campaign. */
  rewrite(person: Person, edit: (text: string) => string): void;
  /** Who published a campaign post. */
  published(postId: string): { readonly person: Person; readonly post: SimulatedPost } | undefined;
  /** Followers at the clock's time; a brand's grow. */
  followers(person: Person): number;
  /** Makes `person` gain followers: `gained` answers how many since the world began. */
  grow(person: Person, gained: () => number): void;
}

export function createSociety(clock: Clock, seed: string | number, people: readonly Person[]): Society {
  const startMs = clock.now();
  const everyone: Person[] = [];
  const byHandle = new Map<string, Person>();
  const byMail = new Map<string, Person>();
  const feeds = new Map<string, Feed>();
  const growth = new Map<string, () => number>();
  const posted = new Map<string, { person: Person; post: SimulatedPost }>();

  const society: Society = {
    people: everyone,
    add(person) {
      everyone.push(person);
      byHandle.set(key(person.profile.platform, person.profile.handle), person);
      if (person.email) byMail.set(person.email.toLowerCase(), person);
    },
    byProfile: (platform, handle) => byHandle.get(key(platform, handle)),
    byAddress: email => byMail.get(email.toLowerCase()),
    feed(person) {
      const feed = feeds.get(person.id) ?? ordinaryFeed(person, seed, startMs);
      feeds.set(person.id, feed);
      return feed;
    },
    publish(person, post) {
      society.feed(person).add(post);
      posted.set(post.id, { person, post });
    },
    rewrite(person, edit) {
      const last = [...posted.values()].filter(one => one.person === person).at(-1);
      if (!last) return;
      const post = { ...last.post, text: edit(last.post.text) };
      society.feed(person).replace(post);
      posted.set(post.id, { person, post });
    },
    published: postId => posted.get(postId),
    followers: person => person.profile.followers + Math.round(growth.get(person.id)?.() ?? 0),
    grow: (person, gained) => void growth.set(person.id, gained),
  };
  for (const person of people) society.add(person);
  return society;
}

const key = (platform: string, handle: string): string => `${platform}:${handle.toLowerCase().replace(/^@/, '')}`;
