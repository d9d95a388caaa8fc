import type { Terms } from '#shared/domain/outreach/terms.ts';
import type { Letter } from './letter.ts';

/** A campaign that the samples of all mails and pages share, so that they can be read as one story. */
export const sampleLetter: Letter = {
  language: 'en',
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  brand: {
    name: 'Lumen Skin',
    website: 'https://lumenskin.example',
    about: 'We make fragrance-free skincare in small batches in Pune.',
  },
  sender: { name: 'Asha Rao', role: 'Partnerships' },
  postalAddress: '14 Koregaon Park Road, Pune 411001, India',
  recipient: {
    name: 'Meera',
    profile: { platform: 'instagram', handle: 'meera.writes.skin' },
    contact: {
      email: 'meera@skinnotes.example',
      source: 'the list “Skincare Pune”, line 12',
      obtainedAt: '2026-11-03T06:00:00Z',
      basis: 'published-business-address',
    },
  },
  campaign: { name: 'Winter Barrier', startsOn: '2026-11-23', endsOn: '2027-01-04' },
  unsubscribeUrl: 'https://go.lumenskin.example/u/5f2c1d',
};

export const sampleTerms: Terms = {
  model: 'mixed',
  fee: { minor: 1_250_000, currency: 'INR' },
  perSalePercent: 8,
  perLead: { minor: 0, currency: 'INR' },
  product: 'The Winter Barrier set (worth ₹1,899), yours to keep',
  exclusivityDays: 30,
  usageRights: 'Organic re-use on our own channels for 6 months.',
};
