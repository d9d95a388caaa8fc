import {
  type Collaboration,
  type CollaborationEvent,
  type CollaborationStatus,
  type Effect,
  isOpen,
  type LostStatus,
  reopenableStatuses,
} from '../collaboration.ts';
import { asksToBeErased, erasedBecause, personalFields, withoutPerson } from '../erasure.ts';
import { answerDraft, askedFor, handIn, isAwaited } from '../outreach/draft.ts';
import { callAnswered, callOff } from './call-changes.ts';
import type { Change } from './change.ts';

/** What an event means where the collaboration stands: a case each. */
export function changeOf(collaboration: Collaboration, event: CollaborationEvent, at: string): Change {
  const { status } = collaboration;
  const terms = 'terms' in collaboration ? collaboration.terms : undefined;
  const interest = { interestedAt: collaboration.interestedAt ?? at };
  const onlyIn = (allowed: readonly CollaborationStatus[], change: Change): Change =>
    allowed.includes(status) ? change : { refused: `${event.kind} means nothing while ${status}` };
  const whileOpen = (change: Change): Change => (isOpen(status) ? change : { refused: `already ${status}` });
  const lose = (to: LostStatus, because: string, effects: readonly Effect[] = []): Change =>
    isOpen(status)
      ? { set: { status: to, since: at, because }, effects }
      : effects.length > 0
        ? { set: {}, effects }
        : { refused: `already ${status}` };
  const agreed = terms !== undefined && isOpen(status);
  // An agreement stands although its mails stop: a person finds another way to talk.
  const mailsStop = (because: string, suppress: Effect): Change => ({
    set: { heldForPerson: because },
    effects: [suppress, { kind: 'ask-person', because, at }],
  });

  switch (event.kind) {
    case 'message-sent': {
      const { purpose, number } = event;
      if (collaboration.sent.some(message => message.purpose === purpose && message.number === number))
        return { refused: `${purpose} ${number} is counted already, while ${status}` };
      const { variant } = event;
      const sent = [...collaboration.sent, { purpose, number, at, ...(variant && { variant }) }];
      return status === 'shortlisted' && event.purpose === 'invitation'
        ? { set: { status: 'invited', since: at, sent } }
        : { set: { sent } };
    }
    case 'accepted':
      return onlyIn(['shortlisted', 'invited', 'negotiating'], {
        set: { status: 'accepted', since: at, terms: event.terms, offer: event.terms, ...interest },
      });
    case 'declined':
      return lose('declined', event.because);
    case 'asked':
      return onlyIn(['shortlisted', 'invited', 'negotiating', 'accepted', 'briefed', 'confirmed'], {
        set:
          status === 'shortlisted' || status === 'invited' || status === 'negotiating'
            ? {
                status: 'negotiating',
                since: at,
                about: event.about,
                ...(event.ask && { ask: event.ask }),
                ...interest,
              }
            : {},
        // Whoever writes has answered what we asked of them, or says why not.
        clear: ['dataRequest'],
      });
    case 'offered':
      return onlyIn(['invited', 'negotiating'], { set: { offer: event.terms } });
    case 'call-booked':
      return whileOpen({
        set: { call: { from: event.from, to: event.to } },
        effects: [{ kind: 'ask-person', because: `they booked a call: ${event.from} to ${event.to}`, at }],
      });
    case 'call-off':
      return collaboration.call ? whileOpen(callOff(event, at)) : { refused: `no call is booked, while ${status}` };
    case 'call-answered':
      return collaboration.call
        ? whileOpen(callAnswered(event, at))
        : { refused: `no call is booked, while ${status}` };
    case 'postponed':
      return whileOpen({ set: { quietUntil: event.until } });
    case 'snoozed':
      return whileOpen({ set: { snooze: { until: event.until, because: event.because } } });
    case 'skipped': {
      const { purpose, number, dueAt } = event;
      const skipped = collaboration.skipped ?? [];
      const isDone = [...collaboration.sent, ...skipped].some(one => one.purpose === purpose && one.number === number);
      return isDone
        ? { refused: `${purpose} ${number} was sent or left out already` }
        : whileOpen({ set: { skipped: [...skipped, { purpose, number, at: dueAt }] } });
    }
    case 'data-asked':
      return onlyIn(['invited', 'negotiating'], {
        set: { dataRequest: { askedAt: at, ...(event.note !== undefined && { note: event.note }) } },
      });
    case 'held':
      // Who writes after the end still deserves a person; there is nothing left to hold.
      return {
        set: isOpen(status) ? { heldForPerson: event.because } : {},
        // Held with their words: they have answered.
        ...(event.quote && { clear: ['dataRequest'] }),
        effects: [{ kind: 'ask-person', because: event.because, at, ...(event.quote && { quote: event.quote }) }],
      };
    case 'taken-over':
      return whileOpen({ set: { owner: event.by, heldForPerson: `${event.by} has taken it over` } });
    case 'decided':
      return { set: {}, clear: collaboration.owner === undefined ? ['heldForPerson'] : [] };
    case 'handed-back':
      return { set: {}, clear: ['heldForPerson', 'owner', 'snooze'] };
    case 'reopened':
      return onlyIn(reopenableStatuses, {
        set: { status: 'negotiating', since: at, about: event.because },
        clear: ['snooze', 'quietUntil', 'dataRequest'],
      });
    case 'opted-out': {
      const because = `asked not to be written to (${event.via})`;
      const suppress: Effect = { kind: 'suppress', because: event.via === 'complaint' ? 'complaint' : 'unsubscribe' };
      const wish: Effect[] = event.wantsErasure ? [{ kind: 'ask-person', because: asksToBeErased, at }] : [];
      return agreed
        ? mailsStop(event.wantsErasure ? asksToBeErased : because, suppress)
        : lose('declined', because, [suppress, ...wish]);
    }
    case 'bounced':
      if (!event.hard) return { set: {} };
      return agreed
        ? mailsStop(`mail to them bounces: ${event.because}`, { kind: 'suppress', because: 'bounce' })
        : lose('unreachable', event.because, [{ kind: 'suppress', because: 'bounce' }]);
    case 'gave-up':
      return lose('unresponsive', event.because);
    case 'brief-sent':
      return onlyIn(['accepted'], {
        set: {
          status: 'briefed',
          since: at,
          ...(terms && { terms }),
          link: event.link,
          ...(event.coupon && { coupon: event.coupon }),
        },
      });
    case 'brief-confirmed':
      return onlyIn(['briefed'], {
        set: {
          status: 'confirmed',
          since: at,
          ...(terms && { terms }),
          ...(event.draftDueAt !== undefined && { draft: askedFor(event.draftDueAt, at) }),
        },
      });
    case 'draft-handed-in': {
      const change = handIn(collaboration, event, at);
      if ('refused' in change) return change;
      const { asks: because = '' } = change;
      const moves = status === 'briefed' && ({ status: 'confirmed', since: at, ...(terms && { terms }) } as const);
      return {
        set: { ...change.set, ...moves },
        effects: [{ kind: 'ask-person', because, at, ...(event.text !== undefined && { quote: event.text }) }],
      };
    }
    case 'draft-changes-asked':
    case 'draft-approved':
      return answerDraft(collaboration, event, at);
    case 'post-found': {
      // A post says more than a click on "confirm": who published has understood the brief.
      const isEarly = isAwaited(collaboration.draft) && event.via !== 'person';
      const because = 'they published before their draft was approved';
      return onlyIn(['briefed', 'confirmed'], {
        set: { status: 'published', since: at, ...(terms && { terms }), postUrl: event.url },
        clear: isAwaited(collaboration.draft) ? ['draft'] : [],
        effects: isEarly ? [{ kind: 'ask-person', because, at }] : [],
      });
    }
    case 'post-verified':
      return onlyIn(['published'], {
        set: { status: 'verified', since: at, ...(terms && { terms }), post: event.post },
      });
    case 'post-refused': {
      const set = { status: 'confirmed', since: at, ...(terms && { terms }) } as const;
      if (event.by !== undefined) return onlyIn(['published'], { set });
      return onlyIn(['published'], {
        set: { ...set, heldForPerson: event.because },
        effects: [{ kind: 'ask-person', because: event.because, at }],
      });
    }
    case 'excluded':
      return lose('excluded', event.because);
    case 'withdrawn': {
      const tell = `${event.because} after they agreed: tell them`;
      return lose('withdrawn', event.because, event.tellThem ? [{ kind: 'ask-person', because: tell, at }] : []);
    }
    case 'settled':
      return onlyIn(['verified'], { set: { status: 'settled', since: at, payout: event.payout } });
    case 'erased': {
      if (collaboration.erasedAt !== undefined) return { refused: `erased already on ${collaboration.erasedAt}` };
      const ends = isOpen(status) ? ({ status: 'withdrawn', since: at, because: erasedBecause } as const) : {};
      return { set: { ...withoutPerson(collaboration), ...ends, erasedAt: at }, clear: personalFields };
    }
  }
}
