import { CfnCondition, CfnOutput, Duration, Fn, RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import { appBucket } from '../constructs/app-bucket.ts';
import { AppTable } from '../constructs/app-table.ts';
import { MailIdentity } from '../constructs/mail-identity.ts';
import { parameter } from '../parameters.ts';
import { acknowledge } from '../validation/acknowledge.ts';

/** What must outlive every deployment: state, files, mail, secrets, the sending identity, and where alarms go. */
export class DataStack extends Stack {
  readonly table: AppTable;
  readonly files: IBucket;
  readonly mail: IBucket;
  /** ARNs as the other stacks import them: policies name prefixes below. */
  readonly filesArn: string;
  readonly mailArn: string;
  readonly signingKey: Secret;
  readonly vaultKey: Secret;
  readonly platformSecret: Secret;
  readonly shopSecret: Secret;
  readonly identity: MailIdentity;
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, props);
    this.table = new AppTable(this, 'Table', stage);

    const logs = appBucket(this, 'AccessLogs', stage, {
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(stage.logDays) }],
    });
    this.files = appBucket(this, 'Files', stage, {
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'files/',
      lifecycleRules: [
        // Lists for Distributed Maps are read within minutes; an execution may be redriven for 14 days.
        { prefix: 'items/', expiration: Duration.days(30) },
        // Lists of people are read when their campaign is launched; afterwards nothing needs them.
        {
          prefix: 'uploads/',
          expiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.mail = appBucket(this, 'Mail', stage, {
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'mail/',
      lifecycleRules: [{ expiration: Duration.days(stage.rawMailDays) }],
    });

    this.filesArn = this.exportValue(this.files.bucketArn);
    this.mailArn = this.exportValue(this.mail.bucketArn);

    const removalPolicy = stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.signingKey = new Secret(this, 'SigningKey', {
      description: 'Signs tokens in links and reply addresses. A new key makes every link that is out there invalid.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    this.vaultKey = new Secret(this, 'VaultKey', {
      description:
        'Seals the access that influencers gave us to their accounts. With a new key they must connect again.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    this.platformSecret = new Secret(this, 'PlatformSecret', {
      description: 'Credentials of the platforms. Fill in by hand: docs/runbook.md.',
      secretStringValue: SecretValue.unsafePlainText(JSON.stringify({})),
      removalPolicy,
    });
    this.shopSecret = new Secret(this, 'ShopSecret', {
      description: 'Credentials of the shops by their domain. Fill in by hand: docs/runbook.md.',
      secretStringValue: SecretValue.unsafePlainText(JSON.stringify({})),
      removalPolicy,
    });

    acknowledge(
      this.signingKey,
      'AwsSolutions-SMG4',
      'A new key makes every link in mails that are out there invalid.',
    );
    acknowledge(
      this.vaultKey,
      'AwsSolutions-SMG4',
      'With a new key every connected account would have to be connected again.',
    );
    for (const secret of [this.platformSecret, this.shopSecret]) {
      acknowledge(
        secret,
        'AwsSolutions-SMG4',
        'Issued by platforms and shops, which have no rotation that AWS could call.',
      );
    }

    this.alarms = this.alarmTopic();
    this.identity = new MailIdentity(this, 'Mailing', {
      stage,
      domain: parameter(this, 'SenderDomain'),
      alarms: this.alarms,
    });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'FilesBucket', { value: this.files.bucketName });
    new CfnOutput(this, 'MailBucket', { value: this.mail.bucketName });
    new CfnOutput(this, 'SigningSecretArn', { value: this.signingKey.secretArn });
    new CfnOutput(this, 'PlatformSecretArn', { value: this.platformSecret.secretArn });
    new CfnOutput(this, 'ShopSecretArn', { value: this.shopSecret.secretArn });
  }

  private alarmTopic(): Topic {
    const topic = new Topic(this, 'Alarms', { enforceSSL: true });
    // Refusing plain HTTP replaces the topic's default policy, by which the alarms of this account may publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const endpoint = parameter(this, 'AlarmEmail');
    const subscription = new CfnSubscription(this, 'AlarmMail', {
      protocol: 'email',
      topicArn: topic.topicArn,
      endpoint,
    });
    subscription.cfnOptions.condition = new CfnCondition(this, 'SomebodyGetsAlarms', {
      expression: Fn.conditionNot(Fn.conditionEquals(endpoint, '')),
    });
    acknowledge(
      subscription,
      'Serverless-SNSRedrivePolicy',
      'E-mail subscriptions have no redrive; the alarm stays red.',
    );
    return topic;
  }
}
