/** What a column of a candidate list can hold. */
export const importFields = [
  'name',
  'firstName',
  'lastName',
  'handle',
  'link',
  'platform',
  'feedUrl',
  'email',
  'followers',
  'engagementRate',
  'averageLikes',
  'averageComments',
  'audienceQuality',
  'fee',
  'country',
  'city',
  'location',
  'language',
  'topics',
  'blogRank',
  'rankSystem',
  'tag',
] as const;
export type ImportField = (typeof importFields)[number];

type Aliases = Readonly<Partial<Record<ImportField, string>>>;

/**
 * How columns are called, tidied by `tidyHeader`; alternatives are separated by "|".
 * No vendor publishes the columns of its CSV export, so the vendors' rows hold the field names of their APIs and screens
 * (HypeAuditor, Modash, InsightIQ, IndiBlogger), and `lists` what people call things in lists made by hand.
 */
export const headerAliases = {
  lists: {
    name: 'name|full name|creator|creators|creator name|influencer|influencer name|blogger|blogger name|author|contact name|display name|contact|person|channel name|blog name|blog title|site name|publication|title|account name|profile name|nom|nombre|nome|نام|नाम',
    firstName: 'first name|firstname|given name|prenom|vorname',
    lastName: 'last name|lastname|surname|family name|nachname',
    handle:
      'handle|handles|username|user name|user|account|account handle|profile handle|screen name|social handle|social media handle|creator handle|influencer handle|login|nickname|userid|user id|usuario|benutzername',
    link: 'link|links|url|urls|profile|profile link|profile url|account link|account url|channel|channel link|channel url|page|page url|social link|social links|social profile|social url|website|web site|web|site|site url|website url|homepage|home page|domain|html url|htmlurl|perfil|profil',
    platform:
      'platform|network|social network|social media|social platform|social media platform|medium|type|channel type|source platform|plataforma|plattform',
    feedUrl: 'feed|feed url|rss|rss url|rss feed|atom feed|xml url|xmlurl',
    email:
      'email|e mail|mail|email address|e mail address|mail id|email id|e mail id|contact email|business email|public email|work email|email business|business mail|contact mail|contact details|emails|correo|correo electronico|courriel|ईमेल',
    followers:
      'followers|follower|follower count|followers count|number of followers|no of followers|total followers|subscribers|subscriber count|subscribers count|subs|fans|fan count|audience|audience size|reach|following size|abonnes|seguidores|seguidoras|फॉलोअर्स',
    engagementRate:
      'er|engagement|engagement rate|eng rate|eng|avg engagement rate|average engagement rate|avg er|average er|engagement ratio|tasa de engagement|taux d engagement',
    averageLikes: 'avg likes|average likes|likes avg|avg likes per post|average likes per post|mean likes|median likes',
    averageComments:
      'avg comments|average comments|comments avg|avg comments per post|average comments per post|mean comments|median comments',
    audienceQuality:
      'audience quality|audience quality score|quality score|audience credibility|credibility|credibility score',
    fee: 'fee|fees|price|rate|rates|rate card|cost|charges|commercial|commercials|quote|quotation|asking price|price per post|cost per post|fee per post|post price|per post|collab price|collaboration fee|budget',
    country: 'country|country code|nation|pais|land|pays|देश',
    city: 'city|town|base city|based in|ciudad|stadt|ville|शहर',
    location: 'location|geo|place|region|address',
    language: 'language|languages|lang|content language|primary language|idioma|sprache|langue|भाषा',
    topics:
      'topic|topics|category|categories|niche|niches|genre|genres|interest|interests|vertical|verticals|content type|content category|theme|keywords|industry|categoria|kategorie|श्रेणी',
    blogRank: 'rank|blog rank|rank value|domain authority|da|alexa rank|moz da',
    rankSystem: 'rank source|rank system|ranking source',
    tag: 'tag|tags|list|list name|segment|folder|group|label|campaign list',
  },
  hypeAuditor: {
    followers: 'followers count|subscribers count|metrics subscribers count',
    averageLikes: 'avg likes|likes count avg',
    engagementRate: 'er value|er',
    audienceQuality: 'aqs|aqs score|audience quality score aqs',
    country: 'blogger geo country|blogger country',
    city: 'blogger geo city',
    language: 'blogger languages',
    topics: 'blogger categories',
  },
  modash: {
    handle: 'profile username|profile profile username',
    name: 'fullname|profile fullname|profile profile fullname',
    link: 'profile url|profile profile url',
    followers: 'profile followers|profile profile followers',
    engagementRate: 'profile engagement rate|profile profile engagement rate|engagementrate',
    averageLikes: 'avglikes',
    averageComments: 'avgcomments',
    audienceQuality: 'audience credibility',
  },
  insightIq: {
    handle: 'platform username',
    platform: 'work platform name|work platform',
    name: 'platform profile name',
    averageLikes: 'profile average likes',
    averageComments: 'profile average comments',
    audienceQuality: 'audience credibility score',
    email: 'contact details email',
  },
  indiBlogger: {
    link: 'blog address|blog link',
    blogRank: 'indirank|indi rank',
    topics: 'blog category',
  },
} as const satisfies Readonly<Record<string, Aliases>>;

/** Words that name a platform at the beginning or end of a header: "IG followers", "YouTube link", "Blog URL". */
export const platformWords = {
  instagram: 'instagram|insta|ig',
  youtube: 'youtube|you tube|yt',
  tiktok: 'tiktok|tik tok|tt',
  blog: 'blog|weblog',
} as const;

const fieldOfAlias: ReadonlyMap<string, ImportField> = new Map(
  Object.values(headerAliases).flatMap(vendor =>
    Object.entries(vendor).flatMap(([field, names]) =>
      names.split('|').map(name => [name, field as ImportField] as const),
    ),
  ),
);

export const fieldNamed = (tidyName: string): ImportField | undefined => fieldOfAlias.get(tidyName);

/** "avgLikes", "Avg. Likes (per post)" and "AVG_LIKES" are one name. */
export const tidyHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
