import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { ExecutionDescription } from '#infra/local/engine/api.ts';
import type { Injection } from '#infra/local/faults/plan.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import type { Meter } from '#infra/local/meter.ts';
import type { Mail } from '#infra/local/services/ses/mail.ts';
import type { WorldStats } from '#infra/local/world/ledger.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { StoredMessage } from '#shared/ports/messages.ts';
import type { Conversion } from '#shared/ports/tracking.ts';
import { campaignShape } from '#shared/repositories/shapes/campaign.ts';
import { collaborationShape } from '#shared/repositories/shapes/collaboration.ts';
import { conversionShape, messageShape } from '#shared/repositories/shapes/records.ts';
import { output } from '../local/local-app.ts';

/** A mail that somebody in the world wrote to us. */
export interface InboundRecord {
  readonly atMs: number;
  /** The envelope's sender: empty for automatic mail. */
  readonly from: string;
  readonly to: string;
}

export interface KeptMessage {
  readonly message: StoredMessage;
  /** `COLLABORATION#<campaign>#<influencer>`, or `UNMATCHED`. */
  readonly partition: string;
}

/** All that can be known when it is over: the whole table, the mailbox, and what the people of the world really did. */
export interface Evidence {
  readonly campaigns: readonly Campaign[];
  readonly collaborations: readonly Collaboration[];
  readonly messages: readonly KeptMessage[];
  readonly orders: readonly Conversion[];
  readonly mails: readonly Mail[];
  readonly inbound: readonly InboundRecord[];
  readonly world: WorldStats;
  readonly ended: readonly ExecutionDescription[];
  readonly injected: readonly Injection[];
  /** Invocations that failed with an error of our own, newest first. */
  readonly failures: readonly string[];
  readonly meter: Meter;
  /** Events that lie in a dead letter queue. */
  readonly deadLetters: readonly string[];
  /** Calls that a role's policies did not allow. */
  readonly refused: readonly string[];
}

/** What the cloud itself knows. */
export type CloudEvidence = Omit<Evidence, 'inbound' | 'world' | 'injected'>;

export async function cloudEvidence(cloud: LocalCloud): Promise<CloudEvidence> {
  const items = await everyItem(cloud);
  const ofKind = (kind: string) => items.filter(item => item.kind === kind);
  return {
    campaigns: ofKind('campaign').map(item => campaignShape.read(item)),
    collaborations: ofKind('collaboration').map(item => collaborationShape.read(item)),
    messages: ofKind('message').map(item => ({ message: messageShape.read(item), partition: String(item.PK) })),
    orders: ofKind('order').map(item => conversionShape.read(item)),
    mails: cloud.mail.list(),
    ended: cloud.engine
      .listExecutions({ stateMachineArn: output(cloud, 'CampaignMachineArn') })
      .map(({ executionArn }) => cloud.engine.describeExecution(executionArn)),
    failures: cloud.functions
      .list({ failedOnly: true })
      .map(({ functionName, payload }) => `${functionName}: ${payload.slice(0, 300)}`)
      .filter(text => !/signal: killed|timed out after/.test(text)),
    meter: cloud.meter,
    deadLetters: cloud.resources
      .ofType('AWS::SQS::Queue')
      .flatMap(({ attributes }) => cloud.queues.list(String(attributes.Arn)))
      .map(({ body }) => body.slice(0, 300)),
    refused: [...new Set(cloud.permissions.refused())],
  };
}

async function everyItem(cloud: LocalCloud): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig()));
  const items: Record<string, unknown>[] = [];
  const pages = paginateScan({ client }, { TableName: output(cloud, 'TableName') });
  for await (const page of pages) items.push(...(page.Items ?? []));
  client.destroy();
  return items;
}
