import { dynamo } from '#shared/aws/clients.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import { addressHash } from '#shared/domain/address.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { dynamoPersonalData } from '#shared/repositories/personal-data.ts';

/** What the table holds about people. */
export const personalData = ({ TABLE_NAME }: { TABLE_NAME: string }, sign: Sign) =>
  dynamoPersonalData(dynamoTable(dynamo(), TABLE_NAME), address => addressHash(address, sign));
