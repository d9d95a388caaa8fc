import { Choice, Condition, type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { expression, input, sameInput, variable } from '../expressions.ts';
import { type FunctionOf, stepsOf } from '../invoke.ts';
import { reportStep } from './report-step.ts';

const aDayLater = expression('$fromMillis($toMillis($states.context.State.EnteredTime) + 86400000)');
const hasEnded = expression('$toMillis($states.context.State.EnteredTime) >= $toMillis($endsAt)');

/**
 * Tracks results and reports until the campaign ends. This branch runs beside the collaborations, and a failing branch would
 * abort them all: a report that cannot be sent is skipped, tracking that fails is tried again a day later.
 */
export function reporting(scope: Construct, functionOf: FunctionOf): IChainable {
  const steps = stepsOf(scope, functionOf);
  const { invoke } = steps;
  const campaignId = input('campaignId');

  const firstTracking = { nextTrackAt: variable('firstTrackAt') };
  const kickOff = reportStep(scope, steps, 'kick-off', { assign: firstTracking });
  const wait = Wait.jsonata(scope, 'Wait until the next tracking time', {
    time: WaitTime.timestamp(variable('nextTrackAt')),
  });
  const track = invoke('Track ROI', 'track-results', {
    given: { campaignId },
    learn: ['nextTrackAt', 'reportDue', 'ended'],
  });
  const report = reportStep(scope, steps, 'progress');

  const ended = Choice.jsonata(scope, 'Has the campaign ended?')
    .when(Condition.jsonata('{% $ended %}'), Succeed.jsonata(scope, 'Tracked to the end'))
    .otherwise(wait);
  const due = Choice.jsonata(scope, 'Is a report due?')
    .when(Condition.jsonata('{% $reportDue %}'), report.next(ended))
    .otherwise(ended);

  const any = { errors: ['States.ALL'], outputs: sameInput };
  kickOff.addCatch(wait, { ...any, assign: firstTracking });
  track.addCatch(due, { ...any, assign: { nextTrackAt: aDayLater, reportDue: false, ended: hasEnded } });
  report.addCatch(ended, any);

  return kickOff.next(wait).next(track).next(due);
}
