import { dynamo, s3, sfn } from '#shared/aws/clients.ts';
import { s3Files } from '#shared/aws/files.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import { stepFunctionsWaits } from '#shared/aws/workflows.ts';
import { dynamoCampaigns } from '#shared/repositories/campaigns.ts';
import { dynamoCandidates } from '#shared/repositories/candidates.ts';
import { dynamoCollaborations } from '#shared/repositories/collaborations.ts';
import { dynamoMessages } from '#shared/repositories/messages.ts';
import { dynamoAttention, dynamoRoster } from '#shared/repositories/people.ts';
import { dynamoSending, dynamoSuppressions } from '#shared/repositories/sending.ts';
import { dynamoIdempotency, dynamoTokens } from '#shared/repositories/tokens.ts';
import { dynamoLinks, dynamoOrders, dynamoPosts, dynamoSnapshots } from '#shared/repositories/tracking.ts';

/** Everything kept in the one table, and the waits of the workflows. A use case names what it takes of it. */
export function stores({ TABLE_NAME }: { TABLE_NAME: string }) {
  const table = dynamoTable(dynamo(), TABLE_NAME);
  return {
    campaigns: dynamoCampaigns(table),
    candidates: dynamoCandidates(table),
    collaborations: dynamoCollaborations(table),
    messages: dynamoMessages(table),
    suppressions: dynamoSuppressions(table),
    sending: dynamoSending(table),
    links: dynamoLinks(table),
    orders: dynamoOrders(table),
    snapshots: dynamoSnapshots(table),
    posts: dynamoPosts(table),
    attention: dynamoAttention(table),
    roster: dynamoRoster(table),
    tokens: dynamoTokens(table),
    idempotency: dynamoIdempotency(table),
    waits: stepFunctionsWaits(sfn()),
  };
}

export const files = ({ FILES_BUCKET }: { FILES_BUCKET: string }) => ({ files: s3Files(s3(), FILES_BUCKET) });
