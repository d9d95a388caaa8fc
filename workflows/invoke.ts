import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IntegrationPattern, JitterType, type RetryProps, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, type LambdaInvokeJsonataProps } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { FunctionName, functions, Output } from '#shared/contracts/functions.ts';
import { type FaultName, retryableFaults } from '#shared/errors.ts';
import { enteredAt, expression, sameInput } from './expressions.ts';

/** How workflows get at the functions: by the names of the contract. */
export type FunctionOf = (name: FunctionName) => IFunction;

/** What passes by itself: faults that say so, Lambda that stumbles or throttles, a host that died or hung in the middle of a step. */
export const passingErrors: readonly string[] = [
  ...retryableFaults,
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Runtime.ExitError',
  'Sandbox.Timedout',
];

/**
 * The one retry policy. A step is tried again only after a fault that says it can help, or when Lambda itself stumbled (a host that
 * dies or hangs shows as Runtime.ExitError or Sandbox.Timedout): every step is idempotent, so nothing is done twice. Whatever else fails is a bug or a decision for a person, and
 * repeating it would only hide it.
 *
 * 2 + 4 + 8 + ... + 256 s: 8 attempts cover 8.5 minutes, longer than DynamoDB or a platform usually stumbles and far shorter
 * than anybody waits. Full jitter, because a thousand collaborations meet the same throttle at the same second.
 */
export const retryPolicy: RetryProps = {
  errors: [...passingErrors],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxAttempts: 8,
  jitterStrategy: JitterType.FULL,
};

type Given<N extends FunctionName> = Omit<z.input<(typeof functions)[N]['input']>, 'at' | 'taskToken'>;

/** Every field of the function's input: as itself or as an expression. `at` and `taskToken` come by themselves. */
type Arguments<N extends FunctionName> = { readonly [K in keyof Given<N>]: Given<N>[K] | string };

interface Call<N extends FunctionName> {
  readonly given: Arguments<N>;
  /** Fields of the answer that later steps need: each becomes a variable of the same name. */
  readonly learn?: readonly (keyof Output<N> & string)[];
  readonly assign?: Readonly<Record<string, unknown>>;
  /** Faults that last longer than all attempts of a step: they use up none. */
  readonly lasting?: readonly FaultName[];
}

interface WaitingCall<N extends FunctionName> {
  readonly given: Arguments<N>;
  /** Fields of what whoever completes the token sends. */
  readonly learn: readonly string[];
  readonly timeoutSeconds: string;
}

const learnt = (fields: readonly string[], from: string) =>
  Object.fromEntries(fields.map(field => [field, expression(`${from}.${field}`)]));

/** Steps of one state machine: calling a function, and waiting until somebody completes the token that a function keeps. */
export function stepsOf(scope: Construct, functionOf: FunctionOf) {
  function task(
    title: string,
    name: FunctionName,
    payload: object,
    assign: object,
    props: Partial<LambdaInvokeJsonataProps>,
    lasting: readonly FaultName[] = [],
  ) {
    const step = LambdaInvoke.jsonata(scope, title, {
      lambdaFunction: functionOf(name),
      payload: TaskInput.fromObject({ ...payload, at: enteredAt }),
      ...(Object.keys(assign).length > 0 && { assign }),
      outputs: sameInput,
      retryOnServiceExceptions: false,
      ...props,
    });
    if (lasting.length > 0) step.addRetry({ errors: [...lasting], maxAttempts: 0 });
    step.addRetry(retryPolicy);
    return step;
  }

  const invoke = <N extends FunctionName>(title: string, name: N, { given, learn = [], assign, lasting }: Call<N>) =>
    task(title, name, given, { ...learnt(learn, '$states.result.Payload'), ...assign }, {}, lasting);

  const waitFor = <N extends FunctionName>(title: string, name: N, { given, learn, timeoutSeconds }: WaitingCall<N>) =>
    task(
      title,
      name,
      { ...given, taskToken: expression('$states.context.Task.Token') },
      learnt(learn, '$states.result'),
      {
        integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
        taskTimeout: Timeout.jsonata(timeoutSeconds),
      },
    );

  return { invoke, waitFor };
}
