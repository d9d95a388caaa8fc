import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Collaboration,
  type CollaborationEvent,
  type CollaborationStatus,
  collaborationStatuses,
  isLost,
  isOpen,
  lostStatuses,
  openStatuses,
} from '#shared/domain/collaboration.ts';
import { type Decision, decide } from '#shared/domain/lifecycle/decide.ts';
import { aCollaboration, at, days, inr, progressIn, someTerms } from './builders.ts';

const verified = progressIn('verified');
const post = 'post' in verified ? verified.post : undefined;
if (!post) throw new Error('a verified collaboration has a post');

/** One event of every kind (and of every kind's variants that decide differently). */
const events = {
  invitation: { kind: 'message-sent', purpose: 'invitation', number: 1, subject: 'Hello' },
  mail: { kind: 'message-sent', purpose: 'follow-up', number: 1, subject: 'Hello again' },
  accepted: { kind: 'accepted', terms: someTerms({ fee: inr(4500) }), via: 'mail' },
  declined: { kind: 'declined', because: 'no time', via: 'mail' },
  asked: { kind: 'asked', about: 'usage rights', ask: inr(7000), via: 'mail' },
  offered: { kind: 'offered', terms: someTerms({ fee: inr(5000) }), because: 'half-way' },
  'call-booked': { kind: 'call-booked', from: days(2), to: days(2.1) },
  'call-off': { kind: 'call-off', because: 'they are ill', by: 'them' },
  'call-answered': { kind: 'call-answered', answer: 'declined', comment: 'Friday?' },
  postponed: { kind: 'postponed', until: days(7), because: 'on vacation' },
  held: { kind: 'held', because: 'they mention a lawyer' },
  'handed-back': { kind: 'handed-back', by: 'Meera' },
  'opted-out': { kind: 'opted-out', via: 'one-click' },
  complained: { kind: 'opted-out', via: 'complaint' },
  'bounced-soft': { kind: 'bounced', hard: false, because: 'mailbox full' },
  'bounced-hard': { kind: 'bounced', hard: true, because: 'no such user' },
  'gave-up': { kind: 'gave-up', because: 'no answer to 3 mails' },
  'brief-sent': { kind: 'brief-sent', link: { code: 'abc', url: 'https://example.com/r/abc' }, coupon: 'ASHA10' },
  'brief-confirmed': { kind: 'brief-confirmed', via: 'page' },
  'post-found': { kind: 'post-found', url: 'https://example.com/p', via: 'mail' },
  'post-verified': { kind: 'post-verified', post },
  'post-refused': { kind: 'post-refused', because: 'no disclosure' },
  excluded: { kind: 'excluded', because: 'works for a competitor' },
  withdrawn: { kind: 'withdrawn', because: 'campaign cancelled' },
  settled: { kind: 'settled', payout: inr(4000) },
} as const satisfies Record<string, CollaborationEvent>;
type EventName = keyof typeof events;
const eventNames = Object.keys(events) as EventName[];

/**
 * The lifecycle as a table: status -> event -> the status after it. An event that is not listed moves nothing: `same` names those that
 * are taken note of in place, everything else is kept out with a reason.
 */
const out = {
  declined: 'declined',
  'gave-up': 'unresponsive',
  excluded: 'excluded',
  withdrawn: 'withdrawn',
} as const;
const unbound = {
  ...out,
  'bounced-hard': 'unreachable',
  'opted-out': 'declined',
  complained: 'declined',
  accepted: 'accepted',
  asked: 'negotiating',
} as const;
const moves: Record<CollaborationStatus, Partial<Record<EventName, CollaborationStatus>>> = {
  shortlisted: { ...unbound, invitation: 'invited' },
  invited: unbound,
  negotiating: unbound,
  accepted: { ...out, 'brief-sent': 'briefed' },
  briefed: { ...out, 'brief-confirmed': 'confirmed', 'post-found': 'published' },
  confirmed: { ...out, 'post-found': 'published' },
  published: { ...out, 'post-verified': 'verified', 'post-refused': 'confirmed' },
  verified: { ...out, settled: 'settled' },
  settled: {},
  declined: {},
  unresponsive: {},
  unreachable: {},
  excluded: {},
  withdrawn: {},
};
const always: EventName[] = ['invitation', 'mail', 'handed-back', 'bounced-soft', 'opted-out', 'complained', 'held'];
const whileOpen: EventName[] = [...always, 'bounced-hard', 'call-booked', 'postponed'];
const same: Record<CollaborationStatus, EventName[]> = {
  shortlisted: whileOpen,
  invited: [...whileOpen, 'offered'],
  negotiating: [...whileOpen, 'offered'],
  accepted: [...whileOpen, 'asked'],
  briefed: [...whileOpen, 'asked'],
  confirmed: [...whileOpen, 'asked'],
  published: whileOpen,
  verified: whileOpen,
  settled: [...always, 'bounced-hard'],
  declined: [...always, 'bounced-hard'],
  unresponsive: [...always, 'bounced-hard'],
  unreachable: [...always, 'bounced-hard'],
  excluded: [...always, 'bounced-hard'],
  withdrawn: [...always, 'bounced-hard'],
};

const statusAfter = (decision: Decision): CollaborationStatus | 'kept' =>
  decision.kind === 'move' ? decision.next.status : 'kept';

describe.each(collaborationStatuses)('while %s', status => {
  it.each(eventNames)('%s', name => {
    const expected = moves[status][name] ?? (same[status].includes(name) ? status : 'kept');
    const decision = decide(aCollaboration(status), events[name], days(1));
    expect(statusAfter(decision)).toBe(expected);
    if (decision.kind === 'keep') expect(decision.because).toContain(status);
    else
      expect(decision.effects[0]).toEqual({
        kind: 'record',
        event: events[name],
        at: days(1),
        from: status,
        version: 1,
      });
  });
});

const effectKinds = (decision: Decision): string[] =>
  decision.kind === 'move' ? decision.effects.map(effect => effect.kind) : [];
const following = (collaboration: Collaboration, event: CollaborationEvent): Collaboration => {
  const decision = decide(collaboration, event, days(1));
  if (decision.kind === 'keep') throw new Error(decision.because);
  return decision.next;
};

describe('what a transition carries', () => {
  it('an acceptance settles the terms and the offer', () => {
    expect(following(aCollaboration('negotiating'), events.accepted)).toMatchObject({
      status: 'accepted',
      since: days(1),
      terms: events.accepted.terms,
      offer: events.accepted.terms,
    });
  });

  it('what was talked about ends with the negotiation', () => {
    const accepted = following(aCollaboration('negotiating'), events.accepted);
    expect(accepted).not.toHaveProperty('about');
    expect(accepted).not.toHaveProperty('ask');
  });

  it('terms outlive each step to the settlement', () => {
    let collaboration = aCollaboration('accepted');
    for (const name of ['brief-sent', 'brief-confirmed', 'post-found', 'post-verified', 'settled'] as const)
      collaboration = following(collaboration, events[name]);
    expect(collaboration).toMatchObject({
      status: 'settled',
      terms: someTerms(),
      post,
      payout: inr(4000),
      coupon: 'ASHA10',
    });
    expect(collaboration).not.toHaveProperty('postUrl');
  });

  it('a brief may go out without a coupon', () => {
    const { coupon: _, ...brief } = events['brief-sent'];
    expect(following(aCollaboration('accepted'), brief)).not.toHaveProperty('coupon');
  });

  it('a question without a price is a negotiation too', () => {
    const { ask: _, ...question } = events.asked;
    expect(following(aCollaboration('invited'), question)).not.toHaveProperty('ask');
  });

  it('a refused post waits for a person, who can hand it back', () => {
    const refused = decide(aCollaboration('published'), events['post-refused'], days(1));
    expect(effectKinds(refused)).toEqual(['record', 'ask-person']);
    const held = following(aCollaboration('published'), events['post-refused']);
    expect(held.heldForPerson).toBe('no disclosure');
    expect(held).not.toHaveProperty('postUrl');
    expect(following(held, events['handed-back'])).not.toHaveProperty('heldForPerson');
  });

  it('an opt-out before an agreement ends it; after one a person takes over, and no mail goes out', () => {
    expect(effectKinds(decide(aCollaboration('invited'), events['opted-out'], at))).toEqual([
      'record',
      'suppress',
      'release-budget',
    ]);
    const briefed = decide(aCollaboration('briefed'), events.complained, at);
    expect(statusAfter(briefed)).toBe('briefed');
    expect(briefed).toMatchObject({
      next: { heldForPerson: 'asked not to be written to (complaint)' },
      effects: [{ kind: 'record' }, { kind: 'suppress', because: 'complaint' }, { kind: 'ask-person' }],
    });
  });

  it('a bounce takes nothing from who has agreed: a person finds another way', () => {
    expect(decide(aCollaboration('verified'), events['bounced-hard'], at)).toMatchObject({
      next: { status: 'verified', heldForPerson: 'mail to them bounces: no such user' },
      effects: [{ kind: 'record' }, { kind: 'suppress', because: 'bounce' }, { kind: 'ask-person' }],
    });
  });

  it('a late opt-out still suppresses the address', () => {
    expect(effectKinds(decide(aCollaboration('declined'), events['opted-out'], at))).toEqual(['record', 'suppress']);
  });

  it('every message is counted', () => {
    expect(following(aCollaboration('invited'), events.mail).sent).toEqual([
      { purpose: 'follow-up', number: 1, at: days(1) },
    ]);
  });

  it('a message that is told twice counts once', () => {
    const once = following(aCollaboration('invited'), events.mail);
    expect(decide(once, events.mail, days(2))).toMatchObject({ kind: 'keep' });
    expect(decide(once, { ...events.mail, number: 2 }, days(2))).toMatchObject({ kind: 'move' });
  });

  it('who writes after the end reaches a person; but for that, nothing moves', () => {
    const late = decide(aCollaboration('unresponsive'), events.held, days(9));
    expect(late).toMatchObject({ effects: [{ kind: 'record' }, { kind: 'ask-person', because: events.held.because }] });
    const { openItems, ...rest } = following(aCollaboration('unresponsive'), events.held);
    expect(openItems).toHaveLength(1);
    expect(rest).toEqual(aCollaboration('unresponsive'));
  });

  it('a booked call is told to a person, who has to ring', () => {
    expect(decide(aCollaboration('invited'), events['call-booked'], at)).toMatchObject({
      next: { status: 'invited' },
      effects: [{ kind: 'record' }, { kind: 'ask-person', because: `they booked a call: ${days(2)} to ${days(2.1)}` }],
    });
    expect(following(aCollaboration(), events['call-booked'])).not.toHaveProperty('heldForPerson');
  });

  it('pauses, holds and calls are kept', () => {
    expect(following(aCollaboration(), events.postponed).quietUntil).toBe(days(7));
    expect(following(aCollaboration(), events.held).heldForPerson).toBe('they mention a lawyer');
    const quoted = decide(aCollaboration(), { ...events.held, quote: 'my lawyer will write' }, at);
    expect(quoted).toMatchObject({
      effects: [{ kind: 'record' }, { kind: 'ask-person', quote: 'my lawyer will write' }],
    });
    expect(following(aCollaboration(), events['call-booked']).call).toEqual({ from: days(2), to: days(2.1) });
  });
});

describe('laws of the lifecycle', () => {
  const anyEvent = fc.constantFrom(...eventNames).map(name => events[name]);
  const anyStatus = fc.constantFrom(...collaborationStatuses);
  const ended = collaborationStatuses.filter(status => !isOpen(status));

  it('open, settled and lost are the three kinds of standing', () => {
    for (const status of collaborationStatuses)
      expect([isOpen(status), isLost(status), status === 'settled'].filter(Boolean)).toHaveLength(1);
    expect([...openStatuses, 'settled', ...lostStatuses]).toEqual(collaborationStatuses);
  });

  it('an ended collaboration never leaves its end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ended), fc.array(anyEvent, { maxLength: 12 }), (status, happened) => {
        let collaboration = aCollaboration(status);
        for (const event of happened) {
          const decision = decide(collaboration, event, days(1));
          if (decision.kind === 'move') collaboration = decision.next;
        }
        expect(collaboration.status).toBe(status);
      }),
    );
  });

  it('budget is released exactly once, when a collaboration is lost', () => {
    fc.assert(
      fc.property(anyStatus, fc.array(anyEvent, { maxLength: 20 }), (status, happened) => {
        let collaboration = aCollaboration(status);
        let released = 0;
        for (const event of happened) {
          const decision = decide(collaboration, event, days(1));
          released += effectKinds(decision).filter(kind => kind === 'release-budget').length;
          if (decision.kind === 'move') collaboration = decision.next;
        }
        expect(released).toBe(!isLost(status) && isLost(collaboration.status) ? 1 : 0);
      }),
    );
  });

  it('a wait is completed exactly once: with the first status outside it', () => {
    fc.assert(
      fc.property(
        anyStatus,
        fc.subarray([...openStatuses]),
        fc.array(anyEvent, { maxLength: 20 }),
        (status, extra, happened) => {
          const whileIn = [...new Set([status, ...extra])];
          let collaboration = aCollaboration(status, { waiting: { taskToken: 'token', whileIn } });
          const completed: CollaborationStatus[] = [];
          let firstOutside: CollaborationStatus | undefined;
          for (const event of happened) {
            const decision = decide(collaboration, event, days(1));
            if (decision.kind === 'keep') continue;
            for (const effect of decision.effects) if (effect.kind === 'complete-wait') completed.push(effect.status);
            collaboration = decision.next;
            if (!whileIn.includes(collaboration.status)) firstOutside ??= collaboration.status;
          }
          expect(completed).toEqual(firstOutside ? [firstOutside] : []);
          expect(collaboration.waiting !== undefined).toBe(firstOutside === undefined);
        },
      ),
    );
  });

  it('is deterministic and changes nothing it was given', () => {
    fc.assert(
      fc.property(anyStatus, anyEvent, (status, event) => {
        const collaboration = aCollaboration(status);
        const before = structuredClone(collaboration);
        expect(decide(collaboration, event, at)).toEqual(decide(collaboration, event, at));
        expect(collaboration).toEqual(before);
      }),
    );
  });

  it('each status carries exactly the facts that it rests on', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), happened => {
        let collaboration = aCollaboration('shortlisted');
        for (const event of happened) {
          const decision = decide(collaboration, event, days(1));
          if (decision.kind === 'move') collaboration = decision.next;
        }
        const facts = ['about', 'terms', 'postUrl', 'post', 'payout', 'because'] as const;
        const held = facts.filter(fact => fact in collaboration);
        expect(held).toEqual(facts.filter(fact => fact in progressIn(collaboration.status)));
      }),
    );
  });
});
