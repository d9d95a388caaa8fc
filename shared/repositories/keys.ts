import type { Key } from '#shared/aws/table.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';

/** Every key and index of the one table. Who asks what: ARCHITECTURE.md, "State". */

/** Due collaborations are spread over this many partitions of GSI2, so that one hot hour does not fill one partition. */
export const dueShards = 4;

export const keys = {
  campaign: (campaignId: string): Key => ({ PK: `CAMPAIGN#${campaignId}`, SK: 'CAMPAIGN' }),
  candidate: (campaignId: string, influencerId: string): Key => ({
    PK: `CAMPAIGN#${campaignId}`,
    SK: `CANDIDATE#${influencerId}`,
  }),
  /** What was found and observed of a candidate. */
  candidateDetails: (campaignId: string, influencerId: string): Key => ({
    PK: `CAMPAIGN#${campaignId}`,
    SK: `DETAILS#${influencerId}`,
  }),
  snapshot: (campaignId: string, at: string): Key => ({ PK: `CAMPAIGN#${campaignId}`, SK: `SNAPSHOT#${at}` }),
  post: (campaignId: string, influencerId: string): Key => ({
    PK: `CAMPAIGN#${campaignId}`,
    SK: `POST#${influencerId}`,
  }),
  attention: (campaignId: string, id: string): Key => ({ PK: `CAMPAIGN#${campaignId}`, SK: `ATTENTION#${id}` }),
  call: (campaignId: string, from: string): Key => ({ PK: `CAMPAIGN#${campaignId}`, SK: `CALL#${from}` }),
  collaboration: (campaignId: string, influencerId: string): Key => ({
    PK: `INFLUENCER#${influencerId}`,
    SK: `COLLABORATION#${campaignId}`,
  }),
  followerHistory: (influencerId: string, { platform, handle }: ProfileRef): Key => ({
    PK: `INFLUENCER#${influencerId}`,
    SK: `FOLLOWERS#${platform}#${handle}`,
  }),
  /** Beside the history, and goes with it. */
  followerSketch: (influencerId: string, { platform, handle }: ProfileRef): Key => ({
    PK: `INFLUENCER#${influencerId}`,
    SK: `FOLLOWERS#${platform}#${handle}#SKETCH`,
  }),
  event: (campaignId: string, influencerId: string, at: string, name: string): Key => ({
    PK: `COLLABORATION#${campaignId}#${influencerId}`,
    SK: `EVENT#${at}#${name}`,
  }),
  outMessage: (campaignId: string, influencerId: string, purpose: string, number: number): Key => ({
    PK: `COLLABORATION#${campaignId}#${influencerId}`,
    SK: `MESSAGE#out#${purpose}#${number}`,
  }),
  inMessage: (campaignId: string, influencerId: string, id: string): Key => ({
    PK: `COLLABORATION#${campaignId}#${influencerId}`,
    SK: `MESSAGE#in#${id}`,
  }),
  thread: (threadId: string): Key => ({ PK: `THREAD#${threadId}`, SK: 'THREAD' }),
  threadOfAddress: (addressHash: string, threadId: string): Key => ({
    PK: `ADDRESS#${addressHash}`,
    SK: `THREAD#${threadId}`,
  }),
  sesMessage: (sesMessageId: string): Key => ({ PK: `SES#${sesMessageId}`, SK: 'MESSAGE' }),
  mailEvent: (key: string): Key => ({ PK: `MAILEVENT#${key}`, SK: 'EVENT' }),
  unmatched: (at: string, id: string): Key => ({ PK: 'UNMATCHED', SK: `${at}#${id}` }),
  suppression: (addressHash: string): Key => ({ PK: `ADDRESS#${addressHash}`, SK: 'SUPPRESSION' }),
  places: (who: string, period: string): Key => ({ PK: `SENDING#${who}`, SK: `PLACES#${period}` }),
  senderDays: (sender: string): Key => ({ PK: `SENDING#${sender}`, SK: 'DAYS' }),
  sendRate: (): Key => ({ PK: 'SENDING', SK: 'RATE' }),
  mailCounts: (day: string): Key => ({ PK: 'SENDING', SK: `COUNTS#${day}` }),
  rateBudget: (service: string, credential: string): Key => ({ PK: `RATE#${service}`, SK: `CREDENTIAL#${credential}` }),
  connection: (profile: string): Key => ({ PK: `CONNECTION#${profile}`, SK: 'CONNECTION' }),
  link: (code: string): Key => ({ PK: `LINK#${code}`, SK: 'LINK' }),
  linkClicks: (code: string): Key => ({ PK: `LINK#${code}`, SK: 'CLICKS' }),
  click: (clickId: string): Key => ({ PK: `CLICK#${clickId}`, SK: 'CLICK' }),
  coupon: (shop: string, coupon: string): Key => ({ PK: `COUPON#${shop}#${coupon.toUpperCase()}`, SK: 'COUPON' }),
  order: (source: string, externalId: string): Key => ({ PK: `ORDER#${source}#${externalId}`, SK: 'ORDER' }),
  refund: (source: string, externalId: string, id: string): Key => ({
    PK: `ORDER#${source}#${externalId}`,
    SK: `REFUND#${id}`,
  }),
  known: (key: string): Key => ({ PK: `KNOWN#${key}`, SK: 'INFLUENCER' }),
  token: (hash: string): Key => ({ PK: `TOKEN#${hash}`, SK: 'TOKEN' }),
  tokenId: (id: string): Key => ({ PK: `TOKENID#${id}`, SK: 'TOKEN' }),
  erasure: (erasureId: string): Key => ({ PK: `ERASURE#${erasureId}`, SK: 'ERASURE' }),
  request: (key: string): Key => ({ PK: `REQUEST#${key}`, SK: 'REQUEST' }),
};

/** GSI1: lists of a campaign. GSI2: campaigns by status, what is due, and who waits to be erased. */
export const indexes = {
  campaigns: (createdAt: string, campaignId: string) => ({ GSI1PK: 'CAMPAIGNS', GSI1SK: `${createdAt}#${campaignId}` }),
  campaignsByStatus: (status: string, createdAt: string, campaignId: string) => ({
    GSI2PK: `CAMPAIGNS#${status}`,
    GSI2SK: `${createdAt}#${campaignId}`,
  }),
  /** Read backwards: those that can be shortlisted first, best score first. */
  candidateByScore: (campaignId: string, eligible: boolean, score: number, influencerId: string) => ({
    GSI1PK: `CAMPAIGN#${campaignId}#CANDIDATES`,
    GSI1SK: `${eligible ? 1 : 0}#${score.toFixed(4).padStart(8, '0')}#${influencerId}`,
  }),
  collaborationByStatus: (campaignId: string, status: string, influencerId: string) => ({
    GSI1PK: `CAMPAIGN#${campaignId}#COLLABORATIONS`,
    GSI1SK: `${status}#${influencerId}`,
  }),
  due: (influencerId: string, nextActionAt: string) => ({
    GSI2PK: `DUE#${shardOf(influencerId)}`,
    GSI2SK: `${nextActionAt}#${influencerId}`,
  }),
  erasures: (askedAt: string, erasureId: string) => ({ GSI1PK: 'ERASURES', GSI1SK: `${askedAt}#${erasureId}` }),
  openErasure: (askedAt: string, erasureId: string) => ({
    GSI2PK: 'ERASURES',
    GSI2SK: `${askedAt}#${erasureId}`,
  }),
  orderOfCampaign: (campaignId: string, placedAt: string, externalId: string) => ({
    GSI1PK: `CAMPAIGN#${campaignId}#ORDERS`,
    GSI1SK: `${placedAt}#${externalId}`,
  }),
};

function shardOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_536;
  return sum % dueShards;
}
