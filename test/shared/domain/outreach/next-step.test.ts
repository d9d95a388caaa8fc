import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Collaboration, collaborationStatuses } from '#shared/domain/collaboration.ts';
import { type CadenceRules, nextAction } from '#shared/domain/outreach/cadence.ts';
import { usualCadences } from '#shared/domain/outreach/cadences.ts';
import { nextStep } from '#shared/domain/outreach/next-step.ts';
import { aCollaboration, at, days } from '../builders.ts';

const rules: CadenceRules = { cadences: usualCadences, postBy: days(20) };
const next = (collaboration: Collaboration, afterDays = 0) => nextStep(collaboration, rules, days(afterDays));
const sent = (purpose: 'invitation' | 'follow-up' | 'brief' | 'data-request', afterDays: number, number = 1) => ({
  purpose,
  number,
  at: days(afterDays),
});

describe('what happens next, in words', () => {
  it.each([
    [aCollaboration('shortlisted'), 'the invitation'],
    [aCollaboration('invited', { sent: [sent('invitation', 0)] }), 'first reminder, unless they answer'],
    [
      aCollaboration('invited', { sent: [sent('invitation', 0), sent('follow-up', 3), sent('follow-up', 10, 2)] }),
      'we stop writing, unless they answer',
    ],
    [aCollaboration('accepted'), 'the brief goes out'],
    [aCollaboration('briefed'), 'the brief'],
    [aCollaboration('briefed', { sent: [sent('brief', 0)] }), 'first reminder of the brief, unless they confirm it'],
    [aCollaboration('confirmed'), 'first reminder of the post, unless it is found'],
    [aCollaboration('published'), 'the post is checked'],
    [aCollaboration('verified'), 'thanks for the post'],
    [aCollaboration('declined'), 'nothing, unless they write'],
    [aCollaboration('settled'), 'nothing'],
    [aCollaboration('invited', { heldForPerson: 'they ask' }), 'a person decides'],
    [aCollaboration('invited', { heldForPerson: 'x', owner: 'Meera' }), 'Meera hands it back, or decides'],
    [aCollaboration('invited', { dataRequest: { askedAt: at } }), 'we ask for their past work and numbers'],
    [
      aCollaboration('invited', { dataRequest: { askedAt: at }, sent: [sent('data-request', 0)] }),
      'a reminder of the numbers that we asked for, unless they answer',
    ],
  ])('%#: $1', (collaboration, what) => {
    expect(next(collaboration).what).toBe(what);
  });

  it('a snooze, then a vacation, then silence: the time is that of the last', () => {
    const patient = aCollaboration('invited', {
      sent: [sent('invitation', 0)],
      snooze: { until: days(2), because: 'holidays' },
      quietUntil: days(6),
    });
    expect(next(patient)).toEqual({
      what: 'first reminder, unless they answer',
      at: days(6),
      because: 'they asked for quiet until then',
      reminder: { purpose: 'follow-up', number: 1 },
    });
  });

  it('is what chase does at that time, whoever it is about and whenever it is asked', () => {
    const anyOne = fc.record({
      status: fc.constantFrom(...collaborationStatuses),
      quiet: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      snooze: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      call: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      asks: fc.boolean(),
      mails: fc.integer({ min: 0, max: 3 }),
      when: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(anyOne, ({ status, quiet, snooze, call, asks, mails, when }) => {
        const collaboration = aCollaboration(status, {
          sent: [sent('invitation', 0), sent('follow-up', 3), sent('follow-up', 10, 2)].slice(0, mails),
          ...(quiet !== undefined && { quietUntil: days(quiet) }),
          ...(snooze !== undefined && { snooze: { until: days(snooze), because: 'x' } }),
          ...(call !== undefined && { call: { from: days(call), to: days(call + 0.02) } }),
          ...(asks && { dataRequest: { askedAt: days(1) } }),
        });
        const step = next(collaboration, when);
        const now = nextAction(collaboration, rules, days(when));
        if (step.at === undefined) expect(['nothing', 'wait']).toContain(now.kind);
        else {
          expect(Date.parse(step.at)).toBeGreaterThanOrEqual(Date.parse(days(when)));
          const then = nextAction(collaboration, rules, step.at);
          expect(then.kind).not.toBe('wait');
          if (step.reminder) expect(then).toMatchObject({ kind: 'send', ...step.reminder });
        }
      }),
    );
  });
});
