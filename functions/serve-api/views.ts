import type { CampaignSummaryView } from '#shared/contracts/views/campaigns.ts';
import type { CandidateView } from '#shared/contracts/views/candidates.ts';
import type { CollaborationView, TimelineView } from '#shared/contracts/views/collaborations.ts';
import { type DecisionKind, decisionsIn } from '#shared/domain/attention.ts';
import { profileFigures } from '#shared/domain/audience/profile-figures.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { costPerEngagement, type EarlierCollaboration, historyValue } from '#shared/domain/import/history.ts';
import { mergeReasons } from '#shared/domain/import/merge-reasons.ts';
import { profileUrl } from '#shared/domain/import/profile.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import { whatNext } from '#shared/operations/what-next.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { TimelineEntry } from '#shared/ports/collaborations.ts';
import type { StoredMessage } from '#shared/ports/messages.ts';

/** Stored things as the API shows them: no addresses, no task tokens. */

export const campaignSummary = ({ campaignId, spec, commitments, ...campaign }: Campaign): CampaignSummaryView => ({
  id: campaignId,
  name: spec.name,
  brand: spec.brand.name,
  status: campaign.status,
  paused: campaign.paused,
  createdAt: campaign.createdAt,
  endsAt: campaign.endsAt,
  budget: campaign.budget,
  committed: { minor: commitments.committed, currency: campaign.budget.currency },
});

const profileView = (ref: ProfileRef) => ({ ...ref, url: profileUrl(ref) });

function historyView(history: readonly EarlierCollaboration[]): CandidateView['history'] {
  const { value, reason } = historyValue(history) ?? {};
  return {
    ...(value !== undefined && { value }),
    ...(reason !== undefined && { reason }),
    collaborations: history.map(one => {
      const each = costPerEngagement(one);
      return { ...one, ...(each && { costPerEngagement: each }) };
    }),
  };
}

const scoreView = ({ parts, exclusions, evidence, changes, ...score }: Score): NonNullable<CandidateView['score']> => ({
  ...score,
  parts: [...parts],
  exclusions: [...exclusions],
  ...(evidence && { evidence: [...evidence] }),
  ...(changes && { changes: [...changes] }),
});

export function candidateView({
  influencerId,
  name,
  profiles,
  sightings,
  evidence,
  history,
  metrics,
  score,
  shortlistRank,
  sharedFollowers,
}: Candidate): CandidateView {
  return {
    influencerId,
    name,
    profiles: profiles.map(profileView),
    sightings: sightings.map(({ source, line, tag }) => ({ source, line, ...(tag !== undefined && { tag }) })),
    ...(evidence && { merged: mergeReasons(evidence) }),
    ...(history && { history: historyView(history) }),
    metrics:
      metrics === undefined
        ? { state: 'waiting' }
        : { state: metrics.kind, at: metrics.at, ...(metrics.kind !== 'measured' && { because: metrics.because }) },
    ...(score && { score: scoreView(score) }),
    ...(metrics?.kind === 'measured' && { figures: profileFigures(metrics) }),
    ...(shortlistRank !== undefined && { shortlistRank }),
    ...(sharedFollowers && { sharedFollowers: [...sharedFollowers] }),
  };
}

export function collaborationView(campaign: Campaign, collaboration: Collaboration, at: string): CollaborationView {
  const { offer, link, coupon, call, heldForPerson, owner, snooze, nextActionAt, timeZone, draft } = collaboration;
  const postUrl =
    'post' in collaboration ? collaboration.post.url : 'postUrl' in collaboration ? collaboration.postUrl : undefined;
  const { reminder, ...next } = whatNext(campaign, collaboration, at);
  return {
    influencerId: collaboration.influencerId,
    name: collaboration.name,
    profile: profileView(collaboration.profile),
    status: collaboration.status,
    since: collaboration.since,
    ...('because' in collaboration && { because: collaboration.because }),
    offer: {
      fee: offer.fee,
      ...(offer.lines && { lines: [...offer.lines] }),
      perSalePercent: offer.perSalePercent,
      perLead: offer.perLead,
    },
    ...(postUrl !== undefined && { postUrl }),
    ...(link && { link: link.url }),
    ...(coupon !== undefined && { coupon }),
    ...(call && { call }),
    ...(draft && { draft }),
    ...(heldForPerson !== undefined && { heldForPerson }),
    ...(owner !== undefined && { owner }),
    ...(snooze && snooze.until > at && { snooze }),
    ...(nextActionAt !== undefined && { nextActionAt }),
    next: { ...next, timeZone },
    decisions: decisionsNow(collaboration, reminder !== undefined),
  };
}

/** Nothing is offered that would be refused at once. */
function decisionsNow(collaboration: Collaboration, hasReminder: boolean): DecisionKind[] {
  const { heldForPerson, owner, snooze } = collaboration;
  const isIdle: Partial<Record<DecisionKind, boolean>> = {
    skip: !hasReminder,
    'take-over': owner !== undefined,
    'hand-back': heldForPerson === undefined && owner === undefined && snooze === undefined,
  };
  return decisionsIn(collaboration).filter(kind => !isIdle[kind]);
}

/** Events and messages of one collaboration in one line of time. */
export function timelineView(entries: readonly TimelineEntry[], messages: readonly StoredMessage[]): TimelineView[] {
  const events = entries
    .filter(({ event }) => event.kind !== 'message-sent')
    .map(({ at, event, ignored }): TimelineView => {
      const detail = [detailOf(event), ignored && `changed nothing: ${ignored}`].filter(Boolean).join('; ');
      return { at, kind: 'event', title: event.kind, ...(detail && { detail }) };
    });
  const mails = messages.map(
    (message): TimelineView =>
      message.direction === 'out'
        ? {
            at: message.sentAt ?? message.claimedAt,
            kind: 'message-out',
            title: `${message.purpose}: ${message.subject}`,
            detail:
              message.state === 'sent'
                ? message.text
                : `${message.state}${message.because ? `: ${message.because}` : ''}`,
          }
        : {
            at: message.at,
            kind: 'message-in',
            title: `${message.intent ?? message.kind}: ${message.subject}`,
            detail: message.text,
          },
  );
  return [...events, ...mails].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function detailOf(event: CollaborationEvent): string {
  switch (event.kind) {
    case 'accepted':
    case 'offered':
      return formatMoney(event.terms.fee);
    case 'asked':
      return [event.about, event.ask && formatMoney(event.ask)].filter(Boolean).join(', ');
    case 'declined':
    case 'gave-up':
    case 'excluded':
    case 'withdrawn':
    case 'held':
    case 'post-refused':
    case 'reopened':
    case 'bounced':
      return event.because;
    case 'taken-over':
      return [event.by, event.because].filter(Boolean).join(': ');
    case 'decided':
      return `${event.what}, by ${event.by}`;
    case 'skipped':
      return `${event.purpose} ${event.number}`;
    case 'data-asked':
      return event.note ?? '';
    case 'snoozed':
    case 'postponed':
      return `until ${event.until}: ${event.because}`;
    case 'call-booked':
      return `${event.from} to ${event.to}`;
    case 'call-off':
      return `by ${event.by}: ${event.because}`;
    case 'call-answered':
      return [event.answer, event.comment].filter(Boolean).join(': ');
    case 'draft-handed-in':
      return [event.link, event.text].filter(Boolean).join('\n');
    case 'draft-changes-asked':
      return event.words;
    case 'draft-approved':
      return [`by ${event.by}`, event.words].filter(Boolean).join(': ');
    case 'post-found':
      return event.url;
    case 'post-verified':
      return [event.post.url, event.post.vouched?.note].filter(Boolean).join(': ');
    case 'settled':
      return formatMoney(event.payout);
    case 'brief-sent':
      return event.link.url;
    default:
      return '';
  }
}
