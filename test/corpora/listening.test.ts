import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { score as addresses } from '#infra/cli/corpora/addresses.ts';
import { score as autoreply } from '#infra/cli/corpora/autoreply.ts';
import { score as entities } from '#infra/cli/corpora/entities.ts';
import { type IntentRow, score as intents } from '#infra/cli/corpora/intents.ts';
import { score as machineMail } from '#infra/cli/corpora/machine-mail.ts';
import { readRows } from '#infra/cli/corpora/read-rows.ts';
import { score as replies } from '#infra/cli/corpora/replies.ts';
import type { CorpusScore, CorpusScorer } from '#infra/cli/corpora/scorer.ts';
import { score as sesEvents } from '#infra/cli/corpora/ses-events.ts';
import { newTextOf } from '#shared/domain/listening/new-text.ts';
import { understand } from '#shared/domain/listening/understand.ts';
import { decideReply } from '#shared/domain/outreach/reply-decision.ts';

const shared = new URL('../../../shared/corpora/', import.meta.url);
const hasShared = existsSync(shared);
if (!hasShared) console.warn('The public corpora (../shared/corpora) are absent: their rates are not checked.');

const scored = (score: CorpusScorer, file: string): Promise<CorpusScore> =>
  score(readRows(fileURLToPath(new URL(`${file}.jsonl.gz`, shared))));

const rowsOf = (name: string) => readRows(fileURLToPath(new URL(`${name}.jsonl`, import.meta.url))) as IntentRow[];

const rateOf = ({ passed, total }: { passed: number; total: number }): number => passed / total;

const ratesOf = (score: CorpusScore): Record<string, number> =>
  Object.fromEntries(Object.entries(score.bySource).map(([source, one]) => [source, rateOf(one)]));

describe.skipIf(!hasShared)('the public corpora', () => {
  it('cuts the new text of replies exactly in at least 80 % of each source, and softly in 97 %, with one leak at most', async () => {
    const score = await scored(replies, 'replies');
    for (const [source, rate] of Object.entries(ratesOf(score))) expect(rate, source).toBeGreaterThanOrEqual(0.8);
    expect(rateOf(score)).toBeGreaterThanOrEqual(0.96);
    const { softPassed = 0, softTotal = 1, leaks } = score.extra ?? {};
    expect(softPassed / softTotal).toBeGreaterThanOrEqual(0.97);
    expect(leaks).toBeLessThanOrEqual(1);
  });

  it('classes 97 % of machine mail, whatever its line ends, and no person as a bounce', async () => {
    const score = await scored(machineMail, 'machine_mail');
    expect(rateOf(score)).toBeGreaterThanOrEqual(0.97);
    expect(score.extra).toEqual({ hardCalledSoft: 0, peopleCalledBounce: 0 });
  });

  it('hears every marked automatic reply and raises no false alarm', async () => {
    const { extra } = await scored(autoreply, 'autoreply');
    expect(extra).toEqual({ automatic: 8, heard: 8, falseAlarms: 0 });
  });

  it.each(['ses_docs', 'ses_events'])('reads every member of %s, twice alike', async file => {
    expect((await scored(sesEvents, file)).failed).toEqual([]);
  });

  it('accepts no address that would bounce; refuses only quoted local parts', async () => {
    const { extra, failed } = await scored(addresses, 'addresses');
    expect(extra?.invalidAccepted).toBe(0);
    expect(failed.every(({ why }) => why.includes('"'))).toBe(true);
  });

  it('finds 93 % of every kind of entity', async () => {
    const score = await scored(entities, 'entities');
    for (const [kind, rate] of Object.entries(ratesOf(score))) expect(rate, kind).toBeGreaterThanOrEqual(0.93);
    expect(score.extra?.falseFinds).toBeLessThanOrEqual(3);
  });
});

describe('answers that influencers could write', () => {
  it('are understood in 98 % of the rows the rules were made with and 90 % of those they never saw', async () => {
    const score = await intents(rowsOf('intents'));
    expect(score.bySource.tune?.total).toBeGreaterThan(600);
    expect(ratesOf(score).tune).toBeGreaterThanOrEqual(0.98);
    expect(ratesOf(score)['held-out']).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['intents-fresh', 0.96],
    ['intents-third', 0.93],
    ['intents-fourth', 0.97],
    ['intents-fifth', 0.96],
  ])('are understood in %s, written apart from the rules, at a rate of %d', async (name, least) => {
    expect(rateOf(await intents(rowsOf(name)))).toBeGreaterThanOrEqual(least);
  });
});

// The two errors that cost most: a yes commits money, a missed "stop" breaks the law.
describe.each(['intents', 'intents-fresh', 'intents-third', 'intents-fourth', 'intents-fifth'])(
  'what is done about the answers of %s',
  name => {
    const done = rowsOf(name).map(({ input, expected }) => {
      const understood = understand(newTextOf(input.text), { at: '2026-01-12T10:00:00.000Z' });
      return { text: input.text, meant: expected.intent, action: decideReply('invited', understood).kind };
    });

    it('is an acceptance only where they say yes', () => {
      expect(done.filter(({ meant, action }) => action === 'accept' && meant !== 'yes')).toEqual([]);
    });

    it('is an opt-out wherever they want no more mail', () => {
      expect(done.filter(({ meant, action }) => meant === 'unsubscribe' && action !== 'opt-out')).toEqual([]);
    });
  },
);
