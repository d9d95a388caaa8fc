import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../../faults/faults.ts';
import { tableSubject } from '../../faults/subjects.ts';
import type { StoreResponse } from './dynalite-store.ts';

/** Longer than a step needs to read and write again. */
const overtakenMs = 25;
const throttled = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message:
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
});

/** What goes wrong around one table call; no answer at all is a broken connection. */
export function databaseFaults(faults: Faults) {
  if (!faults.plan.replay && !faults.plan.faults.some(({ fault }) => fault.startsWith('dynamodb-')))
    return (_headers: IncomingHttpHeaders, _operation: string, _body: string, call: () => Promise<StoreResponse>) =>
      call();
  return async (
    headers: IncomingHttpHeaders,
    operation: string,
    body: string,
    call: () => Promise<StoreResponse>,
  ): Promise<StoreResponse | undefined> => {
    const subject = tableSubject(operation, body);
    const atMs = signedAtMs(headers);
    if (faults.hits('dynamodb-throttle', subject, atMs)) return { status: 400, body: throttled };
    const isWrite = /^(Put|Update|Delete)/.test(operation);
    if (isWrite && faults.hits('dynamodb-race', subject, atMs)) await sleep(overtakenMs);
    const response = await call();
    return faults.hits('dynamodb-reset', subject, atMs) ? undefined : response;
  };
}

/** The caller's time, which is the cloud's. */
function signedAtMs(headers: IncomingHttpHeaders): number {
  const text = String(headers['x-amz-date'] ?? '');
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso) || 0;
}
