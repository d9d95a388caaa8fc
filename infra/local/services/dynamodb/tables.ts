import * as z from 'zod';
import type { Resource } from '../../assembly/resource.ts';
import type { TableStore } from './dynalite-store.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const indexSchema = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()) }).partial(),
});
const tableSchema = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(indexSchema).optional(),
  LocalSecondaryIndexes: z.array(indexSchema).optional(),
});

/** Input of CreateTable. */
export type TableDefinition = z.infer<typeof tableSchema> & {
  readonly TableName: string;
  readonly BillingMode: string;
};

export function tableDefinition(resource: Resource): TableDefinition {
  return { TableName: resource.ref, BillingMode: 'PAY_PER_REQUEST', ...tableSchema.parse(resource.properties) };
}

/** Creates what is not there yet: tables on disk outlive the cloud. */
export async function createTables(store: TableStore, tables: readonly TableDefinition[]): Promise<void> {
  for (const table of tables) {
    const { status, body } = await store.call('CreateTable', JSON.stringify(table));
    if (status !== 200 && !body.includes('ResourceInUseException')) {
      throw new Error(`Table ${table.TableName} could not be created: ${body}`);
    }
    while (!(await isActive(store, table.TableName))) await new Promise(resolve => setTimeout(resolve, 1));
  }
}

async function isActive(store: TableStore, TableName: string): Promise<boolean> {
  const { body } = await store.call('DescribeTable', JSON.stringify({ TableName }));
  return JSON.parse(body).Table.TableStatus === 'ACTIVE';
}
