import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import { type MachineName, machineName } from '../names.ts';
import { RunbookAlarm, type RunbookArticle } from './alarm.ts';

export interface WorkflowProps {
  readonly stage: Stage;
  readonly alarms: ITopic;
  readonly failed: RunbookArticle;
  readonly define: (scope: Construct) => IChainable;
}

/** A Standard state machine in JSONata under its fixed name: logged, traced, with an alarm on failed executions. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, name: MachineName, { stage, alarms, failed, define }: WorkflowProps) {
    super(scope, name);
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
      definitionBody: DefinitionBody.fromChainable(define(this)),
      tracingEnabled: true,
      // Inputs and answers stand in the history, where who may read them is narrower.
      logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
    });
    new RunbookAlarm(this, 'Failed', {
      article: failed,
      says: `An execution of ${name} failed.`,
      metric: this.machine.metricFailed({ period: Duration.minutes(5) }),
      threshold: 1,
      topic: alarms,
    });
  }
}
