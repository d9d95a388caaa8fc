import type { Ledger } from '../permissions/ledger.ts';
import type { RoleGuard } from '../permissions/role-guard.ts';
import { refusal } from '../permissions/role-guard.ts';

interface TableRequest {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

/** The tables or the index that a call is about, as policies name them. */
export function resourcesOf(body: string, tableArn: (name: string) => string): string[] {
  const { TableName, IndexName, RequestItems } = JSON.parse(body || '{}') as TableRequest;
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
