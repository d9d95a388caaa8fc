import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { reviewLimits, slowsAt } from '#shared/domain/outreach/send-guard.ts';
import type { Stage } from '../config.ts';
import { RunbookAlarm } from './alarm.ts';

export interface MailIdentityProps {
  readonly stage: Stage;
  readonly domain: string;
  readonly alarms: ITopic;
}

/** Who we are as a sender: a verified domain, and the configuration set under which every mail goes out. */
export class MailIdentity extends Construct {
  readonly identityArn: string;
  readonly configurationSet: ConfigurationSet;
  readonly configurationSetArn: string;

  constructor(scope: Construct, id: string, { stage, domain, alarms }: MailIdentityProps) {
    super(scope, id);
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      mailFromDomain: `bounce.${domain}`,
    });
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: `groundswell-${stage.name}`,
      reputationMetrics: true,
      // Our own suppression list is finer, but SES refuses even if a bug of ours would not.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identityArn = identity.emailIdentityArn;
    this.configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: `groundswell-${stage.name}`,
    });
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}`, description: 'DNS record for DKIM' });
    }
    this.watchReputation(alarms);
  }

  /** SES measures both over the whole account. They ring where our own guard begins to write less. */
  private watchReputation(topic: ITopic): void {
    const rate = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', period: Duration.hours(1) });
    new RunbookAlarm(this, 'BounceRate', {
      article: 'bounce-rate',
      says: 'Too many mails bounce; SES may stop us.',
      metric: rate('Reputation.BounceRate'),
      threshold: reviewLimits.bounces * slowsAt,
      topic,
    });
    new RunbookAlarm(this, 'ComplaintRate', {
      article: 'complaint-rate',
      says: 'Too many people say that our mail is spam; SES may stop us.',
      metric: rate('Reputation.ComplaintRate'),
      threshold: reviewLimits.complaints * slowsAt,
      topic,
    });
  }
}
