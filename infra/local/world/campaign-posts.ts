import type { Clock } from '../clock.ts';
import { articleAddress } from './blog-feeds.ts';
import type { Brand } from './brand.ts';
import { instagramPermalink } from './instagram.ts';
import type { Person } from './person.ts';
import { draftPost, type SimulatedPost } from './published-posts.ts';
import type { Random } from './random.ts';
import { type ShopperPlan, sendShoppers } from './shoppers.ts';
import type { Society } from './society.ts';
import { tiktokPermalink } from './tiktok.ts';
import { caption, hashtag } from './writing.ts';

export interface Material {
  readonly link?: string;
  readonly coupon?: string;
}

export interface Publisher {
  readonly clock: Clock;
  readonly society: Society;
  readonly brand: Brand;
  readonly brandName: string;
  readonly label: string;
  readonly blogsUrl: string;
  readonly random: Random;
  /** Absent where the campaign has no shop. */
  readonly shoppers?: ShopperPlan;
}

/** Publishes a campaign post on the person's platform and lets the audience come. Answers with its public address. */
export function publishFor(publisher: Publisher, person: Person, material: Material): string {
  const { clock, society, random } = publisher;
  const own = random.fork(`post/${person.id}`);
  const text = campaignCaption(publisher, person, material, own);
  const post = draftPost(person.profile, text, clock.now(), own);
  society.publish(person, post);
  publisher.brand.mentionedBy(post);
  if (publisher.shoppers) sendShoppers(publisher.shoppers, { post, platform: person.profile.platform, ...material });
  return addressOf(post, person, publisher.blogsUrl);
}

function campaignCaption(
  { brandName, label }: Publisher,
  person: Person,
  { link, coupon }: Material,
  random: Random,
): string {
  const author = { language: person.language, keywords: person.profile.keywords, city: person.city };
  const lines = [
    `${caption(author, random).split('\n\n')[0]} With ${brandName}.`,
    ...(coupon ? [`Use my code ${coupon} for 10% off.`] : []),
    ...(link ? [link] : []),
    // Some forget the label, as in life.
    `${person.persona.discloses ? `${label} ` : ''}${hashtag(brandName)} ${hashtag(person.profile.keywords[0] ?? 'new')}`,
  ];
  return lines.join('\n');
}

function addressOf(post: SimulatedPost, person: Person, blogsUrl: string): string {
  switch (person.profile.platform) {
    case 'instagram':
      return instagramPermalink(post);
    case 'youtube':
      return `https://youtu.be/${post.id}`;
    case 'tiktok':
      return tiktokPermalink(person, post);
    case 'blog':
      return articleAddress(blogsUrl, person, post);
  }
}
