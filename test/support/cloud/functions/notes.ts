import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});
const TableName = process.env.TABLE_NAME;

interface ApiEvent {
  routeKey: string;
  body?: string;
  isBase64Encoded: boolean;
  pathParameters?: { id?: string };
  requestContext: { timeEpoch: number; authorizer?: { lambda: Record<string, unknown> } };
}

/** A tiny HTTP resource over a table; any other route echoes the event. */
export async function handler(event: ApiEvent): Promise<unknown> {
  const id = event.pathParameters?.id ?? '';
  if (event.routeKey === 'PUT /notes/{id}') {
    const Item = { pk: { S: `NOTE#${id}` }, sk: { S: 'TEXT' }, list: { S: 'notes' }, text: { S: event.body ?? '' } };
    await db.send(new PutItemCommand({ TableName, Item }));
    return { statusCode: 204 };
  }
  if (event.routeKey === 'GET /notes/{id}') {
    const Key = { pk: { S: `NOTE#${id}` }, sk: { S: 'TEXT' } };
    const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
    if (!Item) return { statusCode: 404, body: JSON.stringify({ title: 'No such note' }) };
    return { id, text: Item.text?.S, at: event.requestContext.timeEpoch };
  }
  return { statusCode: 200, cookies: ['seen=1'], body: JSON.stringify(event) };
}
