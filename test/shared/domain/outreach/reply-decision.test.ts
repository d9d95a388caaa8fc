import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CollaborationStatus, collaborationStatuses, isLost } from '#shared/domain/collaboration.ts';
import type { Intent, Understanding } from '#shared/domain/message.ts';
import { decideReply } from '#shared/domain/outreach/reply-decision.ts';

const heard = (intent: Intent, over: Partial<Understanding> = {}): Understanding => ({
  intent,
  confidence: 0.9,
  evidence: 'what they said',
  also: [],
  sensitive: [],
  links: [],
  phones: [],
  times: [],
  ...over,
});
const post = 'https://www.instagram.com/p/DaBcDeF/';
const kindOf = (status: CollaborationStatus, reply: Understanding) => decideReply(status, reply).kind;

const intents: Intent[] = [
  'yes',
  'no',
  'question',
  'asks-money',
  'wants-call',
  'later',
  'wrong-person',
  'unsubscribe',
  'post-link',
  'unclear',
];

describe('while we talk', () => {
  it.each<[Understanding, object]>([
    [heard('yes'), { kind: 'accept' }],
    [heard('no'), { kind: 'decline', because: 'what they said' }],
    [
      heard('asks-money', { ask: { amount: 600_000, currency: 'INR' } }),
      { kind: 'negotiate', amount: 600_000, currency: 'INR' },
    ],
    [heard('asks-money', { ask: { amount: 500_000, upTo: 700_000 } }), { kind: 'negotiate', amount: 700_000 }],
    [heard('asks-money'), { kind: 'ask-person' }],
    [heard('wants-call'), { kind: 'offer-call' }],
    [heard('later', { until: '2026-03-20' }), { kind: 'postpone', until: '2026-03-20' }],
    [heard('later'), { kind: 'postpone' }],
    [heard('question'), { kind: 'ask-person', because: 'they ask something' }],
    [heard('wrong-person'), { kind: 'ask-person' }],
    [heard('post-link', { links: [post] }), { kind: 'ask-person' }],
    [heard('unclear'), { kind: 'ask-person' }],
  ])('%o', (reply, action) => {
    for (const status of ['shortlisted', 'invited', 'negotiating'] as const)
      expect(decideReply(status, reply)).toMatchObject(action);
  });
});

describe('after an agreement', () => {
  it('a yes to the brief confirms it; a yes to nothing in particular is read by a person', () => {
    expect(kindOf('briefed', heard('yes'))).toBe('confirm-brief');
    expect(kindOf('published', heard('yes'))).toBe('ask-person');
  });

  it('a link to a post is the post, wherever it stands among other links', () => {
    const links = ['https://asha-glow.example', post];
    for (const status of ['briefed', 'confirmed', 'published', 'verified'] as const)
      expect(decideReply(status, heard('post-link', { links }))).toEqual({ kind: 'post', url: post });
    expect(kindOf('accepted', heard('post-link', { links }))).toBe('ask-person');
  });

  it('a no is no decline: a person talks to them', () => {
    expect(decideReply('confirmed', heard('no'))).toEqual({
      kind: 'ask-person',
      because: 'they want out of the agreement',
    });
  });

  it('"later" is waited for', () => expect(kindOf('confirmed', heard('later'))).toBe('postpone'));
});

describe('after the end', () => {
  const ended = collaborationStatuses.filter(status => isLost(status) || status === 'settled');

  it.each(ended)('while %s only a person can take up a word, and a second no is no news', status => {
    for (const intent of intents.filter(one => one !== 'unsubscribe' && one !== 'no'))
      expect(kindOf(status, heard(intent, { links: [post] }))).toBe('ask-person');
    expect(kindOf(status, heard('no'))).toBe('decline');
  });
});

describe('doubt', () => {
  it('goes to a person: a wrong yes costs money, a wrong no an influencer', () => {
    expect(kindOf('invited', heard('yes', { confidence: 0.69 }))).toBe('ask-person');
    expect(kindOf('invited', heard('yes', { confidence: 0.7 }))).toBe('accept');
  });

  it('is smaller where somebody wants to be left alone', () => {
    expect(kindOf('invited', heard('unsubscribe', { confidence: 0.5 }))).toBe('opt-out');
    expect(kindOf('invited', heard('unsubscribe', { confidence: 0.49 }))).toBe('ask-person');
  });

  it('comes from several wishes at once, unless one of them says nothing new', () => {
    expect(kindOf('invited', heard('yes', { also: ['asks-money'] }))).toBe('ask-person');
    expect(kindOf('invited', heard('asks-money', { ask: { amount: 1 }, also: ['yes', 'question'] }))).toBe('negotiate');
    expect(kindOf('invited', heard('no', { also: ['later'] }))).toBe('decline');
  });

  it('comes from anger, except at an opt-out', () => {
    expect(kindOf('invited', heard('no', { sensitive: ['lawyer'] }))).toBe('ask-person');
    expect(kindOf('invited', heard('unsubscribe', { sensitive: ['lawyer'] }))).toBe('opt-out');
  });
});

describe('laws', () => {
  const anyReply = fc.record({
    intent: fc.constantFrom(...intents),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    also: fc.subarray(intents),
    sensitive: fc.subarray(['lawyer', 'press']),
    links: fc.subarray([post, 'https://asha-glow.example']),
  });
  const anyStatus = fc.constantFrom(...collaborationStatuses);

  it('money is only agreed to or talked about before an agreement, by a sure and calm word', () => {
    fc.assert(
      fc.property(anyStatus, anyReply, (status, said) => {
        const { kind } = decideReply(status, heard(said.intent, { ...said, ask: { amount: 1 } }));
        if (kind !== 'accept' && kind !== 'negotiate') return;
        expect(['shortlisted', 'invited', 'negotiating']).toContain(status);
        expect(said.confidence).toBeGreaterThanOrEqual(0.7);
        expect(said.sensitive).toEqual([]);
      }),
    );
  });

  it('an unsubscription that was heard is followed in every standing', () => {
    fc.assert(
      fc.property(anyStatus, anyReply, (status, said) => {
        fc.pre(said.confidence >= 0.5);
        expect(kindOf(status, heard('unsubscribe', { ...said, intent: 'unsubscribe' }))).toBe('opt-out');
      }),
    );
  });
});
