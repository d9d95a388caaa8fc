import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Fault } from '#shared/errors.ts';
import { readCursor, writeCursor } from './cursor.ts';

export interface Key {
  readonly PK: string;
  readonly SK: string;
}
export type Item = Readonly<Record<string, unknown>>;
export type Index = 'GSI1' | 'GSI2';

export interface Query {
  readonly index?: Index;
  readonly partition: string;
  /** Sort keys that start with this. */
  readonly prefix?: string;
  /** Sort keys below this. */
  readonly before?: string;
  readonly newestFirst?: boolean;
}

/** A condition on the item being written. Values are bound, never spliced into the expression. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** DynamoDB takes at most 100 keys per BatchGetItem and 25 writes per BatchWriteItem. */
const getBatch = 100;
const writeBatch = 25;
type WriteRequest =
  | { readonly PutRequest: { readonly Item: Record<string, unknown> } }
  | { readonly DeleteRequest: { readonly Key: Record<string, unknown> } };
/** Attempts at what a throttled batch left unprocessed, waiting 50 ms, 100 ms ... between them (6.4 s in all). */
const batchAttempts = 8;

/** The one table: single-item writes with conditions, lists that page by themselves. */
export interface Table {
  get(key: Key, options?: { consistent: boolean }): Promise<Item | undefined>;
  put(item: Key & Item): Promise<void>;
  /** False where the condition did not hold. */
  putIf(item: Key & Item, condition: Condition): Promise<boolean>;
  /** The item as written, or undefined where the condition did not hold. */
  update(key: Key, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<Item | undefined>;
  query(query: Query): AsyncIterable<Item>;
  page(
    query: Query,
    request: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: Item[]; cursor?: string }>;
  /** Each item that is there, once, in no order. */
  getMany(keys: readonly Key[]): Promise<Item[]>;
  putMany(items: readonly (Key & Item)[]): Promise<void>;
  /** Those that are not there are as good as removed. */
  removeMany(keys: readonly Key[]): Promise<void>;
}

export function dynamoTable(client: DynamoDBClient, name: string): Table {
  // A stranger's column may be called "constructor": the marshaller then takes the map for an instance of some class.
  const marshallOptions = { removeUndefinedValues: true, convertClassInstanceToMap: true };
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions });

  const queryInput = (query: Query) => {
    const prefix = query.index ?? '';
    const [pk, sk] = [`${prefix}PK`, `${prefix}SK`];
    const sort =
      query.prefix !== undefined ? ' AND begins_with(#sk, :sk)' : query.before !== undefined ? ' AND #sk < :sk' : '';
    return {
      TableName: name,
      ...(query.index && { IndexName: query.index }),
      KeyConditionExpression: `#pk = :pk${sort}`,
      ExpressionAttributeNames: { '#pk': pk, ...(sort && { '#sk': sk }) },
      ExpressionAttributeValues: { ':pk': query.partition, ...(sort && { ':sk': query.prefix ?? query.before }) },
      ScanIndexForward: !query.newestFirst,
      // Decisions rest on what lists say (was it sent, how often was an offer made); indexes know no consistent reads.
      ConsistentRead: query.index === undefined,
    };
  };

  const whole = async (attempt: () => Promise<number>) => {
    for (let round = 0; round < batchAttempts; round += 1) {
      if (round > 0) await new Promise(resolve => setTimeout(resolve, 25 * 2 ** round));
      if ((await attempt()) === 0) return;
    }
    throw new Fault('upstream-failed', 'DynamoDB kept leaving items of a batch unprocessed');
  };

  const writeMany = async (all: readonly WriteRequest[]) => {
    for (let from = 0; from < all.length; from += writeBatch) {
      let requests = all.slice(from, from + writeBatch);
      await whole(async () => {
        const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
        requests = (answer.UnprocessedItems?.[name] ?? []) as typeof requests;
        return requests.length;
      });
    }
  };

  const table: Table = {
    async get(key, options) {
      const { Item: item } = await documents.send(
        new GetCommand({
          TableName: name,
          Key: { PK: key.PK, SK: key.SK },
          ConsistentRead: options?.consistent ?? true,
        }),
      );
      return item;
    },
    async put(item) {
      await documents.send(new PutCommand({ TableName: name, Item: item }));
    },
    async putIf(item, condition) {
      return holds(
        documents.send(
          new PutCommand({
            TableName: name,
            Item: item,
            ConditionExpression: condition.expression,
            ...(condition.names && { ExpressionAttributeNames: { ...condition.names } }),
            ...(condition.values && { ExpressionAttributeValues: { ...condition.values } }),
          }),
        ),
      );
    },
    async update(key, change) {
      try {
        const { Attributes } = await documents.send(
          new UpdateCommand({ TableName: name, Key: { PK: key.PK, SK: key.SK }, ReturnValues: 'ALL_NEW', ...change }),
        );
        return Attributes ?? {};
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },
    async *query(query) {
      let from: Record<string, unknown> | undefined;
      do {
        const answer = await documents.send(
          new QueryCommand({ ...queryInput(query), ...(from && { ExclusiveStartKey: from }) }),
        );
        yield* answer.Items ?? [];
        from = answer.LastEvaluatedKey;
      } while (from);
    },
    async page(query, { limit, cursor }) {
      const answer = await documents.send(
        new QueryCommand({
          ...queryInput(query),
          Limit: limit,
          ...(cursor !== undefined && { ExclusiveStartKey: readCursor(cursor, query) }),
        }),
      );
      return {
        items: answer.Items ?? [],
        ...(answer.LastEvaluatedKey && { cursor: writeCursor(answer.LastEvaluatedKey) }),
      };
    },
    async getMany(keys) {
      const found: Item[] = [];
      const all = distinct(keys);
      for (let from = 0; from < all.length; from += getBatch) {
        let wanted: Record<string, unknown>[] = all.slice(from, from + getBatch).map(({ PK, SK }) => ({ PK, SK }));
        await whole(async () => {
          const RequestItems = { [name]: { Keys: wanted, ConsistentRead: true } };
          const answer = await documents.send(new BatchGetCommand({ RequestItems }));
          found.push(...(answer.Responses?.[name] ?? []));
          wanted = answer.UnprocessedKeys?.[name]?.Keys ?? [];
          return wanted.length;
        });
      }
      return found;
    },
    putMany: items =>
      writeMany(distinct(items).map(item => ({ PutRequest: { Item: item as Record<string, unknown> } }))),
    removeMany: keys => writeMany(distinct(keys).map(({ PK, SK }) => ({ DeleteRequest: { Key: { PK, SK } } }))),
  };
  return table;
}

async function holds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Neither batch call takes the same key twice; of two items the last one is meant. */
const distinct = <K extends Key>(items: readonly K[]): K[] => [
  ...new Map(items.map(item => [JSON.stringify([item.PK, item.SK]), item])).values(),
];
