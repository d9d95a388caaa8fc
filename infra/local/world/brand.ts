import type { Clock } from '../clock.ts';
import type { Person, SimulatedProfile } from './person.ts';
import { dayMs, type SimulatedPost } from './published-posts.ts';
import { seededRandom } from './random.ts';
import type { Society } from './society.ts';

export interface Brand {
  /** From now on this post sends people to the brand's profiles. */
  mentionedBy(post: SimulatedPost): void;
}

const followsPerView = 0.006;
/** Days after which 63 % of those who follow because of a post have done so. */
const effectDays = 3;

/** The brand's own profiles: an organic trend with weekly waves, plus what the campaign's posts bring. */
export function createBrand(
  society: Society,
  clock: Clock,
  {
    seed,
    name,
    profiles,
  }: { seed: string | number; name: string; profiles: readonly { platform: string; handle: string }[] },
): Brand {
  const startMs = clock.now();
  const mentions: SimulatedPost[] = [];
  profiles.forEach(({ platform, handle }, at) => {
    if (platform === 'tiktok') return;
    const person = brandAccount(platform as SimulatedProfile['platform'], handle, name, at);
    const random = seededRandom(`${seed}/brand/${platform}/${handle}`);
    const perDay = person.profile.followers * random.between(0.0006, 0.0016);
    const phase = random.between(0, 7);
    society.add(person);
    society.grow(person, () => {
      const nowMs = clock.now();
      const days = (nowMs - startMs) / dayMs;
      const wave = perDay * 0.9 * Math.sin(((days + phase) / 7) * 2 * Math.PI);
      const brought = mentions.map(
        post => post.views * followsPerView * (1 - Math.exp(-Math.max(0, nowMs - post.atMs) / (effectDays * dayMs))),
      );
      return perDay * days + wave + brought.reduce((sum, gain) => sum + gain, 0) / profiles.length;
    });
  });
  return { mentionedBy: post => void mentions.push(post) };
}

const brandAccount = (platform: SimulatedProfile['platform'], handle: string, name: string, at: number): Person => ({
  id: `brand-${at + 1}`,
  name,
  publishesEmail: false,
  city: 'Mumbai',
  country: 'IN',
  timeZone: 'Asia/Kolkata',
  language: 'en',
  profile: {
    platform,
    handle: handle.replace(/^@/, '').toLowerCase(),
    followers: 18_400,
    followings: 210,
    engagementRate: 0.014,
    visibility: 'public',
    hidesLikes: false,
    hidesFollowers: false,
    postsPerWeek: 3,
    keywords: [name, 'new in', 'behind the scenes'],
    bio: `${name} official`,
  },
  // A company answers no invitations.
  persona: {
    answer: 'ignores',
    via: 'mail',
    afterMails: 3,
    delayHours: 24,
    confirms: false,
    posts: 'never',
    discloses: true,
    handsIn: 'not-at-all',
    mailClient: 'gmail',
    asksTimes: 1,
    takesTimes: 1,
  },
});
