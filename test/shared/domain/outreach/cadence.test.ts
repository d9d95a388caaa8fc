import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collaboration, SentMessage } from '#shared/domain/collaboration.ts';
import { decide } from '#shared/domain/lifecycle/decide.ts';
import type { MessagePurpose } from '#shared/domain/message.ts';
import { type CadenceRules, nextAction } from '#shared/domain/outreach/cadence.ts';
import { type Cadence, usualCadences } from '#shared/domain/outreach/cadences.ts';
import { aCollaboration, at, days, progressIn } from '../builders.ts';

const rules: CadenceRules = { cadences: usualCadences, postBy: days(20) };
const inviting = (over: Partial<Cadence>, postBy = rules.postBy): CadenceRules => ({
  cadences: { ...usualCadences, invitation: { ...usualCadences.invitation, ...over } },
  postBy,
});
const mail = (purpose: MessagePurpose, afterDays: number, number = 1): SentMessage => ({
  purpose,
  number,
  at: days(afterDays),
});
const invitation = mail('invitation', 0);

const invited = (sent: SentMessage[], over: Parameters<typeof aCollaboration>[1] = {}) =>
  aCollaboration('invited', { sent: [invitation, ...sent], ...over });
const next = (collaboration: Collaboration, afterDays: number, given = rules) =>
  nextAction(collaboration, given, days(afterDays));
const waitUntil = (afterDays: number) => ({ kind: 'wait', until: days(afterDays), because: expect.any(String) });

describe('before an answer', () => {
  it('a shortlisted influencer is invited now', () => {
    expect(next(aCollaboration('shortlisted'), 0)).toEqual({ kind: 'send', purpose: 'invitation', number: 1 });
  });

  it('follow-ups count from the previous mail', () => {
    expect(next(invited([]), 2.9)).toEqual(waitUntil(3));
    expect(next(invited([]), 3)).toEqual({ kind: 'send', purpose: 'follow-up', number: 1 });
    expect(next(invited([mail('follow-up', 4)]), 10.9)).toEqual(waitUntil(11));
    expect(next(invited([mail('follow-up', 4)]), 11)).toEqual({ kind: 'send', purpose: 'follow-up', number: 2 });
  });

  it('a week after the last one it gives up', () => {
    const chased = invited([mail('follow-up', 3), mail('follow-up', 10, 2)]);
    expect(next(chased, 16)).toEqual(waitUntil(17));
    expect(next(chased, 17)).toEqual({ kind: 'give-up', because: 'no answer to 3 mails' });
    expect(next(chased, 11, inviting({ atLastAfterDays: 1 }))).toMatchObject({ kind: 'give-up' });
    expect(next(invited([]), 7, inviting({ remindAfterDays: [] }))).toEqual({
      kind: 'give-up',
      because: 'no answer to 1 mail',
    });
  });

  it('an outage is caught up with one message, and the next counts from it', () => {
    expect(next(invited([]), 40)).toEqual({ kind: 'send', purpose: 'follow-up', number: 1 });
    expect(next(invited([mail('follow-up', 40)]), 40)).toEqual(waitUntil(47));
  });

  it('where the invitation is not on record, the status says since when', () => {
    expect(next(aCollaboration('invited'), 1)).toEqual(waitUntil(3));
  });
});

describe('pauses', () => {
  it('nothing goes out while they are away', () => {
    expect(next(invited([], { quietUntil: days(9) }), 5)).toEqual(waitUntil(9));
    expect(next(invited([], { quietUntil: days(9) }), 9)).toMatchObject({ kind: 'send', number: 1 });
  });

  it('who asked to hear from us later does, even when the follow-ups are used up; once', () => {
    const away = { quietUntil: days(30) };
    const chased = [mail('follow-up', 3), mail('follow-up', 10, 2)];
    expect(next(invited(chased, away), 30)).toEqual({ kind: 'send', purpose: 'follow-up', number: 3 });
    expect(next(invited([...chased, mail('follow-up', 30, 3)], away), 31)).toEqual(waitUntil(37));
    const again = invited([...chased, mail('follow-up', 30, 3)], { quietUntil: days(50) });
    expect(next(again, 51)).toEqual(waitUntil(57));
    expect(next(again, 57)).toMatchObject({ kind: 'give-up' });
  });

  it('no message before a booked call, and the silence counts from its end', () => {
    const talking = invited([], { call: { from: days(5), to: days(5.02) } });
    expect(next(talking, 4)).toEqual(waitUntil(5.02));
    expect(next(talking, 6)).toEqual(waitUntil(8.02));
  });

  it('nothing is done while a person decides', () => {
    expect(next(invited([], { heldForPerson: 'they mention a lawyer' }), 90)).toEqual({
      kind: 'nothing',
      because: 'a person decides: they mention a lawyer',
    });
  });
});

describe('in a negotiation', () => {
  const asked = (sent: SentMessage[], over = {}) =>
    aCollaboration(
      { status: 'negotiating', since: days(2), about: 'the fee' },
      { sent: [invitation, ...sent], ...over },
    );

  it('one reminder of our last message, then a person', () => {
    expect(next(asked([mail('answer', 2)]), 5)).toEqual(waitUntil(6));
    expect(next(asked([mail('answer', 2)]), 6)).toEqual({ kind: 'send', purpose: 'follow-up', number: 1 });
    const reminded = asked([mail('answer', 2), mail('follow-up', 6)]);
    expect(next(reminded, 9)).toEqual(waitUntil(10));
    expect(next(reminded, 10)).toMatchObject({ kind: 'ask-person' });
  });

  it('the number of a follow-up is its own in the thread', () => {
    const early = aCollaboration(
      { status: 'negotiating', since: days(4), about: 'the fee' },
      { sent: [invitation, mail('follow-up', 3), mail('answer', 4)] },
    );
    expect(next(early, 8)).toEqual({ kind: 'send', purpose: 'follow-up', number: 2 });
  });

  it('they are never kept waiting for our answer', () => {
    expect(next(asked([]), 2.5)).toEqual(waitUntil(3));
    expect(next(asked([]), 3)).toMatchObject({
      kind: 'ask-person',
      because: expect.stringContaining(days(2).slice(0, 10)),
    });
    expect(next(aCollaboration('negotiating'), 1)).toMatchObject({ kind: 'ask-person' });
  });

  it('a call pushes reminder and escalation behind it', () => {
    const call = { from: days(7), to: days(7.02) };
    expect(next(asked([mail('answer', 2)], { call }), 8)).toEqual(waitUntil(11.02));
    expect(next(asked([mail('answer', 2), mail('follow-up', 6)], { call }), 8)).toEqual(waitUntil(11.02));
  });
});

describe('after an agreement', () => {
  const briefed = (sent: SentMessage[], over = {}) =>
    aCollaboration('briefed', { sent: [mail('brief', 0), ...sent], ...over });

  it('the brief is brought to mind on day 2 and 5, then a person asks', () => {
    expect(next(briefed([]), 1)).toEqual(waitUntil(2));
    expect(next(briefed([]), 2)).toEqual({ kind: 'send', purpose: 'brief-reminder', number: 1 });
    expect(next(briefed([mail('brief-reminder', 2)]), 3)).toEqual(waitUntil(5));
    const twice = briefed([mail('brief-reminder', 2), mail('brief-reminder', 5, 2)]);
    expect(next(twice, 7)).toEqual(waitUntil(8));
    expect(next(twice, 8)).toEqual({ kind: 'ask-person', because: 'the brief is not confirmed after 2 reminders' });
  });

  const confirmed = (sent: SentMessage[], since = at) => aCollaboration(progressIn('confirmed', since), { sent });

  it('the post is brought to mind two days before and a day after its date, then a person asks', () => {
    expect(next(confirmed([]), 10)).toEqual(waitUntil(17));
    expect(next(confirmed([]), 17)).toEqual({ kind: 'send', purpose: 'post-reminder', number: 1 });
    expect(next(confirmed([mail('post-reminder', 18)]), 19)).toEqual(waitUntil(21));
    expect(next(confirmed([mail('post-reminder', 18)]), 21)).toEqual({
      kind: 'send',
      purpose: 'post-reminder',
      number: 2,
    });
    const late = confirmed([mail('post-reminder', 18), mail('post-reminder', 21, 2)]);
    expect(next(late, 22)).toEqual(waitUntil(23));
    expect(next(late, 23)).toEqual({ kind: 'ask-person', because: 'the post is late, reminders sent: 2' });
  });

  it('"in two days" is never said after the date', () => {
    expect(next(confirmed([]), 20.5)).toEqual(waitUntil(21));
    expect(next(confirmed([]), 30)).toEqual({ kind: 'send', purpose: 'post-reminder', number: 2 });
  });

  it('who has just confirmed is left in peace for a day', () => {
    expect(next(confirmed([], days(18.5)), 18.5)).toEqual(waitUntil(19.5));
    expect(next(confirmed([], days(19.5)), 19.5)).toEqual(waitUntil(21));
    expect(next(confirmed([], days(25)), 25)).toEqual(waitUntil(26));
  });

  it('who has published as agreed is thanked, once', () => {
    expect(next(aCollaboration('verified'), 0)).toEqual({ kind: 'send', purpose: 'thanks', number: 1 });
    expect(next(aCollaboration('verified', { sent: [mail('thanks', 0)] }), 1)).toMatchObject({ kind: 'nothing' });
  });

  it.each(['accepted', 'published'] as const)('nothing is expected of them while %s', status => {
    expect(next(aCollaboration(status), 90)).toMatchObject({
      kind: 'nothing',
      because: expect.stringContaining(status),
    });
  });

  it.each(['settled', 'declined', 'unresponsive', 'unreachable', 'excluded', 'withdrawn'] as const)(
    'nothing comes after %s',
    status => {
      expect(next(aCollaboration(status), 90)).toEqual({ kind: 'nothing', because: `it has ended: ${status}` });
    },
  );
});

describe('laws of the cadence, chased at arbitrary hours', () => {
  /** Acts on every answer as `chase` does, at the given gaps (in hours) between two looks. */
  function chased(start: Collaboration, gaps: number[], given: CadenceRules) {
    let collaboration = start;
    let hours = 0;
    const kinds: string[] = [];
    for (const gap of gaps) {
      hours += gap;
      const now = days(hours / 24);
      const action = nextAction(collaboration, given, now);
      kinds.push(action.kind);
      if (action.kind === 'wait') expect(Date.parse(action.until)).toBeGreaterThan(Date.parse(now));
      const event =
        action.kind === 'send'
          ? ({ ...action, kind: 'message-sent', subject: '' } as const)
          : action.kind === 'give-up'
            ? ({ kind: 'gave-up', because: action.because } as const)
            : action.kind === 'ask-person'
              ? ({ kind: 'held', because: action.because } as const)
              : undefined;
      if (!event) continue;
      const decision = decide(collaboration, event, now);
      if (decision.kind === 'move') collaboration = decision.next;
    }
    return { collaboration, kinds };
  }
  const gaps = fc.array(fc.oneof(fc.integer({ min: 1, max: 48 }), fc.integer({ min: 24, max: 900 })), {
    minLength: 40,
    maxLength: 120,
  });
  const status = fc.constantFrom('shortlisted', 'invited', 'negotiating', 'briefed', 'confirmed' as const);
  const anyRules = fc
    .record({
      remindAfterDays: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
      postBy: fc.integer({ min: -5, max: 40 }).map(count => days(count)),
    })
    .map(({ remindAfterDays, postBy }) => inviting({ remindAfterDays }, postBy));

  it('two automatic messages are at least a day apart, and none is sent twice', () => {
    fc.assert(
      fc.property(status, gaps, anyRules, (from, hours, given) => {
        const { sent } = chased(aCollaboration(from), hours, given).collaboration;
        expect(new Set(sent.map(({ purpose, number }) => `${purpose} ${number}`)).size).toBe(sent.length);
        for (const [index, message] of sent.entries()) {
          const before = sent[index - 1];
          if (before) expect(Date.parse(message.at) - Date.parse(before.at)).toBeGreaterThanOrEqual(86_400_000);
        }
      }),
    );
  });

  it('the mails to who never answers are counted, and it comes to an end', () => {
    fc.assert(
      fc.property(status, gaps, anyRules, (from, hours, given) => {
        const long = [...hours, ...Array.from({ length: 12 }, () => 24 * 50)];
        const { collaboration } = chased(aCollaboration(from), long, given);
        expect(collaboration.sent.length).toBeLessThanOrEqual(
          1 + Math.max(2, given.cadences.invitation.remindAfterDays.length),
        );
        expect(collaboration.status === 'unresponsive' || collaboration.heldForPerson !== undefined).toBe(true);
      }),
    );
  });
});
