import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Choice, Condition, type IChainable, Parallel, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { eachOf } from '../batches.ts';
import { expression, input, sameInput, secondsUntil, variable } from '../expressions.ts';
import { type FunctionOf, stepsOf } from '../invoke.ts';
import { collaboration } from './collaboration.ts';
import { metrics } from './metrics.ts';
import { reportStep } from './report-step.ts';
import { reporting } from './reporting.ts';

/** A campaign from its plan to its final report: { campaignId }. */
export function campaign(scope: Construct, functionOf: FunctionOf, files: IBucket): IChainable {
  const steps = stepsOf(scope, functionOf);
  const { invoke, waitFor } = steps;
  const campaignId = input('campaignId');
  const given = { campaignId };

  const plan = invoke('Plan campaign', 'plan-campaign', { given, learn: ['endsAt', 'firstTrackAt'] });
  const identify = invoke('Identify candidates', 'identify-candidates', { given, learn: ['candidates', 'itemsKey'] });

  // Ten batches of 25 at a time: a platform's rate budget is shared, more hands would only wait for it.
  const fetchMetrics = eachOf(scope, 'Fetch metrics', {
    files,
    label: 'metrics',
    maxConcurrency: 10,
    batch: { size: 25, input: { campaignId } },
  }).itemProcessor(metrics(scope, functionOf));

  // A score is arithmetic over what is stored: 100 candidates take well under a second.
  const score = eachOf(scope, 'Score candidates', {
    files,
    label: 'scores',
    maxConcurrency: 10,
    batch: { size: 100, input: { campaignId } },
  }).itemProcessor(
    invoke('Score a batch', 'score-candidates', {
      given: {
        campaignId: input('BatchInput.campaignId'),
        influencerIds: expression('[$states.input.Items.influencerId]'),
      },
    }).next(Succeed.jsonata(scope, 'Scored', { outputs: {} })),
  );

  const shortlist = invoke('Shortlist candidates', 'shortlist-candidates', {
    given,
    learn: ['approval', 'approvalDeadline'],
  });

  const requestApproval = waitFor('Wait for the approval', 'request-approval', {
    given,
    learn: ['approved'],
    timeoutSeconds: secondsUntil('$approvalDeadline'),
  });
  const decide = invoke('Decide unattended', 'decide-unattended', { given, learn: ['approved'] });
  requestApproval.addCatch(decide, { errors: ['States.Timeout'], outputs: sameInput });

  const open = invoke('Open collaborations', 'open-collaborations', { given, learn: ['collaborations', 'itemsKey'] });

  // Children wait for weeks and cost nothing while they do. With fewer hands the next influencer would be invited only when
  // somebody else's collaboration ends; 10,000 is what AWS allows and the most that a campaign may want.
  const collaborations = eachOf(scope, 'Run collaborations', {
    files,
    label: 'collaborations',
    maxConcurrency: 10_000,
    select: {
      campaignId: expression('$states.context.Map.Item.Value.campaignId'),
      influencerId: expression('$states.context.Map.Item.Value.influencerId'),
      endsAt: variable('endsAt'),
    },
  }).itemProcessor(collaboration(scope, functionOf));

  const run = Parallel.jsonata(scope, 'Run the campaign', { outputs: sameInput })
    .branch(
      Choice.jsonata(scope, 'Is anybody shortlisted?')
        .when(Condition.jsonata('{% $collaborations > 0 %}'), collaborations)
        .otherwise(Succeed.jsonata(scope, 'Nobody is shortlisted')),
    )
    .branch(reporting(scope, functionOf));

  const finish = run
    .next(invoke('Settle payouts', 'settle-payouts', { given }))
    .next(invoke('Track final ROI', 'track-results', { given }))
    .next(reportStep(scope, steps, 'final'));
  open.next(finish);

  const approved = Choice.jsonata(scope, 'Was the shortlist approved?')
    .when(Condition.jsonata('{% $approved %}'), open)
    .otherwise(Succeed.jsonata(scope, 'Cancelled'));
  requestApproval.next(approved);
  decide.next(approved);
  shortlist.next(
    Choice.jsonata(scope, 'Does a person approve?')
      .when(Condition.jsonata("{% $approval = 'person' %}"), requestApproval)
      .otherwise(open),
  );

  fetchMetrics.next(score).next(shortlist);
  return plan
    .next(identify)
    .next(
      Choice.jsonata(scope, 'Is there a candidate?')
        .when(Condition.jsonata('{% $candidates > 0 %}'), fetchMetrics)
        .otherwise(shortlist),
    );
}
