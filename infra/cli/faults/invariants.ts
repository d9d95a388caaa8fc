import type { Mail } from '#infra/local/services/ses/mail.ts';
import { isLost } from '#shared/domain/collaboration.ts';
import { dayIn } from '#shared/domain/time.ts';
import type { Evidence } from './evidence.ts';

/** A promise that was broken, and where. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

type Invariant = (evidence: Evidence) => string[];

const minuteMs = 60_000;
/** News of a bounce or complaint travels: a late event, its retries, and once in a while time itself leaps. */
const newsMs = 4 * 60 * minuteMs;

const nameOf = ({ destinations, tags }: Mail): string =>
  [...destinations, tags.thread ?? tags.campaign, tags.purpose, tags.number].join(' / ');

const repeated = (names: readonly string[]): string[] => {
  const seen = new Set<string>();
  return names.filter(name => seen.size === seen.add(name).size);
};

const invariants: Readonly<Record<string, Invariant>> = {
  'nobody is written to twice for one purpose': ({ mails }) => repeated(mails.map(nameOf)),

  'nobody is written to after an opt-out, a bounce or a complaint': ({ mails, world }) =>
    world.diary
      .filter(({ what }) => ['unsubscribe', 'bounce', 'complain'].includes(what))
      .flatMap(({ who, what, atMs }) =>
        mails
          .filter(mail => mail.destinations.includes(who) && mail.atMs > atMs + newsMs)
          .map(mail => `${nameOf(mail)} ${Math.round((mail.atMs - atMs) / minuteMs)} min after ${what}`),
      ),

  'no more is promised than the budget': ({ campaigns, collaborations }) =>
    campaigns.flatMap(({ campaignId, budget, commitments: { committed, byInfluencer } }) => {
      const sum = Object.values(byInfluencer).reduce((all, fee) => all + fee, 0);
      const agreed = collaborations.filter(one => one.campaignId === campaignId && one.status === 'settled');
      const unfunded = agreed.filter(one => byInfluencer[one.influencerId] !== one.offer.fee.minor);
      return [
        ...(committed > budget.minor ? [`${campaignId} committed ${committed} of ${budget.minor}`] : []),
        ...(committed !== sum ? [`${campaignId} committed ${committed}, its collaborations ${sum}`] : []),
        ...unfunded.map(
          ({ influencerId, offer }) => `${campaignId} ${influencerId} is owed ${offer.fee.minor} uncommitted`,
        ),
      ];
    }),

  'no more is sent in a day than the caps allow': ({ campaigns, messages }) =>
    campaigns.flatMap(({ campaignId, spec: { outreach, period } }) => {
      const days = new Map<string, number>();
      for (const { message, partition } of messages) {
        if (message.direction !== 'out' || !partition.startsWith(`COLLABORATION#${campaignId}#`)) continue;
        if (!message.sentAt || !['invitation', 'follow-up'].includes(message.purpose)) continue;
        const day = dayIn(message.sentAt, period.timeZone);
        for (const key of message.purpose === 'invitation' ? [`${day} new`, day] : [day])
          days.set(key, (days.get(key) ?? 0) + 1);
      }
      return [...days]
        .filter(([key, sent]) => sent > (key.endsWith('new') ? outreach.dailyNewContacts : outreach.dailyMails))
        .map(([key, sent]) => `${campaignId} ${key}: ${sent}`);
    }),

  'every answer reaches its thread, or the list of unmatched mail': ({ inbound, messages }) => {
    const kept = new Map<string, number>();
    for (const { message } of messages)
      if (message.direction === 'in') kept.set(message.from, (kept.get(message.from) ?? 0) + 1);
    const written = Map.groupBy(
      inbound.filter(({ from }) => from !== ''),
      ({ from }) => from,
    );
    return [...written].flatMap(([from, mails]) => {
      const found = kept.get(from) ?? 0;
      return found >= mails.length ? [] : [`${from} wrote ${mails.length} mails, ${found} are kept`];
    });
  },

  'every answer is acted upon': ({ messages }) =>
    messages.flatMap(({ message, partition }) =>
      message.direction === 'in' && partition !== 'UNMATCHED' && !message.handledAt
        ? [`${partition} ${message.id} of ${message.from}`]
        : [],
    ),

  'every campaign comes to its end': ({ campaigns, ended }) => [
    ...campaigns.filter(({ status }) => status !== 'finished').map(one => `${one.campaignId} is ${one.status}`),
    ...ended
      .filter(({ status }) => status !== 'SUCCEEDED')
      .map(({ name, status, cause }) => `${name} ${status}: ${cause?.slice(0, 300)}`),
  ],

  // A post that is up and could not be checked is never withdrawn: a person decides on its payout.
  'every collaboration ends in a named status, or with a person': ({ collaborations }) =>
    collaborations
      .filter(one => !(one.status === 'published' && one.heldForPerson))
      .filter(one => one.status !== 'settled' && !(isLost(one.status) && 'because' in one && one.because))
      .map(({ campaignId, influencerId, status }) => `${campaignId} ${influencerId} is ${status}`),

  'a step that stumbles is tried again, and no person is asked': ({ collaborations }) =>
    collaborations.flatMap(one =>
      /failed \(/.test(one.heldForPerson ?? '') || ('because' in one && /failed \(/.test(one.because))
        ? [`${one.campaignId} ${one.influencerId}: ${one.heldForPerson ?? ('because' in one ? one.because : '')}`]
        : [],
    ),

  'every event is processed in the end': ({ deadLetters }) => [...deadLetters],

  'every role may do what its code does': ({ refused }) => [...refused],

  'every order counts once': ({ orders, world }) => {
    const counted = orders.filter(({ counts }) => counts);
    const revenue = counted.reduce((sum, { total, refunded }) => sum + total.minor - refunded.minor, 0);
    return [
      ...(orders.length === world.orders ? [] : [`${world.orders} were placed, ${orders.length} are kept`]),
      ...(revenue === world.revenueMinor ? [] : [`customers paid ${world.revenueMinor}, counted are ${revenue}`]),
    ];
  },

  'every stakeholder gets each report once': ({ campaigns, mails }) =>
    campaigns.flatMap(({ campaignId, spec }) =>
      spec.stakeholders.flatMap(address =>
        ['kick-off-report', 'final-report'].flatMap(purpose => {
          const sent = mails.filter(
            ({ destinations, tags }) =>
              tags.campaign === campaignId && tags.purpose === purpose && destinations.includes(address),
          );
          return sent.length === 1 ? [] : [`${campaignId} ${purpose} to ${address}: ${sent.length}`];
        }),
      ),
    ),
};

export const invariantNames: readonly string[] = Object.keys(invariants);

/** Everything that must hold whatever went wrong on the way. */
export const violationsIn = (evidence: Evidence): Violation[] =>
  Object.entries(invariants).flatMap(([invariant, check]) => check(evidence).map(what => ({ invariant, what })));
