import type { Clock } from '../clock.ts';
import { patientFetch } from './patient-fetch.ts';
import type { SimulatedProfile } from './person.ts';
import { countsAt, dayMs, type SimulatedPost } from './published-posts.ts';
import type { Random } from './random.ts';
import type { Shop } from './shop.ts';

export interface ShopperPlan {
  readonly clock: Clock;
  readonly shop: Shop;
  readonly random: Random;
  readonly endsAtMs: number;
  readonly onTrouble: (error: unknown) => void;
}

export interface Advertised {
  readonly post: SimulatedPost;
  readonly platform: SimulatedProfile['platform'];
  readonly link?: string;
  readonly coupon?: string;
}

// How a simulated audience behaves. Assumptions of this world, chosen so that a campaign of twenty collaborations brings some
// dozens of orders; the product knows none of them.
const clicksPerEngagement = 0.12;
const buysPerClick = 0.1;
/** Buyers who type the coupon without ever having clicked, as a share of those who clicked. */
const couponOnly = 0.25;
const usesCoupon = 0.55;
const keptPerDay = 0.62;
const medianBasket = 1250_00;
const refunded = 0.06;
const hourMs = dayMs / 24;

const browsers = [
  'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36 Instagram 402.0.0.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
] as const;
const crawler = 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)';
const referrers = {
  instagram: 'https://l.instagram.com/',
  youtube: 'https://www.youtube.com/',
  tiktok: 'https://www.tiktok.com/',
  blog: '',
} as const;

/** The followers of one published post: day by day fewer click, some buy, a few send it back. */
export function sendShoppers(plan: ShopperPlan, advertised: Advertised): void {
  const { post, link } = advertised;
  const random = plan.random.fork(post.id);
  const { likes, comments } = countsAt(post, Number.POSITIVE_INFINITY);
  const clicks = (likes + comments) * clicksPerEngagement;
  const at = (ms: number, act: () => Promise<unknown>) => {
    if (ms < plan.endsAtMs) plan.clock.at(ms, () => void plan.clock.hold(act().catch(plan.onTrouble)));
  };
  // Platforms fetch a link once to show its preview.
  if (link) at(post.atMs + 5_000, () => visit(link, crawler, ''));
  for (let day = 0; day < 30; day++) {
    const mean = clicks * (1 - keptPerDay) * keptPerDay ** day;
    for (let left = link ? random.poisson(mean) : 0; left > 0; left--)
      at(momentOf(post, day, random), () => clickAndMaybeBuy(plan, advertised, random, at));
    for (let left = advertised.coupon ? random.poisson(mean * buysPerClick * couponOnly) : 0; left > 0; left--)
      at(momentOf(post, day, random), () => buy(plan, advertised, random, at, {}));
  }
}

const momentOf = (post: SimulatedPost, day: number, random: Random): number =>
  Math.round(post.atMs + day * dayMs + random.next() * (day === 0 ? 0.9 : 1) * dayMs + 60_000);

type At = (ms: number, act: () => Promise<unknown>) => void;

async function clickAndMaybeBuy(plan: ShopperPlan, advertised: Advertised, random: Random, at: At): Promise<void> {
  const referrer = referrers[advertised.platform];
  const landing = await visit(advertised.link ?? '', random.pick(browsers), referrer);
  if (!landing || !random.chance(buysPerClick)) return;
  const delayMs = random.chance(0.7) ? random.between(0.05, 0.8) * hourMs : random.between(3, 120) * hourMs;
  const landingSite = `${landing.pathname}${landing.search}`;
  at(plan.clock.now() + delayMs, () => buy(plan, advertised, random, at, { landingSite, referrer }));
}

/** Follows the tracking link as far as the shop's door; answers where it led. */
async function visit(link: string, userAgent: string, referer: string): Promise<URL | undefined> {
  const answer = await patientFetch(link, {
    redirect: 'manual',
    headers: { 'user-agent': userAgent, ...(referer && { referer }) },
  });
  await answer.arrayBuffer();
  const location = answer.headers.get('location');
  if (!location) throw new Error(`${link} led nowhere: ${answer.status}`);
  return new URL(location, link);
}

async function buy(
  { shop, clock }: ShopperPlan,
  { coupon }: Advertised,
  random: Random,
  at: At,
  visit: { readonly landingSite?: string; readonly referrer?: string },
): Promise<void> {
  const applies = coupon && shop.knowsCoupon(coupon) && (visit.landingSite === undefined || random.chance(usesCoupon));
  const basket = Math.max(299_00, Math.round(random.logNormal(medianBasket, 0.5) / 1000) * 1000);
  const discountMinor = applies ? Math.round(basket * 0.1) : 0;
  const sale = await shop.sell({
    totalMinor: basket - discountMinor,
    discountMinor,
    isTest: false,
    ...visit,
    // As typed at checkout: not everybody likes capital letters.
    ...(applies && coupon && { coupon: random.chance(0.3) ? coupon.toLowerCase() : coupon }),
  });
  if (random.chance(refunded))
    at(clock.now() + random.between(2, 12) * dayMs, () =>
      shop.refund(sale, random.chance(0.6) ? sale.totalMinor : Math.round(sale.totalMinor / 2)),
    );
}
