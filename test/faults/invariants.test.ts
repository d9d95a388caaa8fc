import { describe, expect, it } from 'vitest';
import type { Evidence } from '#infra/cli/faults/evidence.ts';
import { violationsIn } from '#infra/cli/faults/invariants.ts';
import type { Mail } from '#infra/local/services/ses/mail.ts';

const at = Date.parse('2026-12-08T06:00:00Z');
const hour = 3_600_000;

const mail = (changes: Partial<Mail> = {}): Mail => ({
  id: 'm1',
  atMs: at,
  source: 'asha@meadow-botanics.example',
  destinations: ['meera@inbox.example'],
  configurationSet: undefined,
  tags: { thread: 't1', purpose: 'invitation', number: '1' },
  callerRoleArn: undefined,
  ...changes,
});

const nothing: Evidence = {
  campaigns: [],
  collaborations: [],
  messages: [],
  orders: [],
  mails: [],
  inbound: [],
  world: {
    people: 0,
    acts: {},
    diary: [],
    mailsDelivered: 0,
    postsPublished: 0,
    orders: 0,
    revenueMinor: 0,
    troubles: [],
  },
  ended: [],
  injected: [],
  failures: [],
  deadLetters: [],
  refused: [],
  meter: { functions: {}, tables: {}, transitions: 0, mails: 0, s3Requests: {}, httpRequests: 0, events: 0 },
};

const broken = (changes: Partial<Evidence>): string[] =>
  violationsIn({ ...nothing, ...changes }).map(({ invariant }) => invariant);

describe('the checker of promises', () => {
  it('finds nothing where nothing happened', () => {
    expect(broken({})).toEqual([]);
  });

  it('sees the same message sent twice, and not two different ones', () => {
    const followUp = mail({ id: 'm2', tags: { thread: 't1', purpose: 'follow-up', number: '1' } });
    expect(broken({ mails: [mail(), followUp] })).toEqual([]);
    expect(broken({ mails: [mail(), mail({ id: 'm2' })] })).toEqual(['nobody is written to twice for one purpose']);
  });

  it('sees a mail to somebody who has unsubscribed long before', () => {
    const diary = [{ who: 'meera@inbox.example', what: 'unsubscribe', atMs: at }];
    const world = { ...nothing.world, diary };
    expect(broken({ world, mails: [mail({ atMs: at - hour })] })).toEqual([]);
    expect(broken({ world, mails: [mail({ atMs: at + 48 * hour })] })).toEqual([
      'nobody is written to after an opt-out, a bounce or a complaint',
    ]);
  });

  it('sees an event that nobody sent again', () => {
    expect(broken({ deadLetters: ['{"source":"aws.ses"}'] })).toEqual(['every event is processed in the end']);
  });

  it('sees an answer that is nowhere', () => {
    const inbound = [{ atMs: at, from: 'meera@inbox.example', to: 'r+t1@reply.example' }];
    expect(broken({ inbound })).toEqual(['every answer reaches its thread, or the list of unmatched mail']);
  });

  it('sees an order that was placed and is not kept', () => {
    const world = { ...nothing.world, orders: 1, revenueMinor: 99_900 };
    expect(broken({ world })).toEqual(['every order counts once', 'every order counts once']);
  });
});
