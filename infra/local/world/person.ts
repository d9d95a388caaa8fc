import type { CaptionLanguage } from './words/captions.ts';

/** What a person does when a brand writes. None of it is known to the product; it shows only in what they do. */
export interface Persona {
  readonly answer:
    | 'accepts'
    | 'haggles'
    | 'asks'
    | 'wants-call'
    | 'postpones'
    | 'declines'
    | 'unsubscribes'
    | 'complains'
    | 'ignores'
    | 'bounces';
  readonly via: 'page' | 'mail';
  /** How many of our mails it takes until they react. */
  readonly afterMails: 1 | 2 | 3;
  /** Half of their reactions come within this many hours (and never at night). */
  readonly delayHours: number;
  /** Their mail program answers first; `unmarked` programs do not say so in a header. */
  readonly vacation?: 'marked' | 'unmarked';
  readonly confirms: boolean;
  readonly posts: 'on-time' | 'late' | 'never';
  readonly discloses: boolean;
  readonly handsIn: 'page' | 'mail' | 'not-at-all';
  readonly mailClient: 'gmail' | 'outlook' | 'apple';
  /** What they ask, as a multiple of the offer, and what they would take. */
  readonly asksTimes: number;
  readonly takesTimes: number;
}

export interface SimulatedProfile {
  readonly platform: 'instagram' | 'youtube' | 'tiktok' | 'blog';
  /** Canonical; of a blog only the path below the blog server. */
  readonly handle: string;
  readonly followers: number;
  readonly followings: number;
  /** Likes and comments of an ordinary post as a fraction of followers. */
  readonly engagementRate: number;
  readonly visibility: 'public' | 'personal' | 'missing';
  readonly hidesLikes: boolean;
  readonly hidesFollowers: boolean;
  readonly postsPerWeek: number;
  /** The words they write about. */
  readonly keywords: readonly string[];
  readonly bio: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** The profile itself shows the address (biography, channel description, contact page). */
  readonly publishesEmail: boolean;
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  readonly language: CaptionLanguage;
  readonly profile: SimulatedProfile;
  readonly persona: Persona;
}
