import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collaborationStatuses, isOpen } from '#shared/domain/collaboration.ts';
import { erased, wantsErasure, withoutWords } from '#shared/domain/erasure.ts';
import { decide } from '#shared/domain/lifecycle/decide.ts';
import { aCollaboration, at, days } from './builders.ts';

describe('a text without what names a person', () => {
  test('loses names, handles, addresses and links, however they are written', () => {
    const words = ['Meera Nair', 'meera.glow', 'meera@mail.example'];
    expect(withoutWords('MEERA NAIR (@Meera.Glow, meera@mail.example): 40 clicks', words)).toBe(
      '(erased) (@(erased), (erased)): 40 clicks',
    );
    expect(withoutWords('https://instagram.com/meera.glow/', words)).toBe('https://instagram.com/(erased)/');
  });

  test('keeps words that only contain one, and is left alone where there is nothing to look for', () => {
    expect(withoutWords('criteria of Ria, riad', ['Ria'])).toBe('criteria of (erased), riad');
    expect(withoutWords('as it is', ['', 'it'])).toBe('as it is');
  });

  test('is the same the second time', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }), (text, words) => {
        const once = withoutWords(
          text,
          words.filter(word => !erased.includes(word)),
        );
        expect(
          withoutWords(
            once,
            words.filter(word => !erased.includes(word)),
          ),
        ).toBe(once);
      }),
    );
  });
});

describe('a collaboration that is erased', () => {
  const gone = (status: (typeof collaborationStatuses)[number]) => {
    const before = aCollaboration(status, {
      coupon: 'ASHA10',
      heldForPerson: 'Asha asks',
      openItems: [{ id: 'x', isCall: true }],
      waiting: { taskToken: 't', whileIn: [status] },
    });
    return decide(before, { kind: 'erased' }, days(1));
  };

  test.each(collaborationStatuses)('names nobody while %s, and whoever waited goes on', status => {
    const { kind, ...decision } = gone(status);
    expect(kind).toBe('move');
    expect(JSON.stringify(decision)).not.toMatch(/asha/i);
    expect(decision).toMatchObject({
      next: { status: isOpen(status) ? 'withdrawn' : status, erasedAt: days(1) },
      effects: expect.arrayContaining([
        { kind: 'complete-wait', taskToken: 't', status: 'withdrawn' },
        { kind: 'resolve-attention', ids: ['x'], at: days(1) },
      ]),
    });
  });

  test('keeps what was agreed and paid', () => {
    const decision = decide(aCollaboration('settled'), { kind: 'erased' }, at);
    const { payout, terms } = aCollaboration('settled') as Extract<
      ReturnType<typeof aCollaboration>,
      { status: 'settled' }
    >;
    expect(decision).toMatchObject({ next: { payout, terms } });
  });

  test('is erased once', () => {
    const decision = gone('invited');
    const next = decision.kind === 'move' ? decision.next : aCollaboration();
    expect(decide(next, { kind: 'erased' }, days(2))).toMatchObject({ kind: 'keep' });
  });
});

describe('whoever wants no more mail', () => {
  test.each([
    'Please delete all my data.',
    'Remove my personal information from your database',
    'I invoke my right to be forgotten.',
    'Under Art. 17 GDPR I object.',
    'mera data delete kar do',
    'मेरी जानकारी हटा दें',
  ])('may want to be forgotten as well: %s', text => expect(wantsErasure(text)).toBe(true));

  test.each(['Please unsubscribe me.', 'Stop mailing me', 'Take me off your list, please.'])(
    'mostly does not: %s',
    text => expect(wantsErasure(text)).toBe(false),
  );

  test('is asked about then, before and after an agreement', () => {
    const event = { kind: 'opted-out', via: 'mail', wantsErasure: true } as const;
    for (const status of ['invited', 'confirmed', 'declined'] as const)
      expect(decide(aCollaboration(status), event, at)).toMatchObject({
        effects: expect.arrayContaining([
          { kind: 'ask-person', because: 'they ask for their data to be erased: decide "erase"', at },
        ]),
      });
  });
});
