import type { ObjectStore } from '../engine/ports.ts';
import { type DynamoDb, openDynamoDb, startDynamoDb } from '../services/dynamodb/dynamodb.ts';
import { tableDefinition } from '../services/dynamodb/tables.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import { corsRules } from '../services/s3/cors.ts';
import { type Buckets, openBuckets } from '../services/s3/objects.ts';
import { createS3 } from '../services/s3/s3.ts';
import { openSecrets, type Secrets } from '../services/secrets/secrets.ts';
import { openQueues, type Queues } from '../services/sqs.ts';
import type { Foundation } from './foundation.ts';

export interface DataServices {
  readonly dynamoDb: DynamoDb;
  readonly buckets: Buckets;
  readonly objects: ObjectStore;
  readonly secrets: Secrets;
  readonly queues: Queues;
}

/** Tables, buckets, secrets and queues: what keeps things. */
export async function startDataServices(foundation: Foundation, permissions: Permissions): Promise<DataServices> {
  const { catalog, clock, counters, endpoint, directory, documents } = foundation;
  const { authorize } = permissions;

  const tables = catalog.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(tableDefinition);
  const start = foundation.isolation === 'threads' ? startDynamoDb : openDynamoDb;
  const dynamoDb = await start({
    tables,
    permissions,
    faults: foundation.faults,
    region: foundation.region,
    path: directory('dynamodb'),
    tableArnPrefix: foundation.arn('dynamodb', 'table/'),
    keys: foundation.callers.entries(),
  });
  endpoint.mount('dynamodb', dynamoDb.service);

  const bucketResources = catalog.ofType('AWS::S3::Bucket');
  const buckets = openBuckets(
    bucketResources.map(bucket => bucket.ref),
    clock,
    directory(),
  );
  const rules = new Map(bucketResources.map(bucket => [bucket.ref, corsRules(bucket)]));
  endpoint.mount(
    's3',
    createS3({ clock, counters, buckets, permissions, corsRules: bucket => rules.get(bucket) ?? [] }),
  );

  const secretResources = catalog.ofType('AWS::SecretsManager::Secret');
  const secrets = openSecrets(secretResources, clock, documents('secrets'), authorize);
  endpoint.mount('secretsmanager', secrets.service);

  const queueResources = catalog.ofType('AWS::SQS::Queue');
  const queues = openQueues(queueResources, clock, name => documents('queues', name), authorize);
  endpoint.mount('sqs', queues.service);

  return { dynamoDb, buckets, secrets, queues, objects: objectStore(buckets) };
}

/** The buckets as the readers and writers of a Distributed Map see them. */
const objectStore = (buckets: Buckets): ObjectStore => ({
  get: async (bucket, key) => buckets.read(bucket, key).body,
  list: async (bucket, prefix) =>
    buckets.list(bucket, prefix).map(object => ({
      Key: object.key,
      Size: object.size,
      LastModified: object.modifiedMs / 1000,
      ETag: object.etag,
      StorageClass: 'STANDARD',
    })),
  put: async (bucket, key, body) => {
    buckets.put(bucket, key, Buffer.from(body), { 'content-type': 'application/json' });
  },
});
