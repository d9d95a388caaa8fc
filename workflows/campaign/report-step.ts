import { Duration } from 'aws-cdk-lib';
import { Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Input } from '#shared/contracts/functions.ts';
import type { FaultName } from '#shared/errors.ts';
import { input, sameInput } from '../expressions.ts';
import { passingErrors, type stepsOf } from '../invoke.ts';

type ReportKind = Input<'send-report'>['kind'];

const titles = {
  'kick-off': 'Send kick-off report',
  progress: 'Send report',
  final: 'Send final report',
} as const satisfies Record<ReportKind, string>;

/**
 * Sends a report. While it is not known whether a mail went out, or the day's quota is used up, it waits and tries again with a new
 * time: attempts of one step all see the time at which it was entered, and for them nothing would ever change. Half an hour is
 * longer than a claim stays uncertain; 25,000 events last for 50 days of it.
 */
export function reportStep(
  scope: Construct,
  { invoke }: ReturnType<typeof stepsOf>,
  kind: ReportKind,
  props: { readonly assign?: Readonly<Record<string, unknown>> } = {},
) {
  const title = titles[kind];
  const given = { campaignId: input('campaignId'), kind };
  const step = invoke(title, 'send-report', { given, lasting: ['send-uncertain'], ...props });
  const again = Wait.jsonata(scope, `${title} again later`, { time: WaitTime.duration(Duration.minutes(30)) });
  again.next(step);
  // What passes is waited for, however long it takes, and must not end the campaign. A bug does not pass.
  const errors = passingErrors.filter(error => error !== ('internal' satisfies FaultName));
  step.addCatch(again, { errors, outputs: sameInput });
  return step;
}
