import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendGuard } from '#shared/domain/outreach/send-guard.ts';

const guard = (sent: number, bounced = 0, complained = 0) => sendGuard({ sent, bounced, complained });

describe('the send guard', () => {
  it('is open while nothing goes wrong, and before a rate means anything', () => {
    expect(guard(10_000)).toEqual({ kind: 'open' });
    expect(guard(199, 100, 100)).toEqual({ kind: 'open' });
    expect(guard(0)).toEqual({ kind: 'open' });
    expect(guard(1000, 29)).toEqual({ kind: 'open' });
  });

  it('slows from 60 % of a limit on, the more the nearer it comes', () => {
    const near = guard(1000, 35);
    expect(near).toMatchObject({ kind: 'slow', because: '3.50 % hard bounces of 1,000 mails, SES reviews at 5.0 %' });
    expect(near.kind === 'slow' && near.factor).toBeCloseTo(0.5);
    expect(guard(10_000, 0, 7)).toMatchObject({ kind: 'slow' });
  });

  it('stops at 80 % of a limit and says which', () => {
    expect(guard(1000, 40)).toMatchObject({ kind: 'stopped' });
    expect(guard(10_000, 0, 8)).toEqual({
      kind: 'stopped',
      because: '0.08 % complaints of 10,000 mails, SES reviews at 0.1 %',
    });
    expect(guard(200, 199)).toMatchObject({ kind: 'stopped' });
  });

  it('never opens up because more went wrong', () => {
    const strictness = { open: 0, slow: 1, stopped: 2 };
    fc.assert(
      fc.property(
        fc.nat(1e5),
        fc.nat(5000),
        fc.nat(200),
        fc.nat(5000),
        fc.nat(200),
        (sent, bounces, complaints, b, c) => {
          const before = guard(sent, bounces, complaints);
          const after = guard(sent, bounces + b, complaints + c);
          expect(strictness[after.kind]).toBeGreaterThanOrEqual(strictness[before.kind]);
          if (before.kind === 'slow' && after.kind === 'slow') expect(after.factor).toBeLessThanOrEqual(before.factor);
          if (after.kind === 'slow') expect(after.factor > 0 && after.factor <= 1).toBe(true);
        },
      ),
    );
  });
});
