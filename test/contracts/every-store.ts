import { describe } from 'vitest';
import type { Table } from '#shared/aws/table.ts';
import { dynamoStores } from '#shared/repositories/stores.ts';
import { idempotencyStoreContract, tokenStoreContract } from './access.contract.ts';
import { followerHistoryContract } from './audiences.contract.ts';
import { campaignStoreContract } from './campaign-store.contract.ts';
import { candidateStoreContract } from './candidate-store.contract.ts';
import { collaborationStoreContract } from './collaboration-store.contract.ts';
import { messageStoreContract } from './message-store.contract.ts';
import { attentionStoreContract, rosterStoreContract } from './people.contract.ts';
import { rateBudgetContract } from './rate-budget.contract.ts';
import { sendingStoreContract, sendRateContract, suppressionStoreContract } from './sending-store.contract.ts';
import {
  linkStoreContract,
  orderStoreContract,
  postStoreContract,
  snapshotStoreContract,
} from './tracking.contract.ts';

/** Holds the repositories to every port's promises, on whatever database `freshTable` opens. */
export const everyStoreContract = (database: string, freshTable: () => Promise<Table>) =>
  describe(`on ${database}`, () => {
    const open =
      <S extends keyof ReturnType<typeof dynamoStores>>(store: S) =>
      async () =>
        dynamoStores(await freshTable())[store];
    campaignStoreContract(open('campaigns'));
    candidateStoreContract(open('candidates'));
    followerHistoryContract(open('followerHistories'));
    collaborationStoreContract(open('collaborations'));
    messageStoreContract(open('messages'));
    suppressionStoreContract(open('suppressions'));
    sendingStoreContract(open('sending'));
    sendRateContract(open('sendRate'));
    rateBudgetContract(open('rateBudget'));
    linkStoreContract(open('links'));
    orderStoreContract(open('orders'));
    snapshotStoreContract(open('snapshots'));
    postStoreContract(open('posts'));
    rosterStoreContract(open('roster'));
    attentionStoreContract(open('attention'));
    tokenStoreContract(open('tokens'));
    idempotencyStoreContract(open('idempotency'));
  });
