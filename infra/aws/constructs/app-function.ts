import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment, FunctionName } from '#shared/contracts/functions.ts';
import type { Stage } from '../config.ts';
import { functionName } from '../names.ts';
import { needs } from '../needs.ts';
import type { DataStack } from '../stacks/data.ts';
import { acknowledge } from '../validation/acknowledge.ts';
import { RunbookAlarm } from './alarm.ts';
import { grantsOf } from './grants.ts';
import { roleWith, tracing } from './permissions.ts';

export interface AppFunctionProps<N extends FunctionName> {
  readonly stage: Stage;
  readonly data: DataStack;
  /** Folder that holds <name>/index.mjs. */
  readonly bundles: string;
  readonly environment: Environment<N>;
}

/**
 * A function as this house runs it: its bundle on arm64 and Node 24, JSON logs that end with the stage's retention, traced, a
 * role of its own that may do what its row in needs.ts says, and an alarm on errors.
 */
export class AppFunction<N extends FunctionName = FunctionName> extends Construct {
  readonly lambda: LambdaFunction;
  /** Where events go that failed for good; for functions that nobody waits for. */
  readonly deadLetters: Queue | undefined;

  constructor(scope: Construct, name: N, { stage, data, bundles, environment }: AppFunctionProps<N>) {
    super(scope, name);
    const { memoryMb = 512, timeoutSeconds = 30, asynchronous = false } = needs[name];
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.deadLetters = asynchronous ? this.deadLetterQueue(data) : undefined;
    const role = roleWith(this, 'lambda.amazonaws.com', [
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] },
      tracing,
      ...grantsOf(this, name, stage, data),
      ...(this.deadLetters ? [{ actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] }] : []),
    ]);

    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: functionName(stage.name, name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundles, name)),
      handler: 'index.handler',
      environment: { ...environment },
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      tracing: Tracing.ACTIVE,
      // CDK would let it ask for the address and the attributes of its dead letter queue as well.
      role: role.withoutPolicyUpdates(),
      ...(this.deadLetters && { onFailure: new SqsDestination(this.deadLetters), retryAttempts: 2 }),
    });
    this.acknowledgeFindings();
    new RunbookAlarm(this, 'Errors', {
      article: 'function-errors',
      says: `The function ${name} failed.`,
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      topic: data.alarms,
    });
  }

  private acknowledgeFindings(): void {
    acknowledge(
      this.lambda,
      'Serverless-LambdaDLQ',
      this.deadLetters
        ? 'Failed events go to the on-failure destination, which tells the error as well.'
        : 'Its caller waits for the answer and gets the error: API Gateway, or a workflow that retries and catches.',
    );
  }

  private deadLetterQueue(data: DataStack): Queue {
    const queue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest that SQS keeps: time for a person to mend the cause and send the events again.
      retentionPeriod: Duration.days(14),
    });
    for (const rule of ['Serverless-SQSRedrivePolicy', 'AwsSolutions-SQS3']) {
      acknowledge(queue, rule, 'It is the end of the line: an alarm calls a person.');
    }
    new RunbookAlarm(this, 'DeadLettersNotEmpty', {
      article: 'dead-letters',
      says: `An event could not be processed by ${this.node.id}.`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      threshold: 1,
      topic: data.alarms,
    });
    return queue;
  }
}
