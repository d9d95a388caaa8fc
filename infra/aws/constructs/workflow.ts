import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FunctionName } from '#shared/contracts/functions.ts';
import type { FunctionOf } from '#workflows/invoke.ts';
import type { Stage } from '../config.ts';
import { executionArn, type MachineName, machineArn, machineName } from '../names.ts';
import type { DataStack } from '../stacks/data.ts';
import { RunbookAlarm, type RunbookArticle } from './alarm.ts';
import { type Permission, roleWith, tracing } from './permissions.ts';

export interface WorkflowProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly functionOf: FunctionOf;
  readonly define: (scope: Construct, functionOf: FunctionOf) => IChainable;
  /** The article for a failed execution. */
  readonly failed: RunbookArticle;
}

/**
 * A Standard state machine in JSONata under its fixed name: logged, traced, with an alarm on failed executions and a role that
 * may call the functions it calls, run its own child executions and read their lists of items.
 */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, name: MachineName, { stage, data, functionOf, define, failed }: WorkflowProps) {
    super(scope, name);
    const called = new Map<FunctionName, IFunction>();
    const chain = define(this, function_ => {
      const handler = functionOf(function_);
      called.set(function_, handler);
      return handler;
    });
    const role = roleWith(this, 'states.amazonaws.com', [
      { actions: ['lambda:InvokeFunction'], resources: [...called.values()].map(handler => handler.functionArn) },
      ...this.childExecutions(name, stage),
      {
        actions: ['s3:GetObject'],
        resources: [`${data.filesArn}/items/*`],
        wildcardBecause: 'Each execution writes its lists of items under keys of its own.',
      },
      tracing,
      sampling,
      logDelivery,
    ]);
    const destination = new LogGroup(this, 'Logs', {
      // Log groups of this prefix need no resource policy of their own, of which an account has ten.
      logGroupName: `/aws/vendedlogs/states/${machineName(stage.name, name)}`,
      retention: stage.logDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(stage.name, name),
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(chain),
      // CDK would allow every version of every function and every object of the bucket.
      role: role.withoutPolicyUpdates(),
      tracingEnabled: true,
      // Inputs and answers stand in the history, where who may read them is narrower.
      logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
    });
    // CDK's own policy for Distributed Maps is attached to nobody, because the role takes no updates.
    this.machine.node.tryRemoveChild('DistributedMapPolicy');
    // The machine must not start before its role may do anything.
    this.machine.node.addDependency(role);
    new RunbookAlarm(this, 'Failed', {
      article: failed,
      says: `An execution of ${name} failed.`,
      metric: this.machine.metricFailed({ period: Duration.minutes(5) }),
      threshold: 1,
      topic: data.alarms,
    });
  }

  /** What a Distributed Map needs to run its children. */
  private childExecutions(name: MachineName, stage: Stage): Permission[] {
    return [
      { actions: ['states:StartExecution'], resources: [machineArn(this, stage.name, name)] },
      {
        actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
        resources: [executionArn(this, stage.name, `${name}/*`)],
        wildcardBecause: 'Child executions are named by Step Functions: <machine>/<label of the Map>:<id>.',
      },
    ];
  }
}

/** Unlike Lambda, Step Functions decides by itself what to trace. */
const sampling: Permission = {
  actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets'],
  resources: ['*'],
  wildcardBecause: 'X-Ray has no resource-level permissions for sampling.',
};

/** What AWS documents for logging to CloudWatch, each without resource-level permissions. */
const logDelivery: Permission = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  resources: ['*'],
  wildcardBecause: 'CloudWatch Logs has no resource-level permissions for log delivery.',
};
