import { Duration, type Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  DefinitionBody,
  IntegrationPattern,
  Pass,
  QueryLanguage,
  StateMachine,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(machines, { clock });

function machines(stack: Stack): void {
  const probe = testFunction(stack, 'probe');
  const call = (name: string, payload: object) =>
    LambdaInvoke.jsonata(stack, name, {
      lambdaFunction: probe,
      payload: TaskInput.fromObject(payload),
      retryOnServiceExceptions: false,
      outputs: '{% $states.result.Payload %}',
    });
  const child = new StateMachine(stack, 'Child', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(
      call('Echo', { said: '{% $states.input.say %}' })
        .next(Wait.jsonata(stack, 'Three weeks', { time: WaitTime.duration(Duration.days(21)) }))
        .next(
          Pass.jsonata(stack, 'Later', {
            outputs: { said: '{% $states.input.said %}', at: '{% $states.context.State.EnteredTime %}' },
          }),
        ),
    ),
  });
  new StateMachine(stack, 'Parent', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(
      StepFunctionsStartExecution.jsonata(stack, 'Run child', {
        stateMachine: child,
        integrationPattern: IntegrationPattern.RUN_JOB,
        input: TaskInput.fromObject({ say: '{% $states.input.say %}' }),
        outputs: '{% $states.result.Output %}',
      }),
    ),
  });
  new StateMachine(stack, 'Failing', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(call('Throw', { do: 'throw' })),
  });
  new Rule(stack, 'Ended', {
    eventPattern: { source: ['aws.states'], detail: { status: ['FAILED'] } },
    targets: [new LambdaFunction(probe)],
  });
}

const machineArn = (logicalId: string) =>
  cloud()
    .resources.ofType('AWS::StepFunctions::StateMachine')
    .find(machine => machine.logicalId.startsWith(logicalId))?.ref ?? '';

const run = async (logicalId: string, input: { say: string }) => {
  const { executionArn } = await cloud().engine.startExecution({ stateMachineArn: machineArn(logicalId), input });
  return cloud().engine.finished(executionArn);
};

describe('a state machine on this machine', () => {
  it('calls functions and waits three weeks in no time', async () => {
    const { status, output } = await run('Child', { say: 'hi' });
    expect({ status, output }).toEqual({
      status: 'SUCCEEDED',
      output: { said: 'hi', at: new Date(start + 21 * 86_400_000).toISOString() },
    });
  });

  it('runs another machine and goes on with its output', async () => {
    const { status, output } = await run('Parent', { say: 'ho' });
    expect({ status, output }).toMatchObject({ status: 'SUCCEEDED', output: { said: 'ho' } });
  });

  it('fails with the error of its function, and says so on the event bus', async () => {
    const { executionArn, status, error, cause } = await run('Failing', { say: '' });
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'OutOfCheese' });
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorMessage: 'no cheddar left' });
    await clock.idle();
    const told = cloud()
      .functions.list()
      .map(one => JSON.parse(one.event));
    expect(told).toContainEqual(
      expect.objectContaining({
        source: 'aws.states',
        'detail-type': 'Step Functions Execution Status Change',
        resources: [executionArn],
        detail: expect.objectContaining({ status: 'FAILED', error: 'OutOfCheese', executionArn }),
      }),
    );
  });
});
