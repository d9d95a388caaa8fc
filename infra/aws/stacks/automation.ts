import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import {
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
  ReceiptRuleSet,
  TlsPolicy,
} from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3 } from 'aws-cdk-lib/aws-ses-actions';
import type { Construct } from 'constructs';
import type { FunctionName } from '#shared/contracts/functions.ts';
import type { Stage } from '../config.ts';
import { AppFunction } from '../constructs/app-function.ts';
import { ScheduledWorkflow } from '../constructs/scheduled-workflow.ts';
import { Workflow } from '../constructs/workflow.ts';
import { environmentOf } from '../environment.ts';
import { parameter } from '../parameters.ts';
import { variablesIn } from '../variables.ts';
import { workflows } from '../workflows.ts';
import type { DataStack } from './data.ts';
import type { EdgeStack } from './edge.ts';

export interface AutomationStackProps extends StackProps {
  readonly data: DataStack;
  readonly edge: EdgeStack;
  readonly bundles: string;
}

/** What runs by itself: the workflows, the schedule, and what listens to mail and to executions. */
export class AutomationStack extends Stack {
  private readonly stage: Stage;
  private readonly data: DataStack;

  constructor(scope: Construct, id: string, stage: Stage, { data, edge, bundles, ...props }: AutomationStackProps) {
    super(scope, id, props);
    this.stage = stage;
    this.data = data;
    this.addStackDependency(edge);
    const variables = variablesIn(this, stage, data, () => edge.sharedPublicUrl);
    const functions = new Map<FunctionName, AppFunction>();
    const appFunction = (name: FunctionName): AppFunction => {
      const existing = functions.get(name);
      if (existing) return existing;
      const made = new AppFunction(this, name, { stage, data, bundles, environment: environmentOf(name, variables) });
      functions.set(name, made);
      return made;
    };
    const functionOf = (name: FunctionName) => appFunction(name).lambda;

    const campaigns = new Workflow(this, 'campaign', {
      stage,
      data,
      functionOf,
      define: (machine, called) => workflows.campaign(machine, called, data.files),
      failed: 'campaign-failed',
    });
    const chases = new ScheduledWorkflow(this, 'chase', {
      stage,
      data,
      functionOf,
      define: (machine, called) => workflows.chase(machine, called, data.files),
      failed: 'chase-failed',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
    });

    this.listenToMailEvents(appFunction('record-mail-event'));
    this.listenToFailures(campaigns, appFunction('close-campaign'));
    this.receiveMail(appFunction('receive-mail'));
    new CfnOutput(this, 'CampaignMachineArn', { value: campaigns.machine.stateMachineArn });
    new CfnOutput(this, 'ChaseMachineArn', { value: chases.machine.stateMachineArn });
  }

  /** Sent, delivered, bounced, complained: what SES says about our own mail and no other stage's. */
  private listenToMailEvents(handler: AppFunction): void {
    const bus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    const { configurationSet } = this.data.identity;
    new ConfigurationSetEventDestination(this, 'MailEvents', {
      configurationSet,
      destination: EventDestination.eventBus(bus),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    new Rule(this, 'MailEventsToRecord', {
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      targets: [targetOf(handler)],
    });
  }

  private listenToFailures(campaigns: Workflow, handler: AppFunction): void {
    new Rule(this, 'EndedCampaigns', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [campaigns.machine.stateMachineArn],
        },
      },
      targets: [targetOf(handler)],
    });
  }

  /** Answers to our mails. AWS has one active rule set per region; making ours active is a step of the runbook. */
  private receiveMail(handler: AppFunction): void {
    const rules = new ReceiptRuleSet(this, 'ReceiptRules', { receiptRuleSetName: `groundswell-${this.stage.name}` });
    rules.addRule('Replies', {
      recipients: [parameter(this, 'ReplyDomain')],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [
        new S3({ bucket: this.data.mail, objectKeyPrefix: 'inbound/' }),
        new Lambda({ function: handler.lambda, invocationType: LambdaInvocationType.EVENT }),
      ],
    });
  }
}

/** The function's dead letter queue also takes events that could not even be handed to it. */
const targetOf = ({ lambda, deadLetters }: AppFunction) =>
  new LambdaFunction(lambda, { ...(deadLetters && { deadLetterQueue: deadLetters }) });
