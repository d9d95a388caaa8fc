import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { PlatformSecret, ShopSecret } from '#shared/contracts/secrets.ts';
import type { Clock } from '../clock.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { adopt, type UserList } from './adopt.ts';
import { blogServer } from './blogs.ts';
import { createBrand } from './brand.ts';
import { publishFor } from './campaign-posts.ts';
import { blogrollOpml, candidatesCsv } from './candidates.ts';
import { hypeauditorServer } from './hypeauditor.ts';
import { instagramServer } from './instagram.ts';
import { countActs, createLedger, type WorldStats } from './ledger.ts';
import type { WorldMailbox } from './mailbox.ts';
import { modashServer } from './modash.ts';
import { influencer } from './people/influencer.ts';
import { operator } from './people/operator.ts';
import type { Person } from './person.ts';
import { population } from './population.ts';
import { seededRandom } from './random.ts';
import { relocatedList } from './relocate.ts';
import { startShop } from './shop.ts';
import { createSociety } from './society.ts';
import { tiktokServer } from './tiktok.ts';
import { youtubeServer } from './youtube.ts';

/** What the world must know of a campaign: who its brand is and when its posts are due. */
export type WorldCampaign = Pick<
  CampaignSpecInput,
  'brand' | 'audience' | 'brief' | 'tracking' | 'budget' | 'period' | 'compensation'
>;

export interface WorldOptions {
  readonly clock: Clock;
  readonly seed: string | number;
  readonly campaign: WorldCampaign;
  /** How many influencers are born; nobody where the user brings lists of their own. */
  readonly size?: number;
  /** The user's own lists of candidates: the people they name come alive here. */
  readonly lists?: readonly UserList[];
  /** Instagram's limit for our app. */
  readonly instagramCallsPerHour?: number;
  /** Reports that the plans with the vendors include. */
  readonly vendorCredits?: number;
  /** What goes wrong on the platforms and in the shop. */
  readonly faults?: Faults;
  /** Where the blogs must be: of a world that is compared with an earlier one. */
  readonly blogPort?: number;
}

type ParameterName =
  | 'InstagramUrl'
  | 'YouTubeUrl'
  | 'TikTokUrl'
  | 'TikTokAuthUrl'
  | 'TikTokClientKey'
  | 'HypeAuditorUrl'
  | 'ModashUrl'
  | 'ShopifyUrl'
  | 'AllowedPrivateHosts';

export interface World {
  /** Values of the app's CloudFormation parameters that point it at this world. */
  readonly parameters: Readonly<Record<ParameterName, string>>;
  /** What the operator would put into the app's secrets. */
  readonly platformSecret: PlatformSecret;
  readonly shopSecret: ShopSecret;
  /** The lists that the campaign starts from: the user's, or those of the people born here. */
  readonly lists: readonly UserList[];
  readonly people: readonly Person[];
  readonly blogPort: number;
  /** Lists of some of the people born here, for one campaign of several. */
  listsOf(people: readonly Person[]): World['lists'];
  /** From now on mail reaches people, and shops know where to report orders. */
  join(product: { readonly apiUrl: string; readonly mail: WorldMailbox }): void;
  /** Lets the brand's ops team do its work: approve, answer, decide what waits for a person. */
  employ(operator: { readonly apiUrl: string; readonly token: string; readonly campaignId: string }): void;
  readonly stats: WorldStats;
  stop(): Promise<void>;
}

const credentialsOf = (campaign: WorldCampaign) => ({
  instagram: { userId: '17841405309211844', token: 'world-instagram-token' },
  youtube: { apiKey: 'world-youtube-key' },
  tiktok: { clientKey: 'world-tiktok-key', clientSecret: 'world-tiktok-secret' },
  hypeauditor: { clientId: '470000', token: 'world-hypeauditor-token' },
  modash: { apiKey: 'world-modash-key' },
  shop: {
    domain: campaign.tracking?.shop?.domain ?? 'nobody.myshopify.com',
    accessToken: 'world-shop-token',
    webhookSecret: 'world-webhook-secret',
  },
});

/** Blogs keep their address from run to run where they can: it is part of who a blogger is. */
const usualBlogPort = 47_110;
/** A real app starts at 200 an hour for each of its daily users. */
const callsPerHour = 400;
/** Enough for everybody who is born here. */
const creditsPerMonth = 1000;

/** The outside of one campaign: platforms, blogs, a shop, and everyone in them. Servers listen on this machine only. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { clock, seed, campaign, size = 300, lists = [], faults = noFaults } = options;
  const { audience, brand: client, brief } = campaign;
  const tiktok = audience.platforms?.includes('tiktok') ?? false;
  const born = lists.length > 0 ? [] : population({ seed, size, keywords: audience.keywords, tiktok });
  const adopted = await adopt(lists, seed, audience.keywords);
  const society = createSociety(clock, seed, [...born, ...adopted.people]);
  const brand = createBrand(society, clock, { seed, name: client.name, profiles: client.profiles ?? [] });
  const credentials = credentialsOf(campaign);
  const random = seededRandom(seed).fork('people');
  const ledger = createLedger(clock.now);
  let apiUrl = '';
  let leave = () => {};

  const instagramCallsPerHour = options.instagramCallsPerHour ?? callsPerHour;
  const vendorCredits = options.vendorCredits ?? creditsPerMonth;
  const instagram = await instagramServer({
    clock,
    faults,
    society,
    seed,
    ...credentials.instagram,
    callsPerHour: instagramCallsPerHour,
  });
  const youtube = await youtubeServer({ clock, faults, society, seed, key: credentials.youtube.apiKey });
  const videos = await tiktokServer({ clock, faults, society, ...credentials.tiktok });
  const vendor = { clock, faults, society, credits: vendorCredits };
  const { hypeauditor: audited, modash: asked } = credentials;
  const hypeauditor = await hypeauditorServer({ ...vendor, credentials: { id: audited.clientId, key: audited.token } });
  const modash = await modashServer({ ...vendor, credentials: { key: asked.apiKey } });
  const blogs = await blogServer({ clock, faults, society, port: options.blogPort ?? usualBlogPort });
  const blogPort = Number(new URL(blogs.url).port);
  const shop = await startShop({
    clock,
    faults,
    seed,
    ...credentials.shop,
    currency: campaign.budget.currency,
    webhookUrl: () => `${apiUrl}/shops/${credentials.shop.domain}/orders`,
  });
  const servers = [instagram, youtube, videos, hypeauditor, modash, blogs, shop];
  const close = () => Promise.all(servers.map(server => server.close()));
  if (blogPort !== (options.blogPort ?? blogPort)) {
    await close();
    throw new Error(`Port ${options.blogPort} is taken: the blogs would be others than before. Free it and run again.`);
  }

  const publisher = {
    clock,
    society,
    brand,
    brandName: client.name,
    label: brief.disclosure?.label ?? '#ad',
    blogsUrl: blogs.url,
    random,
    ...(campaign.tracking?.shop && {
      shoppers: {
        clock,
        shop,
        random: seededRandom(seed).fork('shoppers'),
        endsAtMs: Date.parse(`${campaign.period.endsOn}T00:00:00Z`) + 86_400_000,
        onTrouble: (error: unknown) => ledger.trouble('a shopper', error),
      },
    }),
  };

  const joinMail = (mail: WorldMailbox) => {
    const minds = new Map<string, ReturnType<typeof influencer>>();
    const mindOf = (person: Person) => {
      const known = minds.get(person.id);
      if (known) return known;
      const plan = {
        clock,
        mail,
        currency: campaign.budget.currency,
        postBetween: brief.postBetween,
        publish: (who: Person, material: { link?: string; coupon?: string }) => publishFor(publisher, who, material),
        label: (who: Person) => society.rewrite(who, text => `${publisher.label} ${text}`),
        onAct: (who: Person, what: string) => ledger.did(who.email ?? who.name, what),
        onTrouble: (who: Person, error: unknown) => ledger.trouble(who.name, error),
      };
      const mind = influencer(person, plan, random.fork(`mind/${person.id}`));
      minds.set(person.id, mind);
      return mind;
    };
    return mail.onDelivered(delivered => {
      ledger.delivered();
      const person = society.byAddress(delivered.recipient);
      if (!person) return;
      return mindOf(person)
        .receive(delivered)
        .catch(error => ledger.trouble(person.name, error));
    });
  };

  const listsOf = (people: readonly Person[]): World['lists'] => [
    { name: 'candidates.csv', bytes: encode(candidatesCsv(people, { seed, blogsUrl: blogs.url })) },
    { name: 'blogroll.opml', bytes: encode(blogrollOpml(people, { blogsUrl: blogs.url })) },
  ];

  return {
    parameters: {
      InstagramUrl: `${instagram.url}/v26.0`,
      YouTubeUrl: `${youtube.url}/youtube/v3`,
      TikTokUrl: videos.url,
      TikTokAuthUrl: `${videos.url}/v2/auth/authorize/`,
      TikTokClientKey: credentials.tiktok.clientKey,
      HypeAuditorUrl: `${hypeauditor.url}/api/method`,
      ModashUrl: `${modash.url}/v1`,
      ShopifyUrl: `${shop.url}/{shop}/admin/api/2026-07/graphql.json`,
      AllowedPrivateHosts: '127.0.0.1',
    },
    platformSecret: {
      instagram: { ...credentials.instagram, callsPerHour: instagramCallsPerHour },
      youtube: credentials.youtube,
      tiktok: { clientSecret: credentials.tiktok.clientSecret },
      hypeauditor: { ...credentials.hypeauditor, creditsPerMonth: vendorCredits },
      modash: { ...credentials.modash, creditsPerMonth: vendorCredits },
    },
    shopSecret: {
      [credentials.shop.domain]: {
        webhookSecrets: [credentials.shop.webhookSecret],
        adminToken: credentials.shop.accessToken,
      },
    },
    lists:
      lists.length > 0
        ? await Promise.all(lists.map(list => relocatedList(list, adopted.blogs, blogs.url)))
        : listsOf(born),
    listsOf,
    people: society.people,
    blogPort,
    join(product) {
      apiUrl = product.apiUrl;
      leave = joinMail(product.mail);
    },
    employ: access =>
      operator({
        ...access,
        clock,
        timeZone: campaign.period.timeZone ?? 'Asia/Kolkata',
        ceiling: campaign.compensation.ceiling,
        label: publisher.label,
        onAct: what => ledger.did('operator', what),
        onTrouble: error => ledger.trouble('the operator', error),
      }),
    get stats() {
      return {
        people: society.people.length,
        acts: countActs(ledger.diary),
        diary: [...ledger.diary],
        mailsDelivered: ledger.mailsDelivered,
        postsPublished: countActs(ledger.diary).publish ?? 0,
        orders: shop.sales.length,
        revenueMinor: shop.sales.reduce((sum, sale) => sum + sale.totalMinor - sale.refundedMinor, 0),
        troubles: [...ledger.troubles],
      };
    },
    async stop() {
      leave();
      await close();
    },
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
