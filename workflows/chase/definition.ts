import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Choice, Condition, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { eachOf } from '../batches.ts';
import { expression } from '../expressions.ts';
import { type FunctionOf, stepsOf } from '../invoke.ts';

/**
 * Finds collaborations whose next action is due and reminds, escalates or gives up. Runs hourly, so whatever an outage missed is
 * caught up by the next run. Then it erases what is held about those who asked to be forgotten.
 */
export function chase(scope: Construct, functionOf: FunctionOf, files: IBucket): IChainable {
  const { invoke } = stepsOf(scope, functionOf);

  const findDue = invoke('Find what is due', 'find-due', { given: {}, learn: ['due', 'itemsKey'] });

  // Batches of 100 fit a function's time even when every item sends a mail; two at a time stay under SES's rate per second.
  const chaseDue = eachOf(scope, 'Chase what is due', {
    files,
    label: 'chase',
    maxConcurrency: 2,
    batch: { size: 100 },
  }).itemProcessor(
    invoke('Chase collaborations', 'chase-collaborations', {
      given: { items: expression('[$states.input.Items.{"campaignId": campaignId, "influencerId": influencerId}]') },
    }).next(Succeed.jsonata(scope, 'Chased', { outputs: {} })),
  );

  // After the reminders: who has thousands of mails to be erased keeps nobody else waiting.
  const erase = invoke('Erase who asked for it', 'erase-people', { given: {} });
  erase.next(Succeed.jsonata(scope, 'Done'));

  return findDue.next(
    Choice.jsonata(scope, 'Is anything due?')
      .when(Condition.jsonata('{% $due > 0 %}'), chaseDue.next(erase))
      .otherwise(erase),
  );
}
