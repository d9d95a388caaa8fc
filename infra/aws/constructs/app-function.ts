import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment, FunctionName } from '#shared/contracts/functions.ts';
import type { Stage } from '../config.ts';
import { functionName } from '../names.ts';
import { needs } from '../needs.ts';
import type { DataStack } from '../stacks/data.ts';
import { RunbookAlarm } from './alarm.ts';
import { grantsOf } from './grants.ts';

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

  constructor(scope: Construct, name: N, { stage, data, bundles, environment }: AppFunctionProps<N>) {
    super(scope, name);
    const { memoryMb = 512, timeoutSeconds = 30, asynchronous = false } = needs[name];
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const statement of grantsOf(this, name, stage, data)) role.addToPolicy(statement);

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
      role,
      ...(asynchronous && { deadLetterQueue: this.deadLetters(data), retryAttempts: 2 }),
    });
    new RunbookAlarm(this, 'Errors', {
      article: 'function-errors',
      says: `The function ${name} failed.`,
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      topic: data.alarms,
    });
  }

  private deadLetters(data: DataStack): Queue {
    const queue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
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
