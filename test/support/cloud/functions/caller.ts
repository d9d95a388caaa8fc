import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

const db = new DynamoDBClient({});
const s3 = new S3Client({});

interface Call {
  call: keyof typeof calls;
  on: string;
  key?: string;
}

/** One call of each AWS service; `on` names what it is made on. */
const calls = {
  getItem: ({ on }: Call) => db.send(new GetItemCommand({ TableName: on, Key: { id: { S: '1' } } })),
  queryIndex: ({ on }: Call) =>
    db.send(
      new QueryCommand({
        TableName: on,
        IndexName: 'byOwner',
        KeyConditionExpression: 'id = :id',
        ExpressionAttributeValues: { ':id': { S: '1' } },
      }),
    ),
  getObject: ({ on, key }: Call) => s3.send(new GetObjectCommand({ Bucket: on, Key: key })),
  putObject: ({ on, key }: Call) => s3.send(new PutObjectCommand({ Bucket: on, Key: key, Body: 'x' })),
  listObjects: ({ on }: Call) => s3.send(new ListObjectsV2Command({ Bucket: on })),
  getSecret: ({ on }: Call) => new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: on })),
  sendMail: ({ on }: Call) =>
    new SESClient({}).send(
      new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(`From: ${on}\r\nTo: a@b.example\r\n\r\nx`) } }),
    ),
  startExecution: ({ on }: Call) => new SFNClient({}).send(new StartExecutionCommand({ stateMachineArn: on })),
};

/** Answers with the name of the error that the call met, or `ok`. */
export async function handler(event: Call): Promise<string> {
  try {
    await calls[event.call](event);
    return 'ok';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
