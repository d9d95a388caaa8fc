import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Articles of docs/runbook.md. A test holds that every article has an alarm and every alarm an article. */
export type RunbookArticle =
  | 'campaign-failed'
  | 'chase-failed'
  | 'function-errors'
  | 'dead-letters'
  | 'bounce-rate'
  | 'complaint-rate';

export interface RunbookAlarmProps extends Pick<AlarmProps, 'metric' | 'threshold' | 'comparisonOperator'> {
  readonly article: RunbookArticle;
  /** What it means, in one sentence. */
  readonly says: string;
  readonly topic: ITopic;
}

/** An alarm that tells a person what to do: its text ends in its article of the runbook. No data means that nothing is wrong. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, { article, says, topic, comparisonOperator, ...props }: RunbookAlarmProps) {
    super(scope, id, {
      ...props,
      evaluationPeriods: 1,
      comparisonOperator: comparisonOperator ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${says} What to do: docs/runbook.md#${article}`,
    });
    this.addAlarmAction(new SnsAction(topic));
  }
}
