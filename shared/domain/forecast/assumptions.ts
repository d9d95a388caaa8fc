import type { Assumption } from './assumption.ts';

/**
 * What `forecast.v1` takes for granted. A table on which the industry disagrees is data: `low` and `high` are what the published
 * figures span (eight of ten campaigns are taken to lie between them), `typical` is the one that fits our case best.
 * An `own estimate` says so; nobody publishes that number.
 */
export const assumptions = {
  eligible: {
    label: 'People of the sources who turn out to fit, where the source leaves out what decides',
    unit: 'share',
    low: 0.3,
    typical: 0.6,
    high: 0.85,
    source: 'own estimate; it depends on how carefully a list was made',
  },
  answers: {
    label: 'Invited people who answer, with two follow-ups',
    unit: 'share',
    low: 0.14,
    typical: 0.4,
    high: 0.55,
    source:
      'typical: Heepsy, about 40 % of influencers respond (heepsy.com/influencer-marketing-guide); low: blogger outreach, 8.5 % of 12 million mails, +65.8 % by a follow-up (linkbuildingjournal.co.uk); high: who contacts twice as many as wanted, as Heepsy advises, needs more than half of them',
  },
  interested: {
    label: 'Who answers and would do it for a fee they like',
    unit: 'share',
    low: 0.45,
    typical: 0.65,
    high: 0.85,
    source: 'own estimate; nobody publishes how many of those who answer agree',
  },
  settle: {
    label: 'Whose own price is higher and who takes the offer nevertheless',
    unit: 'share',
    low: 0.2,
    typical: 0.4,
    high: 0.6,
    source: 'own estimate; product, commission and a first reference count for something',
  },
  posts: {
    label: 'Who agrees and publishes before the end',
    unit: 'share',
    low: 0.8,
    typical: 0.9,
    high: 0.97,
    source:
      'low: hashgifted, 80 % post where nothing but a product binds them (support.hashgifted.com/en/articles/10190474); typical and high: own estimate for paid work with reminders',
  },
  reach: {
    label: 'People reached by a post, per follower',
    unit: 'share',
    low: 0.1,
    typical: 0.25,
    high: 0.4,
    source:
      'low and typical: influencerfee, 10 to 25 % for feed posts, 15 to 40 % for reels (influencerfee.com/post.php?slug=instagram-reach-calculator); high: the same, and Minter.io, median 38 % below 20,000 followers (minter.io/blog/how-much-reach-should-my-brand-be-getting-on-instagram)',
  },
  engagement: {
    label: 'Likes and comments, against the tier’s benchmark (Markerly) or the rate that the list names',
    unit: 'ratio',
    low: 0.5,
    typical: 1,
    high: 1.75,
    source:
      'Markerly: 4 % of 1,000 to 10,000 followers (digiday.com/marketing/micro-influencers); imitations of Phlanx: 2.0 to 8.0 % for the same sizes (costcalculator.calculator.city), of which the upper end holds below 5,000 only',
  },
  clicks: {
    label: 'Clicks on the link, per person reached',
    unit: 'share',
    low: 0.005,
    typical: 0.01,
    high: 0.03,
    source: 'Instagram posts 0.5 to 1.5 %, link stickers 1 to 3 % (codivupload.com/glossary/click-through-rate)',
  },
  orders: {
    label: 'Orders per click',
    unit: 'share',
    low: 0.007,
    typical: 0.013,
    high: 0.026,
    source:
      'low: Monetate, 0.71 % of visits from social media (clickz.com/clickz/news/2270248); typical and high: Oribi, 1.3 % on weekdays, 2.6 % for products below US$ 100 (oribi.io/benchmark-reports/ecommerce20)',
  },
} as const satisfies Record<string, Assumption>;

export type AssumptionId = keyof typeof assumptions;

/** What influencers ask per 1,000 followers and post, in major units. Of other currencies no figures are at hand. */
export const prices: Readonly<Record<string, Assumption>> = {
  INR: {
    label: 'What they ask per 1,000 followers, in rupees',
    unit: 'amount',
    low: 475,
    typical: 1100,
    high: 2500,
    source:
      'ryme.ai: ₹1,500 to 8,000 for a post of 1,000 to 10,000 followers, divided by their geometric middle of 3,162; inside ₹500 to 5,000 of thesocialbox.in',
  },
  USD: {
    label: 'What they ask per 1,000 followers, in US dollars',
    unit: 'amount',
    low: 3.2,
    typical: 10,
    high: 32,
    source:
      'typical: $10 per 1,000 followers (cocoandlowe.com); low and high: $10 to 100 for 1,000 to 10,000 followers, divided by their geometric middle',
  },
};
