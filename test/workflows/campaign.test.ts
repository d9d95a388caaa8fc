import { expect, test } from 'vitest';
import type { Json } from '#infra/local/engine/json.ts';
import { lostStatuses, reopenableStatuses } from '#shared/domain/collaboration.ts';
import { daysLater, fault, type Played, play, type Script } from '#test/support/workflow.ts';

const input = { campaignId: 'c1' };
const influencer = (number: number) => ({ influencerId: `i${number}` });
const collaboration = (number: number) => ({ campaignId: 'c1', influencerId: `i${number}` });

/** Two candidates, one shortlisted, who accepts, confirms and publishes; tracked every ten days for thirty. */
const happy: Script = {
  'plan-campaign': () => ({ endsAt: daysLater(30), firstTrackAt: daysLater(10) }),
  'identify-candidates': () => ({ candidates: 2, itemsKey: 'items/candidates' }),
  'fetch-metrics': () => ({ measured: 2, unreachable: 0, remaining: 0, retryAt: daysLater(0) }),
  'score-candidates': () => ({ scored: 2, eligible: 2 }),
  'shortlist-candidates': () => ({ shortlisted: 1, approval: 'automatic', approvalDeadline: daysLater(2) }),
  'open-collaborations': () => ({ collaborations: 1, itemsKey: 'items/collaborations' }),
  'invite-influencer': () => ({ status: 'invited' }),
  'await-collaboration': ({ payload, completeAfterHours }) => {
    const status = { answer: 'accepted', confirmation: 'confirmed', post: 'published' }[String(payload.waitFor)] ?? '';
    completeAfterHours(48, { status });
    return {};
  },
  'send-brief': () => ({ status: 'briefed' }),
  'verify-post': () => ({ status: 'verified' }),
  'track-results': ({ before }) => ({
    nextTrackAt: daysLater(10 * (before + 2)),
    reportDue: before === 0,
    ended: before >= 2,
  }),
  'send-report': () => ({ recipients: 1 }),
  'settle-payouts': () => ({ settled: 1, payoutMinor: 100 }),
  'close-collaboration': () => ({ status: 'unresponsive' }),
  'hand-over': () => ({}),
};
const files: Record<string, Json[]> = {
  'items/candidates': [influencer(1), influencer(2)],
  'items/collaborations': [collaboration(1)],
};
const run = (changes: Script = {}, items: Record<string, Json[]> = files): Promise<Played> =>
  play('campaign', { input, script: { ...happy, ...changes }, files: items });
const kindsOf = (played: Played) => played.calls('send-report').map(call => call.kind);

test('a campaign runs from its plan to its final report', async () => {
  const played = await run();
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('fetch-metrics')).toMatchObject([{ campaignId: 'c1', influencerIds: ['i1', 'i2'] }]);
  expect(played.calls('score-candidates')).toMatchObject([{ campaignId: 'c1', influencerIds: ['i1', 'i2'] }]);
  expect(played.calls('await-collaboration').map(call => call.waitFor)).toEqual(['answer', 'confirmation', 'post']);
  expect(played.calls('verify-post').map(call => call.final)).toEqual([false, true]);
  expect(played.calls('settle-payouts')).toHaveLength(1);
  expect(kindsOf(played)).toEqual(['kick-off', 'progress', 'final']);
  expect(played.calls('hand-over')).toEqual([]);
});

test('every step is told when it was entered', async () => {
  const played = await run();
  expect(played.calls('verify-post').map(call => call.at)).toEqual([daysLater(6), daysLater(30)]);
  expect(played.calls('track-results').map(call => call.at)).toEqual([10, 20, 30, 30].map(daysLater));
});

/** Declines after five hours; is reopened after `reopenAfterHours`, if at all. */
const declining =
  (reopenAfterHours?: number): NonNullable<Script['await-collaboration']> =>
  called => {
    const { payload, completeAfterHours, before } = called;
    if (before === 0) completeAfterHours(5, { status: 'declined' });
    else if (payload.waitFor !== 'reopening') return happy['await-collaboration']?.(called) ?? {};
    else if (reopenAfterHours !== undefined) completeAfterHours(reopenAfterHours, { status: 'negotiating' });
    return {};
  };

test('who declines is neither briefed nor closed, and could be reopened until the campaign ends', async () => {
  const played = await run({ 'await-collaboration': declining() });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('await-collaboration').map(call => call.waitFor)).toEqual(['answer', 'reopening']);
  expect(played.calls('send-brief')).toEqual([]);
  expect(played.calls('close-collaboration')).toEqual([]);
  expect(played.calls('hand-over')).toEqual([]);
});

test('who is reopened goes the whole way', async () => {
  const played = await run({ 'await-collaboration': declining(24) });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('await-collaboration').map(call => call.waitFor)).toEqual([
    'answer',
    'reopening',
    'answer',
    'confirmation',
    'post',
  ]);
  expect(played.calls('verify-post').map(call => call.final)).toEqual([false, true]);
});

test('every end that a person may take back is waited at', async () => {
  for (const status of lostStatuses) {
    const ending: Script = {
      'await-collaboration': ({ before, completeAfterHours }) => {
        if (before === 0) completeAfterHours(5, { status });
        return {};
      },
    };
    const waitedFor = (await run(ending)).calls('await-collaboration').map(call => call.waitFor);
    expect(waitedFor.includes('reopening'), status).toBe((reopenableStatuses as readonly string[]).includes(status));
  }
});

test.each(['answer', 'confirmation', 'post'])(
  'who never gives the %s is closed when the campaign ends',
  async missing => {
    const played = await run({
      'await-collaboration': called =>
        called.payload.waitFor === missing ? {} : (happy['await-collaboration']?.(called) ?? {}),
    });
    expect(played.execution.status).toBe('SUCCEEDED');
    expect(played.calls('close-collaboration')).toMatchObject([
      { ...collaboration(1), because: 'the campaign ended', at: daysLater(30) },
    ]);
    expect(played.calls('settle-payouts')).toHaveLength(1);
  },
);

test('a refused post is waited for again', async () => {
  const played = await run({ 'verify-post': ({ before }) => ({ status: before === 0 ? 'confirmed' : 'verified' }) });
  expect(played.calls('await-collaboration').map(call => call.waitFor)).toEqual([
    'answer',
    'confirmation',
    'post',
    'post',
  ]);
  expect(played.calls('verify-post').map(call => call.final)).toEqual([false, false, true]);
});

test('a post that its platform cannot show yet is looked at again', async () => {
  const played = await run({ 'verify-post': ({ before }) => ({ status: before < 2 ? 'published' : 'verified' }) });
  expect(played.calls('verify-post').map(call => call.at)).toEqual([6, 6 + 4 / 24, 6 + 8 / 24, 30].map(daysLater));
});

test('a post that comes before the confirmation needs no confirmation', async () => {
  const played = await run({
    'await-collaboration': ({ payload, completeAfterHours }) => {
      completeAfterHours(1, { status: payload.waitFor === 'answer' ? 'accepted' : 'published' });
      return {};
    },
  });
  expect(played.calls('verify-post')).toHaveLength(2);
});

test('a throttled platform is asked again when it allows more, for a bounded number of rounds', async () => {
  const waited = await run({
    'fetch-metrics': ({ before }) => ({
      measured: 1,
      unreachable: 0,
      remaining: before < 2 ? 1 : 0,
      retryAt: daysLater((before + 1) / 24),
    }),
  });
  expect(waited.calls('fetch-metrics').map(call => call.at)).toEqual([
    daysLater(0),
    daysLater(1 / 24),
    daysLater(2 / 24),
  ]);
  const never = await run({
    'fetch-metrics': ({ before }) => ({
      measured: 0,
      unreachable: 0,
      remaining: 2,
      retryAt: daysLater((before + 1) / 24),
    }),
  });
  expect(never.calls('fetch-metrics')).toHaveLength(1100);
  expect(never.execution.status).toBe('SUCCEEDED');
});

test('a dead batch of profiles does not fail the campaign', async () => {
  const played = await run({
    'fetch-metrics': () => {
      throw fault('invalid-request', 'no such profile');
    },
  });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('fetch-metrics')).toHaveLength(1);
});

test('a fault that may pass is tried again, any other is not', async () => {
  const passing = await run({
    'plan-campaign': called => {
      if (called.before < 3) throw fault('write-conflict', 'somebody else was faster');
      return happy['plan-campaign']?.(called) ?? {};
    },
  });
  expect(passing.calls('plan-campaign')).toHaveLength(4);
  const standing = await run({
    'plan-campaign': () => {
      throw fault('not-found', 'there is no campaign c1');
    },
  });
  expect(standing.calls('plan-campaign')).toHaveLength(1);
  expect(standing.execution).toMatchObject({ status: 'FAILED', error: 'not-found' });
});

test('a collaboration that fails is handed to a person with the reason, and the campaign goes on', async () => {
  const played = await run({
    'send-brief': () => {
      throw fault('conflict', 'the coupon exists already');
    },
  });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('hand-over')).toMatchObject([
    { ...collaboration(1), because: 'Send brief failed (conflict): the coupon exists already' },
  ]);
});

test('what was handed over goes on from where it stands when the person is done', async () => {
  const played = await run({
    'send-brief': ({ before }) => {
      if (before === 0) throw fault('conflict', 'the coupon exists already');
      return { status: 'briefed' };
    },
    'await-collaboration': called => {
      if (called.payload.waitFor !== 'person') return happy['await-collaboration']?.(called) ?? {};
      called.completeAfterHours(72, { status: 'accepted' });
      return {};
    },
  });
  expect(played.calls('await-collaboration').map(call => call.waitFor)).toEqual([
    'answer',
    'person',
    'confirmation',
    'post',
  ]);
  expect(played.calls('send-brief').map(call => call.at)).toEqual([2, 5].map(daysLater));
  expect(played.calls('verify-post')).toHaveLength(2);
});

test('a report that cannot be sent is skipped, and tracking that fails is tried a day later', async () => {
  const played = await run({
    'send-report': ({ payload }) => {
      if (payload.kind !== 'final') throw fault('invalid-request', 'no recipients');
      return { recipients: 1 };
    },
    'track-results': called => {
      if (called.before === 0) throw fault('invalid-request', 'broken');
      return { nextTrackAt: daysLater(30), reportDue: false, ended: called.before > 1 };
    },
  });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('track-results').map(call => call.at)).toEqual([10, 11, 30, 30].map(daysLater));
  expect(kindsOf(played)).toEqual(['kick-off', 'final']);
});

const byPerson: Script = {
  'shortlist-candidates': () => ({ shortlisted: 1, approval: 'person', approvalDeadline: daysLater(2) }),
  'request-approval': () => ({}),
};

test('a person approves before the deadline', async () => {
  const played = await run({
    ...byPerson,
    'request-approval': ({ completeAfterHours }) => {
      completeAfterHours(3, { approved: true });
      return {};
    },
  });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('open-collaborations')).toMatchObject([{ at: daysLater(3 / 24) }]);
  expect(played.calls('decide-unattended')).toEqual([]);
});

test.each([true, false])('at the deadline the rule decides: approved %s', async approved => {
  const played = await run({ ...byPerson, 'decide-unattended': () => ({ approved }) });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(played.calls('decide-unattended')).toMatchObject([{ at: daysLater(2) }]);
  expect(played.calls('open-collaborations')).toHaveLength(approved ? 1 : 0);
  expect(played.entered.includes('Cancelled')).toBe(!approved);
});

test('a cancelled campaign stops in the middle, and nobody is asked for anything any more', async () => {
  const played = await run({
    'await-collaboration': ({ cancelAfterHours }) => {
      cancelAfterHours(24);
      return {};
    },
  });
  expect(played.execution).toMatchObject({ status: 'ABORTED', stopDate: Date.parse(daysLater(1)) });
  await played.clock.idle();
  expect(played.calls('await-collaboration')).toHaveLength(1);
  expect(played.calls('track-results')).toEqual([]);
  expect(played.calls('settle-payouts')).toEqual([]);
});

test('without a candidate or a collaboration the campaign still reports and ends', async () => {
  const nobody = await run(
    {
      'identify-candidates': () => ({ candidates: 0, itemsKey: 'items/candidates' }),
      'open-collaborations': () => ({ collaborations: 0, itemsKey: 'items/collaborations' }),
    },
    { 'items/candidates': [], 'items/collaborations': [] },
  );
  expect(nobody.execution.status).toBe('SUCCEEDED');
  expect(nobody.calls('fetch-metrics')).toEqual([]);
  expect(nobody.calls('invite-influencer')).toEqual([]);
  expect(kindsOf(nobody)).toContain('final');
});

test('60 candidates are measured in batches of 25, and 60 influencers are invited at once', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index);
  const played = await run(
    {
      'identify-candidates': () => ({ candidates: 60, itemsKey: 'items/candidates' }),
      'open-collaborations': () => ({ collaborations: 60, itemsKey: 'items/collaborations' }),
    },
    { 'items/candidates': numbers.map(influencer), 'items/collaborations': numbers.map(collaboration) },
  );
  expect(played.execution.status).toBe('SUCCEEDED');
  const sizes = played.calls('fetch-metrics').map(call => (call.influencerIds as string[]).length);
  expect(sizes.sort()).toEqual([10, 25, 25]);
  expect(new Set(played.calls('invite-influencer').map(call => call.at))).toEqual(new Set([daysLater(0)]));
  expect(played.calls('verify-post')).toHaveLength(120);
});

test('a final report whose mail is uncertain waits for the next half hour, and uses up no attempt', async () => {
  const uncertainOnce: Script['send-report'] = ({ payload, before }) => {
    if (payload.kind === 'final' && before === 2) throw fault('send-uncertain', 'It is not known yet.');
    return { recipients: 1 };
  };
  const played = await run({ 'send-report': uncertainOnce });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(kindsOf(played)).toEqual(['kick-off', 'progress', 'final', 'final']);
  const [, , first, second] = played.calls('send-report').map(call => Date.parse(String(call.at)));
  expect((second ?? 0) - (first ?? 0)).toBe(30 * 60_000);
});

test('no throttling, however long, keeps the final report from being sent or ends the campaign', async () => {
  const attemptsOfAStep = 9;
  const throttled: Script['send-report'] = ({ payload, before }) => {
    if (payload.kind === 'final' && before < 2 + 2 * attemptsOfAStep)
      throw fault('Lambda.TooManyRequestsException', 'Rate Exceeded.');
    return { recipients: 1 };
  };
  const played = await run({ 'send-report': throttled });
  expect(played.execution.status).toBe('SUCCEEDED');
  expect(kindsOf(played).filter(kind => kind === 'final')).toHaveLength(2 * attemptsOfAStep + 1);
});

test('a bug in the final report ends the campaign, so that somebody hears of it', async () => {
  const broken: Script['send-report'] = ({ payload }) => {
    if (payload.kind === 'final') throw fault('internal', 'It cannot be drawn.');
    return { recipients: 1 };
  };
  const { execution } = await run({ 'send-report': broken });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'internal' });
});
