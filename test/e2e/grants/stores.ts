import { createHmac } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { output } from '#infra/cli/local/local-app.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { dynamoStores } from '#shared/repositories/stores.ts';

/** What is kept in the table, for the person at the keyboard, who may do everything. */
export const storesOf = ({ cloud }: Pick<CampaignRun, 'cloud'>) =>
  dynamoStores(dynamoTable(new DynamoDBClient(cloud.clientConfig()), output(cloud, 'TableName')));

/** Signs as the app does. */
export const signOf =
  ({ cloud }: Pick<CampaignRun, 'cloud'>): Sign =>
  text =>
    createHmac('sha256', cloud.secrets.get(output(cloud, 'SigningSecretArn')))
      .update(text)
      .digest();
