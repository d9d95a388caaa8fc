import { Choice, Condition, type IChainable, Pass, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { expression, input, variable } from '../expressions.ts';
import { type FunctionOf, stepsOf } from '../invoke.ts';

/**
 * `fetch-metrics` itself ends the waiting after a week at the most, whatever quota it is for. This only keeps an execution that goes
 * wrong far below its 25,000 events: a round is nine. A week has 1,008 slices of Instagram's hours.
 */
const maxRounds = 1100;

/** One batch of candidates: fetches what the platforms give now and comes back for the rest when they allow it. */
export function metrics(scope: Construct, functionOf: FunctionOf): IChainable {
  const { invoke } = stepsOf(scope, functionOf);

  const fetch = invoke('Fetch metrics of a batch', 'fetch-metrics', {
    given: {
      campaignId: input('BatchInput.campaignId'),
      influencerIds: expression('[$states.input.Items.influencerId]'),
    },
    learn: ['remaining', 'retryAt'],
    assign: { round: expression('$round + 1') },
  });

  return Pass.jsonata(scope, 'Start with the first round', { assign: { round: 0 } })
    .next(fetch)
    .next(
      Choice.jsonata(scope, 'Is everything measured?')
        .when(
          Condition.jsonata(`{% $remaining = 0 or $round >= ${maxRounds} %}`),
          Succeed.jsonata(scope, 'Measured', { outputs: {} }),
        )
        .otherwise(
          Wait.jsonata(scope, 'Wait until the platform allows more', {
            time: WaitTime.timestamp(variable('retryAt')),
          }).next(fetch),
        ),
    );
}
