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

const completesWaits = true;
const asynchronous = true;
/** Files of 500 MB are read as a stream, and 10,000 candidates are read or written in batches. */
const long = { memoryMb: 1024, timeoutSeconds: 900 };
/** API Gateway gives up after 30 s. */
const behindHttp = { memoryMb: 1024, timeoutSeconds: 29 };

/** Moving a collaboration on: the item, its timeline, the budget, suppressions and what a person must decide. */
const advancing: readonly TableAction[] = ['GetItem', 'PutItem', 'UpdateItem'];
/** Sending to a collaboration as well: the candidate's facts, the counts of the send guard and what the thread holds already. */
const writing: readonly TableAction[] = [...advancing, 'BatchGetItem', 'Query'];

export const needs: Readonly<Record<FunctionName, Needs>> = {
  'plan-campaign': { table: ['GetItem', 'UpdateItem'] },
  'identify-candidates': {
    table: ['GetItem', 'UpdateItem', 'BatchGetItem', 'BatchWriteItem'],
    readsFiles: ['uploads/'],
    writesFiles: ['items/'],
    ...long,
  },
  // 25 candidates with up to four profiles each, at the pace that the platforms allow.
  'fetch-metrics': { table: ['GetItem', 'BatchGetItem', 'BatchWriteItem'], timeoutSeconds: 300 },
  'score-candidates': { table: ['GetItem', 'BatchGetItem', 'BatchWriteItem'], memoryMb: 1024, timeoutSeconds: 60 },
  'shortlist-candidates': {
    table: ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'BatchGetItem', 'BatchWriteItem'],
    ...long,
  },
  'request-approval': { table: [...advancing, 'Query'] },
  'decide-unattended': { table: ['GetItem', 'UpdateItem'] },
  'open-collaborations': { table: [...advancing, 'Query', 'BatchWriteItem'], writesFiles: ['items/'], ...long },
  'invite-influencer': { table: writing, completesWaits },
  'await-collaboration': { table: ['GetItem', 'PutItem'], completesWaits },
  'send-brief': { table: writing, completesWaits },
  'verify-post': { table: writing, completesWaits, timeoutSeconds: 60 },
  'close-collaboration': { table: advancing, completesWaits },
  'hand-over': { table: advancing, completesWaits },
  'track-results': { table: writing, completesWaits, ...long },
  // 1,769 MB is one whole vCPU: pictures are drawn in WebAssembly.
  'send-report': { table: [...advancing, 'Query'], writesFiles: ['reports/'], memoryMb: 1769, timeoutSeconds: 120 },
  'settle-payouts': { table: [...advancing, 'Query'], completesWaits, ...long },
  'close-campaign': { table: [...advancing, 'Query'], completesWaits, asynchronous, ...long },
  'find-due': { table: ['Query'], writesFiles: ['items/'], ...long },
  'chase-collaborations': { table: writing, completesWaits, timeoutSeconds: 300 },
  'receive-mail': {
    table: writing,
    readsMail: true,
    completesWaits,
    asynchronous,
    memoryMb: 1024,
    timeoutSeconds: 60,
  },
  'record-mail-event': { table: [...advancing, 'Query'], completesWaits, asynchronous },
  'authorize-request': { table: ['GetItem'], timeoutSeconds: 5 },
  'serve-api': {
    table: [...writing, 'BatchWriteItem'],
    readsFiles: ['uploads/'],
    writesFiles: ['uploads/'],
    completesWaits,
    runsCampaigns: true,
    ...behindHttp,
  },
  'serve-pages': { table: writing, completesWaits, ...behindHttp },
  'follow-link': { table: advancing, timeoutSeconds: 10 },
  'receive-order': { table: ['GetItem', 'PutItem', 'UpdateItem', 'Query'], timeoutSeconds: 10 },
};
