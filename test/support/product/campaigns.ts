import { type CampaignSpec, type CampaignSpecInput, campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { endOfDay } from '#shared/domain/time.ts';
import { inMinor } from '#shared/operations/spec-terms.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at } from '#test/shared/domain/builders.ts';

/** The least that the ops team has to write, around the day that the domain's builders live on. */
export const specInput = (over: Partial<CampaignSpecInput> = {}): CampaignSpecInput => ({
  name: 'Monsoon Proof Skin',
  brand: {
    name: 'Meadow Botanics',
    category: 'skincare',
    website: 'https://meadow.example',
    postalAddress: '14 Lane 6, Pune 411001, India',
  },
  objectives: ['Sell 60 trial packs'],
  period: { startsOn: '2026-03-01', endsOn: '2026-04-15' },
  audience: { keywords: ['skincare'] },
  sources: [{ kind: 'profiles', profiles: [{ platform: 'instagram', handle: 'asha.glow' }] }],
  budget: { amount: 20_000, currency: 'INR' },
  compensation: { floor: 1500, ceiling: 9000 },
  wanted: 3,
  brief: {
    summary: 'Show the sunscreen on your own skin on a humid day.',
    deliverables: [{ platform: 'instagram', format: 'reel' }],
    postBetween: { from: '2026-03-20', to: '2026-04-05' },
    landingPage: 'https://meadow.example/monsoon',
  },
  outreach: { sender: { name: 'Asha Kulkarni', address: 'asha@meadow.example' } },
  stakeholders: ['marketing@meadow.example'],
  ...over,
});

export const aSpec = (over: Partial<CampaignSpecInput> = {}): CampaignSpec => campaignSpec.parse(specInput(over));

/** A running campaign as `launch` stores it. */
export function aCampaign(over: Partial<Campaign> = {}): Campaign {
  const { spec = aSpec() } = over;
  return {
    campaignId: 'c1',
    spec,
    status: 'running',
    paused: false,
    createdAt: at,
    endsAt: endOfDay(spec.period.endsOn, spec.period.timeZone),
    budget: inMinor(spec.budget.amount, spec.budget.currency),
    commitments: { committed: 0, byInfluencer: {} },
    counts: {},
    rejectedRows: [],
    ...over,
  };
}
