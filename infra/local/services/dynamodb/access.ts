import type { Ledger } from '../permissions/ledger.ts';
import type { RoleGuard } from '../permissions/role-guard.ts';
import { refusal } from '../permissions/role-guard.ts';

/** What is looked at of a call before the store sees it. */
export interface TableInput {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly ReturnConsumedCapacity?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

/** The tables or the index that a call is about, as policies name them. */
export function resourcesOf(
  { TableName, IndexName, RequestItems }: TableInput,
  tableArn: (name: string) => string,
): string[] {
  if (RequestItems) return Object.keys(RequestItems).map(tableArn);
  if (TableName === undefined) return ['*'];
  return [IndexName === undefined ? tableArn(TableName) : `${tableArn(TableName)}/index/${IndexName}`];
}

/** The refusal, if the role may not. */
export function refused(
  { guard, ledger }: { readonly guard: RoleGuard; readonly ledger: Ledger },
  roleArn: string,
  operation: string,
  resources: readonly string[],
): string | undefined {
  const action = `dynamodb:${operation}`;
  for (const resource of resources) {
    const { decision, by } = guard.judge(roleArn, action, resource);
    if (decision !== 'allowed') return refusal({ roleArn, action, resource }, decision);
    ledger.note(by);
  }
  return undefined;
}
