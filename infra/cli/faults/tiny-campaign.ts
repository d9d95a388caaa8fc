import type { World } from '#infra/local/world/world.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';

/** A week: long enough for an invitation, two follow-ups, a brief, a post and its check. */
export function tinyCampaign(number: number): Omit<CampaignSpecInput, 'sources'> {
  return {
    name: `Tiny campaign ${number}`,
    brand: {
      name: 'Meadow Botanics',
      category: 'skincare',
      website: 'https://meadow-botanics.example',
      postalAddress: 'Meadow Botanics Pvt Ltd, 14 Lane 6, Koregaon Park, Pune 411001, India',
      competitors: [],
      profiles: [{ platform: 'instagram', handle: 'meadow.botanics' }],
    },
    objectives: ['Sell trial packs'],
    period: { startsOn: '2026-12-07', endsOn: '2026-12-13', timeZone: 'Asia/Kolkata' },
    audience: { keywords: ['sunscreen', 'skincare', 'acne', 'oily skin'], followers: { min: 200, max: 50_000 } },
    budget: { amount: 6_000, currency: 'INR' },
    compensation: {
      model: 'mixed',
      floor: 1_000,
      ceiling: 4_000,
      targetCostPerEngagement: 12,
      perSalePercent: 8,
    },
    wanted: 2,
    brief: {
      summary: 'Show how the sunscreen behaves on your own skin on a humid day.',
      deliverables: [
        { platform: 'instagram', format: 'reel' },
        { platform: 'youtube', format: 'video' },
        { platform: 'blog', format: 'article' },
      ],
      postBetween: { from: '2026-12-09', to: '2026-12-11' },
      landingPage: 'https://meadow-botanics.example/monsoon-proof',
    },
    outreach: {
      // One sender for each campaign, so that their daily caps are their own.
      sender: { name: 'Asha Kulkarni', address: `asha${number}@meadow-botanics.example` },
      contactFactor: 1.5,
      followUpsAfterDays: [1, 1],
      dailyNewContacts: 2,
      dailyMails: 3,
      sendWindow: { from: '09:00', to: '18:00', weekdaysOnly: false },
    },
    tracking: { shop: { kind: 'shopify', domain: 'meadow-botanics.myshopify.com', discountPercent: 10 } },
    stakeholders: [`marketing${number}@meadow-botanics.example`],
    reports: { everyDays: 28 },
  };
}

/**
 * Nine days with fifty influencers. A cloud that died makes somebody late, and late must change nothing: there is money for everybody who
 * may agree and a place for every mail that is due, at every hour of the day.
 */
export function campaignOfFifty(): Omit<CampaignSpecInput, 'sources'> {
  const tiny = tinyCampaign(0);
  return {
    ...tiny,
    name: 'A campaign of fifty',
    period: { ...tiny.period, endsOn: '2026-12-15' },
    budget: { amount: 33 * tiny.compensation.ceiling, currency: 'INR' },
    wanted: 33,
    brief: { ...tiny.brief, postBetween: { from: '2026-12-09', to: '2026-12-12' } },
    outreach: {
      ...tiny.outreach,
      dailyNewContacts: 200,
      dailyMails: 1000,
      warmUp: { startsAt: 1000, growsBy: 1 },
      sendWindow: { ...tiny.outreach.sendWindow, from: '00:00', to: '00:00' },
    },
  };
}

/** The lists of a world as sources of a campaign, written into the campaign itself. */
export const sourcesOf = (lists: World['lists']): CampaignSpecInput['sources'] =>
  lists
    .map(({ name, bytes }) => ({ kind: 'file' as const, name, text: new TextDecoder().decode(bytes) }))
    .filter(({ text }) => /@|http/.test(text));
