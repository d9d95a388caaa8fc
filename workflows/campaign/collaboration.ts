import { Duration } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  type IChainable,
  Succeed,
  type TaskStateBase,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { expression, input, sameInput, secondsUntil, variable } from '../expressions.ts';
import { type FunctionOf, stepsOf } from '../invoke.ts';

/** Names the step and says what went wrong; a Lambda's cause is JSON around the fault's message. */
const because = expression(
  `(
    $cause := $string($states.errorOutput.Cause);
    $message := $match($cause, /"errorMessage":"([^"]*)/).groups[0];
    $substring($states.context.State.Name & ' failed (' & $states.errorOutput.Error & '): ' & ($message ? $message : $cause), 0, 2000)
  )`.replaceAll(/\s*\n\s*/g, ' '),
);

/**
 * One influencer in one campaign, as a child execution of its own: { campaignId, influencerId, endsAt }.
 *
 * Reminders are not here but in `chase`, which completes the waiting token with `unresponsive` when it gives up.
 */
export function collaboration(scope: Construct, functionOf: FunctionOf): IChainable {
  const { invoke, waitFor } = stepsOf(scope, functionOf);
  const who = { campaignId: input('campaignId'), influencerId: input('influencerId') };

  const closed = Succeed.jsonata(scope, 'Closed', { outputs: {} });
  const handOver = invoke('Hand over to a person', 'hand-over', { given: { ...who, because: variable('because') } });

  const elseHandOver = <T extends TaskStateBase>(task: T): T => {
    task.addCatch(handOver, { errors: ['States.ALL'], assign: { because }, outputs: sameInput });
    return task;
  };

  const close = elseHandOver(
    invoke('Close collaboration', 'close-collaboration', { given: { ...who, because: 'the campaign ended' } }),
  );
  close.next(closed);

  const step = (title: string, name: 'invite-influencer' | 'send-brief') =>
    elseHandOver(invoke(title, name, { given: who }));
  const verify = (title: string, final: boolean) =>
    elseHandOver(invoke(title, 'verify-post', { given: { ...who, final }, learn: ['status'] }));
  const waitUntilEnd = (title: string, waitFor_: 'answer' | 'confirmation' | 'post' | 'person') => {
    const task = waitFor(title, 'await-collaboration', {
      given: { ...who, waitFor: waitFor_ },
      learn: ['status'],
      timeoutSeconds: secondsUntil('$states.input.endsAt'),
    });
    task.addCatch(close, { errors: ['States.Timeout'], outputs: sameInput });
    return task;
  };
  // Who was lost may come back on a person's say-so (ADR 19): the execution waits for that until the campaign ends.
  const waitForReopening = waitFor('Wait in case it is reopened', 'await-collaboration', {
    given: { ...who, waitFor: 'reopening' },
    learn: ['status'],
    timeoutSeconds: secondsUntil('$states.input.endsAt'),
  });
  waitForReopening.addCatch(closed, { errors: ['States.ALL'], outputs: {} });
  const statusIs = (...statuses: string[]) => Condition.jsonata(`{% $status in ${JSON.stringify(statuses)} %}`);
  const mayComeBack = statusIs('unresponsive', 'declined');

  const invite = step('Invite', 'invite-influencer');
  const waitForAnswer = elseHandOver(waitUntilEnd('Wait for the answer', 'answer'));
  const sendBrief = step('Send brief', 'send-brief');
  const waitForConfirmation = elseHandOver(waitUntilEnd('Wait for the confirmation', 'confirmation'));
  const waitForPost = elseHandOver(waitUntilEnd('Wait for the post', 'post'));
  const verifyPost = verify('Verify post', false);
  const waitForTheEnd = Wait.jsonata(scope, 'Wait until the campaign ends', {
    time: WaitTime.timestamp(input('endsAt')),
  });
  waitForTheEnd.next(verify('Check that the post is still up', true)).next(closed);

  invite.next(waitForAnswer);
  waitForAnswer.next(
    Choice.jsonata(scope, 'What was the answer?')
      .when(statusIs('accepted'), sendBrief)
      .when(mayComeBack, waitForReopening)
      .otherwise(closed),
  );
  sendBrief.next(waitForConfirmation);
  waitForConfirmation.next(
    Choice.jsonata(scope, 'Was the brief confirmed?')
      .when(statusIs('confirmed', 'published'), waitForPost)
      .otherwise(closed),
  );
  waitForPost.next(
    Choice.jsonata(scope, 'Was a post published?').when(statusIs('published'), verifyPost).otherwise(closed),
  );

  // The platform does not answer or asks us to wait: nothing is wrong with the post.
  const notSeenYet = Condition.jsonata(
    "{% $status = 'published' and $toMillis($states.context.State.EnteredTime) < $toMillis($states.input.endsAt) %}",
  );
  // A round is 9 events of the 25,000 that an execution may have: every 4 hours lasts for the year that it may run.
  const lookAgain = Wait.jsonata(scope, 'Wait before looking again', {
    time: WaitTime.duration(Duration.hours(4)),
  }).next(verifyPost);
  verifyPost.next(
    Choice.jsonata(scope, 'Is the post as agreed?')
      .when(statusIs('verified'), waitForTheEnd)
      .when(statusIs('confirmed'), waitForPost)
      .when(notSeenYet, lookAgain)
      .otherwise(closed),
  );

  // Whatever a person has decided meanwhile, the collaboration goes on from where it stands.
  const whereItStands = Choice.jsonata(scope, 'Where does it stand now?')
    .when(statusIs('shortlisted', 'invited', 'negotiating'), waitForAnswer)
    .when(statusIs('accepted'), sendBrief)
    .when(statusIs('briefed'), waitForConfirmation)
    .when(statusIs('confirmed'), waitForPost)
    .when(statusIs('published'), verifyPost)
    .when(statusIs('verified'), waitForTheEnd)
    .when(mayComeBack, waitForReopening)
    .otherwise(closed);
  handOver.next(waitUntilEnd('Wait for a person', 'person')).next(whereItStands);
  waitForReopening.next(whereItStands);
  return invite;
}
