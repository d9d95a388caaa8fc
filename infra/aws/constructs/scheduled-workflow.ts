import { Schedule, type ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { MachineName } from '../names.ts';
import { Workflow, type WorkflowProps } from './workflow.ts';

/** A workflow that EventBridge Scheduler starts. A start that fails is not repeated: the next run catches up. */
export class ScheduledWorkflow extends Workflow {
  constructor(
    scope: Construct,
    name: MachineName,
    { schedule, ...props }: WorkflowProps & { schedule: ScheduleExpression },
  ) {
    super(scope, name, props);
    new Schedule(this, 'Schedule', {
      schedule,
      target: new StepFunctionsStartExecution(this.machine, { retryAttempts: 0 }),
    });
  }
}
