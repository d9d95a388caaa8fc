import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';

/** SDK clients, each made once per Lambda and only where it is asked for; a bundle that never asks for one does not carry it. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

export const dynamo = /* @__PURE__ */ once(() => {
  const client = new DynamoDBClient({});
  // It walks through every item for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
});
/**
 * No checksum unless S3 asks for one: the SDK would sign that of an empty body into every address for uploads, and S3 refuses
 * the file that then comes (aws-sdk-js-v3 issue 6994).
 */
export const s3 = /* @__PURE__ */ once(() => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));
export const sfn = /* @__PURE__ */ once(() => new SFNClient({}));
export const secretsManager = /* @__PURE__ */ once(() => new SecretsManagerClient({}));
/** The SDK's own retries would send a mail a second time after a lost answer; `shared/operations/send-message.ts` decides instead. */
export const ses = /* @__PURE__ */ once(() => new SESClient({ maxAttempts: 1 }));
