import type { FunctionName } from '#shared/contracts/functions.ts';
import type { tableIndexes } from './constructs/app-table.ts';

export type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'Query' | 'BatchGetItem' | 'BatchWriteItem';

/** Who waits: the campaign itself, for its approval, or one of its collaborations. */
export type Waiting = 'campaign' | 'collaborations';

/**
 * What a function may do beyond what its environment says. Whoever is given a secret's ARN may read that secret, and whoever is
 * given the configuration set may send mail: see constructs/grants.ts.
 *
 * Nothing stands here that a function does not do: test/e2e/grants.test.ts makes use of each single grant, and fails by name for one
 * that nothing used.
 */
export interface Needs {
  /** On the table itself. */
  readonly table: readonly TableAction[];
  /** Indexes that it queries; `Query` above is of the table alone. */
  readonly indexes?: readonly (typeof tableIndexes)[number][];
  /** Prefixes in the files bucket. */
  readonly readsFiles?: readonly string[];
  readonly writesFiles?: readonly string[];
  readonly readsMail?: true;
  /** Prefixes in the files bucket. */
  readonly removesFiles?: readonly string[];
  readonly removesMail?: true;
  /** Completes task tokens of those who wait. */
  readonly completesWaits?: readonly Waiting[];
  /** Starts and stops executions of the campaign machine. */
  readonly runsCampaigns?: true;
  /** Asks SES how fast the account may send. */
  readonly asksSendQuota?: true;
  readonly memoryMb?: number;
  readonly timeoutSeconds?: number;
  /** Called without anybody waiting for the answer: what fails for good goes to a dead letter queue. */
  readonly asynchronous?: true;
}

/** Whoever moves a collaboration on completes the wait that it ends. */
const completesWaits: readonly Waiting[] = ['collaborations'];
const asynchronous = true;
/** Files of 500 MB are read as a stream, and 10,000 candidates are read or written in batches. */
const long = { memoryMb: 1024, timeoutSeconds: 900 };
/** API Gateway gives up after 30 s. */
const behindHttp = { memoryMb: 1024, timeoutSeconds: 29 };

/** Moving a collaboration on: the item, its timeline, the budget, suppressions and what a person must decide. */
const advancing: readonly TableAction[] = ['GetItem', 'PutItem', 'UpdateItem'];
/** Answering them as well: what the thread holds already. */
const answering: readonly TableAction[] = [...advancing, 'Query'];
/** Writing of our own accord: the candidate's facts and the counts of the send guard too. */
const writing: readonly TableAction[] = [...answering, 'BatchGetItem'];

export const needs: Readonly<Record<FunctionName, Needs>> = {
  'plan-campaign': { table: ['GetItem', 'UpdateItem'], asksSendQuota: true },
  'identify-candidates': {
    table: ['GetItem', 'UpdateItem', 'Query', 'BatchGetItem', 'BatchWriteItem'],
    indexes: ['GSI1'],
    readsFiles: ['uploads/'],
    writesFiles: ['items/'],
    ...long,
    // 300 MB are enough for a hundred thousand rows; one whole vCPU comes with 1,769 MB.
    memoryMb: 1769,
  },
  // 25 candidates with up to four profiles each, at the pace that the platforms allow.
  'fetch-metrics': { table: ['GetItem', 'UpdateItem', 'BatchGetItem', 'BatchWriteItem'], timeoutSeconds: 300 },
  'score-candidates': {
    table: ['GetItem', 'UpdateItem', 'BatchGetItem', 'BatchWriteItem'],
    memoryMb: 1024,
    timeoutSeconds: 60,
  },
  'shortlist-candidates': {
    table: ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'BatchGetItem', 'BatchWriteItem'],
    ...long,
  },
  'request-approval': { table: advancing, indexes: ['GSI1'] },
  'decide-unattended': { table: ['GetItem', 'UpdateItem'] },
  'open-collaborations': {
    table: ['PutItem', 'UpdateItem', 'Query', 'BatchGetItem', 'BatchWriteItem'],
    writesFiles: ['items/'],
    ...long,
  },
  'invite-influencer': { table: writing, completesWaits },
  'await-collaboration': { table: ['GetItem', 'PutItem'], completesWaits },
  'send-brief': { table: answering, completesWaits },
  'verify-post': { table: writing, completesWaits, timeoutSeconds: 60 },
  'close-collaboration': { table: advancing, completesWaits },
  'hand-over': { table: advancing, completesWaits },
  'track-results': { table: writing, indexes: ['GSI1'], completesWaits, ...long },
  // 1,769 MB is one whole vCPU: pictures are drawn in WebAssembly.
  'send-report': {
    table: [...advancing, 'Query'],
    indexes: ['GSI1'],
    writesFiles: ['reports/'],
    memoryMb: 1769,
    timeoutSeconds: 120,
  },
  'settle-payouts': { table: [...advancing, 'Query'], indexes: ['GSI1'], completesWaits, ...long },
  'close-campaign': { table: answering, indexes: ['GSI1'], completesWaits, asynchronous, ...long },
  'find-due': { table: ['UpdateItem'], asksSendQuota: true, indexes: ['GSI2'], writesFiles: ['items/'], ...long },
  'chase-collaborations': { table: writing, completesWaits, timeoutSeconds: 300 },
  // Unbounded in what it finds; whatever a run leaves is found by the next one.
  'erase-people': {
    table: [...writing, 'BatchWriteItem'],
    indexes: ['GSI1', 'GSI2'],
    readsFiles: ['reports/'],
    writesFiles: ['reports/'],
    removesFiles: ['uploads/'],
    removesMail: true,
    completesWaits,
    ...long,
  },
  'receive-mail': {
    table: answering,
    readsMail: true,
    completesWaits,
    asynchronous,
    memoryMb: 1024,
    timeoutSeconds: 60,
  },
  'assign-mail': { table: answering, readsMail: true, completesWaits, ...behindHttp },
  'record-mail-event': { table: advancing, completesWaits, asynchronous },
  'authorize-request': { table: ['GetItem'], timeoutSeconds: 5 },
  'serve-api': {
    table: [...writing, 'BatchWriteItem'],
    indexes: ['GSI1', 'GSI2'],
    readsFiles: ['uploads/'],
    writesFiles: ['uploads/'],
    completesWaits: ['campaign', 'collaborations'],
    runsCampaigns: true,
    ...behindHttp,
  },
  'serve-pages': { table: answering, indexes: ['GSI1'], completesWaits, ...behindHttp },
  'connect-account': { table: ['GetItem', 'PutItem'], ...behindHttp },
  'follow-link': { table: advancing, timeoutSeconds: 10 },
  'receive-order': { table: ['GetItem', 'PutItem', 'UpdateItem', 'Query'], timeoutSeconds: 10 },
};
