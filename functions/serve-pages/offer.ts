import { type Collaboration, isLost, isOpen } from '#shared/domain/collaboration.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import { parseNumber } from '#shared/domain/import/number-format.ts';
import { formatMoney, money } from '#shared/domain/money.ts';
import { offerSlots } from '#shared/domain/outreach/call-slots.ts';
import { readerOf } from '#shared/email/letter.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import type { Answer } from '#shared/lambda/request.ts';
import { showSlot } from '#shared/lib/display.ts';
import { acceptTerms } from '#shared/operations/accept.ts';
import { advance } from '#shared/operations/advance.ts';
import { counterAnswer } from '#shared/operations/answers.ts';
import { deliverablesFor } from '#shared/operations/brief-content.ts';
import { bookCall, callOff } from '#shared/operations/call-mail.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import { negotiate } from '#shared/operations/negotiate.ts';
import { pageUrl } from '#shared/operations/send-message.ts';
import { inMinor } from '#shared/operations/spec-terms.ts';
import { takeSlot } from '#shared/operations/take-slot.ts';
import { type DonePageProps, donePage } from '#shared/pages/done.ts';
import { offerPage } from '#shared/pages/offer.ts';
import { type OfferAnswer, type OfferProblem, offerAnswer } from '#shared/pages/offer-form.ts';
import { formOf, type PageDeps, shown, type Visit, visitOf } from './visit.ts';

/** Slots among which a booking may lie; the page shows the first three of those still free. */
const bookable = 12;
const offered = 3;

export const openOffer =
  (deps: PageDeps): RouteHandler =>
  async request =>
    show(deps, await visitOf(deps, 'o', request), request.at);

export const answerOffer =
  (deps: PageDeps): RouteHandler =>
  async request => {
    const visit = await visitOf(deps, 'o', request);
    const form = formOf(request);
    const read = offerAnswer.safeParse(form);
    if (standingOf(visit) !== 'open') return show(deps, visit, request.at);
    if (!read.success) return show(deps, visit, request.at, problemWith(form));
    return take(deps, visit, read.data, request.at);
  };

async function take(deps: PageDeps, visit: Visit, answer: OfferAnswer, at: string): Promise<Answer> {
  const { collaboration, campaign } = visit;
  const { campaignId, influencerId } = collaboration;
  const happened = advance(deps);
  const done = (what: DonePageProps['what'], detail?: string) =>
    shown(
      donePage({
        host: visit.host,
        what,
        ...(detail !== undefined && { detail }),
        backUrl: pageUrl(deps, 'o', collaboration.threadId),
      }),
    );
  const tell = async (about: string, quote: string) => {
    await happened(campaignId, influencerId, { kind: 'asked', about, via: 'page' }, at);
    await happened(
      campaignId,
      influencerId,
      { kind: 'held', because: `they wrote on their page: ${about}`, quote },
      at,
    );
  };
  // Nobody answers an offer that they have not read, and a second press answers nothing.
  const isStale = 'version' in answer && answer.version !== versionOf(collaboration);
  if (isStale) return show(deps, visit, at, { kind: 'changed' });
  switch (answer.answer) {
    case 'accept': {
      const now = await acceptTerms(deps)(collaboration, collaboration.offer, 'page', at);
      return done(now.status === 'accepted' ? 'accepted' : 'asked');
    }
    case 'decline':
      await callOff(deps, campaign, collaboration, { because: 'they declined', by: 'us' }, at);
      await happened(
        campaignId,
        influencerId,
        { kind: 'declined', because: [answer.because, answer.note].filter(Boolean).join(': '), via: 'page' },
        at,
      );
      return done('declined');
    case 'question':
      await tell('a question', answer.question);
      return done('asked');
    case 'details': {
      const { answer: _, ...given } = answer;
      const lines = Object.entries(given).flatMap(([field, text]) => (text ? `${field}: ${text}` : []));
      await tell('their work, numbers and terms', lines.join('\n'));
      return done('told');
    }
    case 'call': {
      const slot = (await freeSlots(deps, visit, at)).find(({ from }) => Date.parse(from) === Date.parse(answer.slot));
      if (!slot || !(await takeSlot(deps)(collaboration, slot, at))) return show(deps, visit, at, { kind: 'slot' });
      await bookCall(deps, campaign, collaboration, slot, at);
      return done('booked', showSlot(slot, readerOf(visit.host)));
    }
    case 'call-off':
      await callOff(deps, campaign, collaboration, { because: 'on their page', by: 'them' }, at);
      return done('called-off');
    case 'counter': {
      const amount = parseNumber(answer.amount);
      const written = { amount: answer.amount, ...(answer.note !== undefined && { note: answer.note }) };
      if (amount === undefined || amount <= 0) return show(deps, visit, at, { kind: 'amount', written });
      const ask = inMinor(amount, campaign.budget.currency);
      const countered = await negotiate(deps)(collaboration, { ask, via: 'page', quote: answer.note ?? '' }, at);
      if (countered) await sendCounter(deps, visit, countered, at);
      const { status } = await deps.collaborations.get(campaignId, influencerId);
      return done(status === 'accepted' ? 'accepted' : 'countered', formatMoney(money(ask.minor, ask.currency)));
    }
  }
}

async function sendCounter(
  deps: DeliverDeps,
  { campaign }: Visit,
  countered: Parameters<typeof counterAnswer>[0],
  at: string,
): Promise<void> {
  const { collaboration } = countered;
  const number = collaboration.sent.filter(({ purpose }) => purpose === 'answer').length + firstOfPage;
  const facts = { paragraphs: counterAnswer(countered), showOffer: true };
  await deliver(deps)(campaign, collaboration, { purpose: 'answer', number, isAnswer: true, facts }, at);
}

/** Answers to what came by page are counted from here, apart from answers to mails and of people. */
const firstOfPage = 501;

async function show(deps: DeliverDeps, visit: Visit, at: string, problem?: OfferProblem): Promise<Answer> {
  const { campaign, collaboration, host } = visit;
  const { spec } = campaign;
  const page = offerPage({
    host,
    objectives: spec.objectives,
    deliverables: deliverablesFor(spec, collaboration),
    postBetween: spec.brief.postBetween,
    offer: collaboration.offer,
    version: versionOf(collaboration),
    slots: (await freeSlots(deps, visit, at)).slice(0, offered),
    ...(spec.outreach.callSlots.bookingUrl !== undefined && { bookingUrl: spec.outreach.callSlots.bookingUrl }),
    ...(collaboration.call && { call: collaboration.call }),
    ...(collaboration.dataRequest && { asksForDetails: true }),
    standing: standingOf(visit),
    ...(collaboration.link && { briefUrl: pageUrl(deps, 'b', collaboration.threadId) }),
    ...(problem && { problem }),
  });
  return shown(page, problem ? 422 : 200);
}

function standingOf({ collaboration: { status }, isOver }: Visit): 'open' | 'accepted' | 'declined' | 'over' {
  if (status === 'declined') return 'declined';
  if (isLost(status) || isOver) return 'over';
  return status === 'shortlisted' || status === 'invited' || status === 'negotiating' ? 'open' : 'accepted';
}

/** Names exactly this offer. */
const versionOf = ({ offer }: Collaboration): string => shortHash(JSON.stringify(offer));

/** What the brand's calendar rules leave after the calls that others have booked. */
async function freeSlots({ collaborations }: DeliverDeps, { campaign, collaboration }: Visit, at: string) {
  const taken = [];
  for await (const other of collaborations.ofCampaign(campaign.campaignId))
    if (other.call && isOpen(other.status) && other.influencerId !== collaboration.influencerId) taken.push(other.call);
  const { outreach, period } = campaign.spec;
  return offerSlots(outreach.callSlots, period.timeZone, taken, at, bookable);
}

function problemWith(form: Readonly<Record<string, string>>): OfferProblem {
  const { answer, amount, note, question } = form;
  if (answer === 'counter') return { kind: 'amount', written: { ...(amount && { amount }), ...(note && { note }) } };
  if (answer === 'call') return { kind: 'slot' };
  if (answer === 'accept') return { kind: 'changed' };
  return { kind: 'question', written: { ...(question && { question }) } };
}
