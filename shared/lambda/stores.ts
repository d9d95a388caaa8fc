import { dynamo, s3, sfn } from '#shared/aws/clients.ts';
import { s3Files } from '#shared/aws/files.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import { stepFunctionsWaits } from '#shared/aws/workflows.ts';
import { dynamoStores } from '#shared/repositories/stores.ts';

/** Everything kept in the one table, and the waits of the workflows. A use case names what it takes of it. */
export const stores = ({ TABLE_NAME }: { TABLE_NAME: string }) => ({
  ...dynamoStores(dynamoTable(dynamo(), TABLE_NAME)),
  waits: stepFunctionsWaits(sfn()),
});

export const files = ({ FILES_BUCKET }: { FILES_BUCKET: string }) => ({ files: s3Files(s3(), FILES_BUCKET) });
