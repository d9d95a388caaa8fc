import { sampleBrief, sampleBriefWithDraft } from '#shared/email/brief.tsx';
import * as invitation from '#shared/email/invitation.tsx';
import { sampleReport } from '#shared/email/sample-report.ts';
import { type BriefPageProps, briefPage } from './brief.ts';
import { type ConnectOutcome, connectedPage } from './connected.ts';
import { consolePage } from './console-page.ts';
import { type DonePageProps, donePage } from './done.ts';
import type { Host } from './host.ts';
import { type OfferPageProps, offerPage } from './offer.ts';
import type { RenderedPage } from './page.ts';
import { reportPage } from './report-page.ts';
import { sampleHost } from './sample-host.ts';
import { type Trouble, troublePage } from './trouble.ts';
import { unsubscribedPage, unsubscribePage } from './unsubscribe.ts';

/** Every page in every standing, to be looked at and tested; product code imports the pages themselves. */

const { objectives, deliverables, postBetween, offer: terms, slots } = invitation.sample;

const offer = (host: Host, more: Partial<OfferPageProps> = {}): RenderedPage =>
  offerPage({
    host,
    objectives,
    deliverables,
    postBetween,
    offer: terms,
    version: 'v1',
    slots,
    standing: 'open',
    ...more,
  });

const brief = (host: Host, more: Partial<BriefPageProps> = {}): RenderedPage =>
  briefPage({ host, brief: sampleBrief, standing: 'to-confirm', ...more });

const draftDueAt = '2026-12-02T18:29:59.999Z';
const handedIn = {
  dueAt: draftDueAt,
  link: 'https://drive.google.com/file/d/1xY2z/view',
  text: '#ad Two weeks with Winter Barrier.\nThe texture shot comes at the end.',
};

const done = (host: Host, what: DonePageProps['what'], detail?: string): RenderedPage =>
  donePage({ host, what, backUrl: '/o/5f2c1d', ...(detail !== undefined && { detail }) });

const connected = ({ language, brand: { name } }: Host, outcome: ConnectOutcome): RenderedPage =>
  connectedPage({ language, brand: name, outcome, backUrl: '/o/5f2c1d', againUrl: '/t/5f2c1d' });

const ofInfluencer = (host: Host): Record<string, () => RenderedPage> => ({
  offer: () => offer(host),
  'offer-problem': () =>
    offer(host, { problem: { kind: 'amount', written: { amount: 'a lot', note: 'I can also do a live.' } } }),
  'offer-changed': () => offer(host, { problem: { kind: 'changed' } }),
  'offer-call-booked': () => offer(host, { call: slots[0] ?? { from: '', to: '' }, problem: { kind: 'slot' } }),
  'offer-accepted': () => offer(host, { standing: 'accepted', briefUrl: 'https://go.lumenskin.example/b/5f2c1d' }),
  'offer-declined': () => offer(host, { standing: 'declined' }),
  'offer-tiktok': () => offer({ ...host, connectUrl: 'https://go.lumenskin.example/t/5f2c1d' }),
  'offer-over': () => offer(host, { standing: 'over' }),
  'done-accepted': () => done(host, 'accepted'),
  'done-countered': () => done(host, 'countered', '₹18,000'),
  'done-draft': () => done(host, 'draftHandedIn', handedIn.link),
  'done-booked': () => done(host, 'booked', 'Tuesday, 24 November, 3:00 – 3:20 pm IST'),
  brief: () => brief(host),
  'brief-confirmed': () => brief(host, { standing: 'confirmed' }),
  'brief-problem': () => brief(host, { standing: 'confirmed', problem: { kind: 'url', written: 'my reel' } }),
  'brief-with-draft': () => brief(host, { brief: sampleBriefWithDraft }),
  'brief-draft-asked': () => brief(host, { standing: 'confirmed', draft: { state: 'asked', dueAt: draftDueAt } }),
  'brief-draft-problem': () =>
    brief(host, {
      standing: 'confirmed',
      draft: { state: 'asked', dueAt: draftDueAt },
      problem: { kind: 'draft', link: 'my drive', text: '' },
    }),
  'brief-draft-handed-in': () => brief(host, { standing: 'confirmed', draft: { state: 'handed-in', ...handedIn } }),
  'brief-draft-changes': () =>
    brief(host, {
      standing: 'confirmed',
      draft: { state: 'changes-asked', ...handedIn, words: 'Please say in the first seconds that it is an ad.' },
    }),
  'brief-draft-approved': () => brief(host, { standing: 'confirmed', draft: { state: 'approved', ...handedIn } }),
  'brief-verified': () => brief(host, { standing: 'verified', postUrl: 'https://www.instagram.com/reel/C9x2k1mQ/' }),
  connected: () => connected(host, { kind: 'connected', handle: 'meera.cooks' }),
  'connected-other': () => connected(host, { kind: 'other', found: 'meera.private', wanted: 'meera.cooks' }),
  'connected-denied': () => connected(host, { kind: 'denied' }),
  unsubscribe: () => unsubscribePage({ language: host.language, brand: host.brand.name }),
  unsubscribed: () => unsubscribedPage({ language: host.language, brand: host.brand.name }),
});

const troubles: readonly Trouble[] = ['expired', 'invalid', 'failed'];

export const pageSamples: Readonly<Record<string, () => RenderedPage>> = {
  ...ofInfluencer(sampleHost),
  ...Object.fromEntries(
    Object.entries(ofInfluencer({ ...sampleHost, language: 'hi' })).map(([name, render]) => [`${name}-hi`, render]),
  ),
  ...Object.fromEntries(
    troubles.map(trouble => [
      `trouble-${trouble}`,
      () => troublePage({ language: 'en', brand: 'Groundswell' }, trouble),
    ]),
  ),
  report: () => reportPage({ report: sampleReport, timeZone: 'Asia/Kolkata' }),
  'report-kick-off': () =>
    reportPage({
      report: {
        ...sampleReport,
        kind: 'kick-off',
        figures: sampleReport.figures.slice(0, 2),
        series: [],
        results: [],
        attention: [],
        notes: [],
      },
      timeZone: 'Asia/Kolkata',
    }),
  console: consolePage,
};
