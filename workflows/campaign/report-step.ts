import { Duration } from 'aws-cdk-lib';
import { Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Input } from '#shared/contracts/functions.ts';
import { input, sameInput } from '../expressions.ts';
import { deadHost, type stepsOf } from '../invoke.ts';

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
  const step = invoke(title, 'send-report', { given: { campaignId: input('campaignId'), kind }, ...props });
  const again = Wait.jsonata(scope, `${title} again later`, { time: WaitTime.duration(Duration.minutes(30)) });
  again.next(step);
  // The attempts of a step are used up by uncertainty; a host that dies at the last of them must not end the campaign.
  step.addCatch(again, { errors: ['send-uncertain', ...deadHost], outputs: sameInput });
  return step;
}
