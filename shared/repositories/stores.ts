import type { Table } from '#shared/aws/table.ts';
import { dynamoFollowerHistories } from './audiences.ts';
import { dynamoCalls } from './calls.ts';
import { dynamoCampaigns } from './campaigns.ts';
import { dynamoCandidates } from './candidates.ts';
import { dynamoCollaborations } from './collaborations.ts';
import { dynamoErasures } from './erasures.ts';
import { dynamoMessages } from './messages.ts';
import { dynamoOrders } from './orders.ts';
import { dynamoAttention, dynamoRoster } from './people.ts';
import { dynamoRateBudget } from './rate-budget.ts';
import { dynamoSending, dynamoSendRate, dynamoSuppressions } from './sending.ts';
import { dynamoIdempotency, dynamoTokens } from './tokens.ts';
import { dynamoLinks, dynamoPosts, dynamoSnapshots } from './tracking.ts';
import { dynamoUnmatched } from './unmatched.ts';

/** Everything that is kept in the one table. */
export const dynamoStores = (table: Table) => ({
  campaigns: dynamoCampaigns(table),
  candidates: dynamoCandidates(table),
  followerHistories: dynamoFollowerHistories(table),
  collaborations: dynamoCollaborations(table),
  messages: dynamoMessages(table),
  unmatched: dynamoUnmatched(table),
  calls: dynamoCalls(table),
  suppressions: dynamoSuppressions(table),
  sending: dynamoSending(table),
  sendRate: dynamoSendRate(table),
  links: dynamoLinks(table),
  orders: dynamoOrders(table),
  snapshots: dynamoSnapshots(table),
  posts: dynamoPosts(table),
  rateBudget: dynamoRateBudget(table),
  attention: dynamoAttention(table),
  roster: dynamoRoster(table),
  erasures: dynamoErasures(table),
  tokens: dynamoTokens(table),
  idempotency: dynamoIdempotency(table),
});
