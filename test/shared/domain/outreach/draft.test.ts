import { describe, expect, it } from 'vitest';
import { decisionsIn } from '#shared/domain/attention.ts';
import type { Collaboration, CollaborationEvent, Draft, SentMessage } from '#shared/domain/collaboration.ts';
import { decide } from '#shared/domain/lifecycle/decide.ts';
import { type CadenceRules, nextAction } from '#shared/domain/outreach/cadence.ts';
import { usualCadences } from '#shared/domain/outreach/cadences.ts';
import { draftDue } from '#shared/domain/outreach/draft.ts';
import { nextStep } from '#shared/domain/outreach/next-step.ts';
import { aCollaboration, at, days } from '../builders.ts';

const rules: CadenceRules = { cadences: usualCadences, postBy: days(20) };
const asked: Draft = { state: 'asked', since: at, round: 1, dueAt: days(4) };
const drafting = (draft: Partial<Draft> = {}, over: Parameters<typeof aCollaboration>[1] = {}) =>
  aCollaboration('confirmed', { draft: { ...asked, ...draft }, ...over });
const link = 'https://drive.google.com/file/d/1/view';
const handedIn: CollaborationEvent = { kind: 'draft-handed-in', link, text: 'Here is my draft', via: 'mail' };
const changes: CollaborationEvent = { kind: 'draft-changes-asked', words: 'Say #ad first.', dueAt: days(9), by: 't-1' };
const approved: CollaborationEvent = { kind: 'draft-approved', by: 't-1' };

/** What the events make of it, one a day from tomorrow on. */
const become = (collaboration: Collaboration, ...events: readonly CollaborationEvent[]): Collaboration =>
  events.reduce((now, event, index) => {
    const decision = decide(now, event, days(index + 1));
    return decision.kind === 'move' ? decision.next : now;
  }, collaboration);
const refusal = (collaboration: Collaboration, event: CollaborationEvent) => {
  const decision = decide(collaboration, event, days(1));
  return decision.kind === 'keep' ? decision.because : undefined;
};

describe('a draft is due', () => {
  it.each([
    [
      'so many days after the brief is confirmed, at the end of the day there',
      4,
      '2026-04-05',
      '2026-03-06T18:29:59.999Z',
    ],
    ['not after the last day for the post', 10, '2026-03-08', '2026-03-08T18:29:59.999Z'],
    ['with all its days where that one is over', 4, '2026-03-01', '2026-03-06T18:29:59.999Z'],
  ])('%s', (_, count, lastDay, due) => {
    expect(draftDue(count, lastDay, 'Asia/Kolkata', at)).toBe(due);
  });
});

describe('a draft goes', () => {
  it('from the confirmed brief to a person, and back with changes, which is a new round', () => {
    const confirmed = become(aCollaboration('briefed'), { kind: 'brief-confirmed', via: 'page', draftDueAt: days(5) });
    expect(confirmed.draft).toEqual({ state: 'asked', since: days(1), round: 1, dueAt: days(5) });
    const waiting = become(drafting(), handedIn);
    expect(waiting.draft).toMatchObject({ state: 'handed-in', round: 1, link, text: 'Here is my draft' });
    expect(waiting.heldForPerson).toBe('their draft waits for you');
    const changed = become(drafting(), handedIn, changes);
    expect(changed.draft).toMatchObject({
      state: 'changes-asked',
      round: 2,
      dueAt: days(9),
      words: 'Say #ad first.',
      link,
    });
    expect(changed).not.toHaveProperty('heldForPerson');
    expect(changed).not.toHaveProperty('openItems');
    const second = become(drafting(), handedIn, changes, handedIn);
    expect(second.heldForPerson).toContain('round 2');
    // What was asked for is what the new one is held against.
    expect(second.draft).toMatchObject({ state: 'handed-in', words: 'Say #ad first.' });
    const onlyText = become(second, { kind: 'draft-handed-in', via: 'mail', text: 'third' });
    expect(onlyText.draft).not.toHaveProperty('link');
    expect(become(second, approved).draft).toMatchObject({ state: 'approved', round: 2 });
  });

  it('nowhere where none was asked for', () => {
    expect(become(aCollaboration('briefed'), { kind: 'brief-confirmed', via: 'page' })).not.toHaveProperty('draft');
    for (const event of [handedIn, changes, approved])
      expect(refusal(aCollaboration('confirmed'), event)).toContain('no draft is asked for');
    expect(decisionsIn(aCollaboration('confirmed'))).not.toContain('approve-draft');
  });

  it('no further once it is approved', () => {
    for (const event of [handedIn, changes, approved])
      expect(refusal(drafting({ state: 'approved' }), event)).toContain('the draft is approved');
  });

  it('again, in the same round, as long as nobody has looked', () => {
    const better = { ...handedIn, link: 'https://we.tl/t-1' };
    const { draft, openItems } = become(drafting(), handedIn, better);
    expect(draft).toMatchObject({ round: 1, link: 'https://we.tl/t-1' });
    expect(openItems).toHaveLength(1);
  });

  it('with the brief, where it comes before the brief is confirmed', () => {
    const { status, draft } = become(aCollaboration('briefed'), handedIn);
    expect([status, draft?.state]).toEqual(['confirmed', 'handed-in']);
  });

  it('away when they publish without waiting, which a person is told', () => {
    const found: CollaborationEvent = { kind: 'post-found', url: 'https://example.com/p', via: 'platform' };
    const published = become(drafting(), found);
    expect([published.status, published.draft, published.openItems?.length]).toEqual(['published', undefined, 1]);
    const inOrder = become(drafting({ state: 'approved' }), found);
    expect([inOrder.draft?.state, inOrder.openItems]).toEqual(['approved', undefined]);
  });

  it('and leaves a question of theirs open', () => {
    const asking = become(drafting(), { kind: 'held', because: 'they ask something', quote: 'Which shade?' }, handedIn);
    expect(asking.openItems).toHaveLength(2);
  });

  it('and ends what a person was asked because it was late', () => {
    const late = become(drafting(), { kind: 'held', because: 'the draft is late', about: 'draft' }, handedIn);
    expect(late.openItems).toHaveLength(1);
    expect(late.heldForPerson).toContain('waits for you');
  });
});

describe('the cadence of a draft', () => {
  const mail = (purpose: SentMessage['purpose'], afterDays: number, number = 1): SentMessage => ({
    purpose,
    number,
    at: days(afterDays),
  });
  const next = (collaboration: Collaboration, afterDays: number, given = rules) =>
    nextAction(collaboration, given, days(afterDays));
  const waitUntil = (count: number) => ({ kind: 'wait', until: days(count), because: expect.any(String) });
  const remind = (number: number) => ({ kind: 'send', purpose: 'draft-reminder', number });

  it('reminds when it is due and two days later, then asks a person', () => {
    expect(next(drafting(), 1)).toEqual(waitUntil(4));
    expect(next(drafting(), 4)).toEqual(remind(1));
    const once = drafting({}, { sent: [mail('draft-reminder', 4)] });
    expect(next(once, 5)).toEqual(waitUntil(6));
    expect(next(once, 6)).toEqual(remind(2));
    const twice = drafting({}, { sent: [mail('draft-reminder', 4), mail('draft-reminder', 6, 2)] });
    expect(next(twice, 7)).toEqual(waitUntil(8));
    expect(next(twice, 8)).toEqual({
      kind: 'ask-person',
      because: 'the draft is late, reminders sent: 2',
      about: 'draft',
    });
  });

  it('stops with the hand-in: the next turn is ours, and a person is asked again after a day', () => {
    const waiting = become(drafting(), handedIn);
    expect(next(waiting, 30)).toMatchObject({ kind: 'nothing' });
    const { heldForPerson: _, ...answered } = waiting;
    expect(next(answered as Collaboration, 1.5)).toEqual(waitUntil(2));
    expect(next(answered as Collaboration, 30)).toMatchObject({ kind: 'ask-person', about: 'draft' });
  });

  it('starts again with changes: first they are sent, then its own reminders count', () => {
    const before = [mail('draft-reminder', 4), mail('draft-reminder', 6, 2)];
    const changed = { state: 'changes-asked', since: days(7), dueAt: days(11), round: 2 } as const;
    expect(next(drafting(changed, { sent: before }), 7)).toEqual({ kind: 'send', purpose: 'draft-answer', number: 1 });
    const told = drafting(changed, { sent: [...before, mail('draft-answer', 7)] });
    expect(next(told, 8)).toEqual(waitUntil(11));
    expect(next(told, 11)).toEqual(remind(3));
    const reminded = drafting(changed, { sent: [...told.sent, mail('draft-reminder', 11, 3)] });
    expect(next(reminded, 13)).toEqual(remind(4));
  });

  it('looks ahead where the campaign says so, and a late "soon" is left out', () => {
    const own = {
      ...rules,
      cadences: { ...usualCadences, draft: { ...usualCadences.draft, remindAfterDays: [-1, 1] } },
    };
    expect(next(drafting(), 3, own)).toEqual(remind(1));
    expect(next(drafting(), 5, own)).toEqual(remind(2));
  });

  it('is over with the approval, and the post has two days from then', () => {
    const late = { state: 'approved', since: days(20.5) } as const;
    expect(next(drafting(late), 20.5)).toMatchObject({ purpose: 'draft-answer' });
    const told = drafting(late, { sent: [mail('draft-answer', 20.5)] });
    expect(next(told, 20.6)).toEqual(waitUntil(23.5));
    expect(next(told, 23.5)).toMatchObject({ purpose: 'post-reminder', number: 2 });
  });

  it('keeps reminders of the post away until then', () => {
    for (const state of ['asked', 'handed-in', 'changes-asked'] as const)
      for (let day = 0; day < 40; day += 1) {
        const collaboration = drafting({ state }, { sent: [mail('draft-answer', 0)] });
        expect(next(collaboration, day)).not.toMatchObject({ purpose: 'post-reminder' });
      }
  });

  it('is told in words, and one reminder can be left out', () => {
    const { what, reminder } = nextStep(drafting(), rules, days(1));
    expect([what, reminder]).toEqual([
      'first reminder of the draft, unless they hand it in',
      { purpose: 'draft-reminder', number: 1 },
    ]);
    expect(nextStep(drafting({ state: 'approved' }), rules, at)).toMatchObject({ what: 'our answer to their draft' });
    const skipped = drafting({}, { skipped: [mail('draft-reminder', 4)] });
    expect(next(skipped, 6)).toEqual(remind(2));
  });
});
