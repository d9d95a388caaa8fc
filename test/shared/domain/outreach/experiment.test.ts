import { describe, expect, test } from 'vitest';
import { enoughEvidence, judgeExperiment, type Trial, type Variant } from '#shared/domain/outreach/experiment.ts';

const sentAt = (n: number) => new Date(Date.UTC(2026, 2, 2) + n * 60_000).toISOString();

/** Mulberry32: the same worlds every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An experiment that is looked at after every pair; answers the first winner, if any. */
function peekedAt(random: () => number, rates: Record<Variant, number>, pairs: number): Variant | undefined {
  const trials = Array.from({ length: pairs * 2 }, (_, n): Trial => {
    const variant = n % 2 === 0 ? 'a' : 'b';
    return { variant, sentAt: sentAt(n), isSuccess: random() < rates[variant] };
  });
  return judgeExperiment(trials).winner;
}

function share(
  rates: Record<Variant, number>,
  pairs: number,
  wanted: (winner: Variant | undefined) => boolean,
): number {
  const worlds = 600;
  const hits = Array.from({ length: worlds }, (_, seed) => peekedAt(seeded(seed + 1), rates, pairs)).filter(wanted);
  return hits.length / worlds;
}

describe('an experiment', () => {
  test.each([0.05, 0.2, 0.5, 0.9])(
    'in which both are alike (%d) seldom names a winner, however often one looks',
    rate => {
      expect(share({ a: rate, b: rate }, 200, winner => winner !== undefined)).toBeLessThanOrEqual(0.05);
    },
  );

  test('finds a real difference, and the right one', () => {
    expect(share({ a: 0.1, b: 0.35 }, 100, winner => winner === 'b')).toBeGreaterThan(0.8);
    expect(share({ a: 0.35, b: 0.1 }, 100, winner => winner === 'b')).toBeLessThan(0.01);
  });

  test('starts without an opinion', () => {
    const nobody = { sent: 0, decided: 0, successes: 0 };
    expect(judgeExperiment([])).toEqual({ a: nobody, b: nobody, evidence: 1 });
  });

  test('waits for the slow ones: an open pair holds back all that were sent after it', () => {
    const trials = Array.from({ length: 40 }, (_, n): Trial => {
      const variant = n % 2 === 0 ? 'a' : 'b';
      return { variant, sentAt: sentAt(n), isSuccess: n === 0 ? undefined : variant === 'b' };
    });
    expect(judgeExperiment(trials)).toMatchObject({ evidence: 1, a: { sent: 20, decided: 19, successes: 0 } });
    const closed = trials.map(trial => ({ ...trial, isSuccess: trial.isSuccess ?? false }));
    const judged = judgeExperiment(closed);
    expect(judged.winner).toBe('b');
    expect(judged.evidence).toBeGreaterThan(enoughEvidence);
  });

  test('keeps to the order of sending, not of the list', () => {
    const trials = Array.from(
      { length: 30 },
      (_, n): Trial => ({
        variant: n % 2 === 0 ? 'a' : 'b',
        sentAt: sentAt(n),
        isSuccess: n % 3 === 0,
      }),
    );
    expect(judgeExperiment(trials.toReversed())).toEqual(judgeExperiment(trials));
  });
});
