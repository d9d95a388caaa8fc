import type { FunctionName } from '#shared/contracts/functions.ts';

export type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'Query' | 'BatchGetItem' | 'BatchWriteItem';

/**
 * What a function may do beyond what its environment says. Whoever is given a secret's ARN may read that secret, and whoever is
 * given the configuration set may send mail: see constructs/grants.ts.
 */
export interface Needs {
  readonly table: readonly TableAction[];
  /** Prefixes in the files bucket. */
  readonly readsFiles?: readonly string[];
  readonly writesFiles?: readonly string[];
  readonly readsMail?: true;
  /** Completes task tokens of the campaign machine. */
  readonly completesWaits?: true;
  /** Starts and stops executions of the campaign machine. */
  readonly runsCampaigns?: true;
  readonly memoryMb?: number;
  readonly timeoutSeconds?: number;
  /** Called without anybody waiting for the answer: what fails for good goes to a dead letter queue. */
  readonly asynchronous?: true;
}

const read: readonly TableAction[] = ['GetItem', 'Query', 'BatchGetItem'];
const write: readonly TableAction[] = [...read, 'PutItem', 'UpdateItem', 'BatchWriteItem'];

const completesWaits = true;
/** Files of 500 MB are read as a stream, and 10,000 candidates are written in batches of 25. */
const long = { memoryMb: 1024, timeoutSeconds: 900 };

export const needs: Readonly<Record<FunctionName, Needs>> = {
  'plan-campaign': { table: write },
  'identify-candidates': { table: write, readsFiles: ['uploads/'], writesFiles: ['items/'], ...long },
  'fetch-metrics': { table: write, timeoutSeconds: 300 },
  'score-candidates': { table: write, memoryMb: 1024, timeoutSeconds: 60 },
  'shortlist-candidates': { table: write, ...long },
  'request-approval': { table: write },
  'decide-unattended': { table: write, completesWaits },
  'open-collaborations': { table: write, writesFiles: ['items/'], ...long },
  'invite-influencer': { table: write, completesWaits },
  'await-collaboration': { table: write, completesWaits },
  'send-brief': { table: write, completesWaits },
  'verify-post': { table: write, completesWaits, timeoutSeconds: 60 },
  'close-collaboration': { table: write, completesWaits },
  'hand-over': { table: write, completesWaits },
  'track-results': { table: write, completesWaits, ...long },
  'send-report': {
    table: write,
    readsFiles: ['reports/'],
    writesFiles: ['reports/'],
    memoryMb: 1769,
    timeoutSeconds: 120,
  },
  'settle-payouts': { table: write, completesWaits, ...long },
  'close-campaign': { table: write, completesWaits, asynchronous: true, timeoutSeconds: 900 },
  'find-due': { table: read, writesFiles: ['items/'], ...long },
  'chase-collaborations': { table: write, completesWaits, timeoutSeconds: 300 },
  'receive-mail': {
    table: write,
    readsMail: true,
    completesWaits,
    asynchronous: true,
    memoryMb: 1024,
    timeoutSeconds: 60,
  },
  'record-mail-event': { table: write, completesWaits, asynchronous: true },
  'authorize-request': { table: ['GetItem'], timeoutSeconds: 5 },
  // API Gateway gives up after 30 s.
  'serve-api': {
    table: write,
    readsFiles: ['uploads/', 'reports/'],
    writesFiles: ['uploads/'],
    completesWaits,
    runsCampaigns: true,
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
  'serve-pages': { table: write, completesWaits, memoryMb: 1024, timeoutSeconds: 29 },
  'follow-link': { table: write, timeoutSeconds: 10 },
  'receive-order': { table: write, timeoutSeconds: 10 },
};
