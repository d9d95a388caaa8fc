import type { Random } from '#infra/local/world/random.ts';
import { type CampaignSpec, campaignSpec } from '#shared/contracts/campaign-spec.ts';

/** Campaigns as different as users write them: small and large, patient and rushed, rich and poor. */
export function someCampaign(random: Random): CampaignSpec {
  const wanted = random.int(8, 60);
  const days = random.int(28, 63);
  const ceiling = random.int(5, 16) * 1000;
  const min = random.pick([1000, 2000, 5000]);
  const day = (after: number) => new Date(Date.UTC(2026, 8, 1) + after * 86_400_000).toISOString().slice(0, 10);
  const from = random.int(9, 16);
  return campaignSpec.parse({
    name: 'A campaign',
    brand: {
      name: 'Meadow',
      category: 'skincare',
      website: 'https://meadow.example',
      postalAddress: '14 Lane 6, Pune 411001, India',
    },
    objectives: ['Sell'],
    period: { startsOn: day(0), endsOn: day(days) },
    audience: { keywords: ['skincare'], followers: { min, max: min * random.pick([4, 10, 20]) } },
    sources: [{ kind: 'csv', upload: 'later' }],
    budget: { amount: Math.round(wanted * ceiling * random.pick([0.4, 0.7, 1])), currency: 'INR' },
    compensation: {
      floor: random.pick([500, 1500]),
      ceiling,
      ...(random.chance(0.5) && { targetCostPerEngagement: random.int(10, 30) }),
    },
    wanted,
    brief: {
      summary: 'Show it.',
      deliverables: [{ platform: 'instagram', format: 'reel' }],
      postBetween: { from: day(from), to: day(Math.max(from + 7, days - random.int(4, 12))) },
      landingPage: 'https://meadow.example/now',
    },
    outreach: {
      sender: { name: 'Asha', address: 'asha@meadow.example' },
      contactFactor: random.pick([2, 3, 4, 5]),
      followUpsAfterDays: random.pick([[3, 7], [3, 7], [4], []]),
      dailyNewContacts: random.pick([10, 20, 30]),
    },
    tracking: { shop: { kind: 'shopify', domain: 'meadow.myshopify.com' } },
    stakeholders: ['founder@meadow.example'],
  });
}
