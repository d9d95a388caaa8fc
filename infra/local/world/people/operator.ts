import { DateTime } from 'luxon';
import type { Decision } from '#shared/contracts/decisions.ts';
import type { CampaignView } from '#shared/contracts/views/campaigns.ts';
import type { CollaborationView } from '#shared/contracts/views/collaborations.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import { major } from '#shared/domain/money.ts';
import type { Clock } from '../../clock.ts';
import { patientFetch } from '../patient-fetch.ts';
import { linksOf } from './letter.ts';

export interface OperatorPlan {
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly token: string;
  readonly campaignId: string;
  readonly timeZone: string;
  /** Highest fee that the brand pays. */
  readonly ceiling: number;
  readonly label: string;
  readonly onAct: (what: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

type Item = CampaignView['attention'][number];

/** The brand's ops team: every working day at half past ten somebody looks at what waits for a person, and decides it. */
export function operator(plan: OperatorPlan): void {
  const api = client(plan);

  async function work(): Promise<void> {
    const campaign = (await api(`/campaigns/${plan.campaignId}`)) as CampaignView;
    if (hasEnded(campaign.status)) return;
    if (campaign.status === 'awaiting-approval') {
      plan.onAct('approve the shortlist');
      await api(`/campaigns/${plan.campaignId}/approve`, { add: [], remove: [] });
    }
    for (const item of campaign.attention)
      if (!item.resolvedAt && item.influencerId) await decide(item, item.influencerId, campaign);
    comeAgain();
  }

  async function decide(item: Item, influencerId: string, campaign: CampaignView): Promise<void> {
    const path = `/campaigns/${plan.campaignId}/collaborations/${influencerId}`;
    const { collaboration } = (await api(path)) as { collaboration: CollaborationView };
    const decision = decisionOn(item, collaboration, major(campaign.budget) - major(campaign.committed), plan);
    plan.onAct(`operator: ${decision.decision}`);
    // Some decisions come too late; the next look shows where things stand.
    await api(`${path}/decision`, decision).catch(plan.onTrouble);
  }

  const comeAgain = () => {
    plan.clock.at(
      nextMorning(plan.clock.now(), plan.timeZone),
      () => void plan.clock.hold(work().catch(plan.onTrouble)),
    );
  };
  comeAgain();
}

function decisionOn(
  item: Item,
  collaboration: CollaborationView,
  budgetLeft: number,
  { ceiling, label }: OperatorPlan,
): Decision {
  const { status, offer, draft, influencerId } = collaboration;
  const said = item.quote ?? '';
  const isTalking = ['shortlisted', 'invited', 'negotiating'].includes(status);
  const [url] = linksOf(said);
  if (/ceiling/.test(item.because))
    return {
      decision: 'offer',
      fee: ceiling,
      message: 'Thank you for telling us your rate. This is as far as we can go.',
    };
  if (/labelled|disclos/i.test(item.because))
    return {
      decision: 'answer',
      message: `Your post is lovely. Please put ${label} at its very beginning and send us the link once more.`,
    };
  if (draft?.state === 'handed-in')
    return draft.round === 1 && isPicky(influencerId)
      ? { decision: 'ask-changes', message: `Very nice! Please say ${label} in the first seconds.` }
      : { decision: 'approve-draft', message: 'We love it.' };
  if (item.options.includes('post') && url) return { decision: 'post', url };
  if (isTalking && /\byes\b|happy to|count me in|\bdeal\b/i.test(said))
    return major(offer.fee) <= budgetLeft
      ? { decision: 'accept', fee: major(offer.fee) }
      : { decision: 'withdraw', because: 'the budget is promised to others' };
  if (isTalking && said)
    return {
      decision: 'answer',
      message:
        'Good question. Nothing is tested on animals, you choose how to film it, and we pay within 15 days of the post.',
    };
  return { decision: 'hand-back' };
}

/** Half of the first drafts have something to change. */
const isPicky = (influencerId: string): boolean => (influencerId.codePointAt(influencerId.length - 1) ?? 0) % 2 === 0;

function nextMorning(ms: number, zone: string): number {
  const now = DateTime.fromMillis(ms, { zone });
  let at = now.startOf('day').set({ hour: 10, minute: 30 });
  while (at <= now || at.weekday > 5) at = at.plus({ days: 1 });
  return at.toMillis();
}

function client({ apiUrl, token }: OperatorPlan) {
  return async (path: string, body?: object): Promise<unknown> => {
    const answer = await patientFetch(apiUrl + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
}
