import type { CollaborationResult, Figure, Report } from '#shared/domain/report/report.ts';

const at = '2026-12-14T03:30:00Z';
const currency = 'INR';
const rupees = (amount: number) => ({ minor: amount * 100, currency });

const figure = (
  id: string,
  label: string,
  value: number | null,
  unit: Figure['unit'],
  explanation: string,
  inputs: Figure['inputs'],
  interval?: Figure['interval'],
): Figure => ({
  id,
  label,
  value,
  unit,
  formula: `${id}.v1`,
  explanation,
  inputs,
  at,
  ...(unit === 'money' && { currency }),
  ...(interval && { interval }),
});

const figures: Figure[] = [
  figure(
    'attributed-revenue',
    'Attributed revenue',
    41_286_000,
    'money',
    'orders through links and codes, refunds taken off',
    {
      orders: 214,
      refunds: 6,
    },
  ),
  figure('spend', 'Spend so far', 18_740_000, 'money', 'fees of verified posts + sales commission', {
    fees: 15_600_000,
    commission: 3_140_000,
  }),
  figure('roas', 'Return on spend', 2.203, 'ratio', 'attributed revenue / spend', {
    'attributed revenue': 41_286_000,
    spend: 18_740_000,
  }),
  figure('conversion-rate', 'Orders per click', 0.0349, 'percent', 'orders / clicks by people', {
    orders: 214,
    clicks: 6132,
  }),
  figure('cost-per-engagement', 'Cost per engagement', 918, 'money', 'spend / (likes + comments)', {
    spend: 18_740_000,
    engagements: 20_413,
  }),
  figure(
    'expected-revenue',
    'Expected revenue at the end',
    52_300_000,
    'money',
    'revenue per live post and day, carried to the last day',
    { 'live posts': 13, 'days left': 21 },
    [44_100_000, 61_900_000],
  ),
  figure('follower-growth', 'Growth of own followers', null, 'percent', 'followers now / followers at the start - 1', {
    'followers at the start': null,
  }),
];

const result = (
  influencerId: string,
  name: string,
  handle: string,
  status: CollaborationResult['status'],
  [clicks, orders, revenue, cost]: readonly [number, number, number, number],
): CollaborationResult => ({
  influencerId,
  name,
  profile: { platform: 'instagram', handle },
  status,
  clicks,
  orders,
  revenue: rupees(revenue),
  cost: rupees(cost),
  ...(clicks > 0 && {
    fee: rupees(Math.round((cost - revenue * 0.08) / 100) * 100),
    postUrl: `https://www.instagram.com/p/${influencerId}/`,
    likes: clicks * 3 - 40,
    comments: Math.round(clicks / 9),
    views: clicks * 31,
  }),
});

const day = (n: number) => new Date(Date.UTC(2026, 11, n)).toISOString();
const running = (name: string, unit: 'count' | 'money', values: readonly number[]) => ({
  name,
  unit,
  points: values.map((value, index) => ({ at: day(index + 1), value })),
});

export const sampleReport: Report = {
  kind: 'progress',
  campaign: {
    id: 'winter-barrier-7f3a',
    name: 'Winter Barrier',
    brand: 'Lumen Skin',
    startsOn: '2026-11-23',
    endsOn: '2027-01-04',
    currency,
    budget: rupees(300_000),
  },
  at,
  headline: '13 of 20 posts are live and have brought back 2.2 times what they cost',
  figures,
  funnel: [
    { name: 'Shortlisted', count: 40 },
    { name: 'Invited', count: 40 },
    { name: 'Answered', count: 27 },
    { name: 'Accepted', count: 19 },
    { name: 'Confirmed', count: 17 },
    { name: 'Verified', count: 13 },
  ],
  series: [
    running(
      'Revenue',
      'money',
      [
        0, 0, 210_000, 640_000, 1_150_000, 1_900_000, 3_480_000, 6_900_000, 12_400_000, 19_800_000, 25_600_000,
        31_900_000, 37_200_000, 41_286_000,
      ],
    ),
    running(
      'Spend',
      'money',
      [
        0, 0, 900_000, 900_000, 2_150_000, 3_400_000, 5_300_000, 7_800_000, 10_400_000, 12_900_000, 14_800_000,
        16_300_000, 17_700_000, 18_740_000,
      ],
    ),
    running('Clicks', 'count', [0, 12, 96, 210, 388, 560, 905, 1490, 2310, 3180, 4020, 4830, 5560, 6132]),
    running('Orders', 'count', [0, 0, 1, 4, 7, 12, 21, 40, 68, 104, 136, 168, 194, 214]),
  ],
  results: [
    result('C9x2k1', 'Meera Kulkarni', 'meera.writes.skin', 'verified', [1240, 61, 118_290, 21_963]),
    result('C8b7q4', 'Tara Iyer', 'tara.after.eight', 'verified', [986, 44, 84_480, 19_258]),
    result('C7m3z9', 'Kabir Sethi', 'kabirsethi', 'verified', [871, 31, 60_140, 17_311]),
    result('C6p8d2', 'Ananya Bose', 'ananya.in.pune', 'published', [540, 22, 41_900, 14_852]),
    result('C5r1f6', 'Zoya Khan', 'zoyaskinlog', 'confirmed', [0, 0, 0, 0]),
    result('C4t9h3', 'Ritu Sharma', 'ritu.sharma.reads', 'negotiating', [0, 0, 0, 0]),
    result('C3u5j8', 'Dev Menon', 'devmenon', 'declined', [0, 0, 0, 0]),
  ],
  attention: [
    {
      campaignId: 'winter-barrier-7f3a',
      id: 'a1',
      raisedAt: '2026-12-13T10:20:00Z',
      influencerId: 'C4t9h3',
      name: 'Ritu Sharma',
      because: 'asks ₹24,000, above the ceiling of ₹15,000',
      quote: 'For a reel and two stories I usually charge 24k, would that work?',
      options: ['offer another fee', 'withdraw', 'answer and hand back'],
    },
    {
      campaignId: 'winter-barrier-7f3a',
      id: 'a2',
      raisedAt: '2026-12-13T16:02:00Z',
      influencerId: 'C6p8d2',
      name: 'Ananya Bose',
      because: 'the post has no advertising label in its first two lines',
      options: ['ask to add the label', 'accept the post', 'withdraw'],
    },
  ],
  notes: [
    'A sale counts for the last link clicked within 30 days, or for the code entered at checkout; the code wins.',
    'Follower growth is not known: the brand’s profile could not be read at the start.',
  ],
};

/** What `mailPictures` makes of it, without the files. */
export const samplePictures = [
  {
    cid: 'chart-1.winter-barrier-7f3a',
    title: 'How far influencers came',
    alt: 'How far influencers came: Shortlisted 40, Invited 40, Answered 27, Accepted 19, Confirmed 17, Verified 13',
    width: 420,
  },
  {
    cid: 'chart-2.winter-barrier-7f3a',
    title: 'Money over time',
    alt: 'Money over time: Revenue ₹4,12,860, Spend ₹1,87,400',
    width: 420,
  },
];
