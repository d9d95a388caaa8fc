import { afterAll, beforeAll, describe } from 'vitest';
import { missing, startDynamoDbLocal } from '#test/support/product/dynamodb-local.ts';
import { everyStoreContract } from './every-store.ts';

describe.skipIf(missing)(`AWS’s own database${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let database: Awaited<ReturnType<typeof startDynamoDbLocal>>;
  beforeAll(async () => {
    database = await startDynamoDbLocal();
  });
  afterAll(() => database?.stop());
  everyStoreContract('DynamoDB Local', () => database.freshTable());
});
