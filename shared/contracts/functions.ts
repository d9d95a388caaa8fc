import * as z from 'zod';

/**
 * What every function reads, answers and needs. Handlers parse with it, the CDK construct types its environment from it, the
 * workflows name functions by its keys.
 */

const at = z.iso.datetime({ offset: true });
const campaignId = z.string().min(1).max(64);
const influencerId = z.string().min(1).max(64);
const count = z.int().nonnegative();
const nothing = z.object({});
/** An event from outside (HTTP, EventBridge, SES) that the handler parses with its own schema. */
const event = z.unknown();

const table = { TABLE_NAME: z.string().min(1) };
const files = { FILES_BUCKET: z.string().min(1) };
const links = { PUBLIC_URL: z.url(), SIGNING_SECRET_ARN: z.string().min(1) };
const mail = {
  ...links,
  CONFIGURATION_SET: z.string().min(1),
  REPLY_DOMAIN: z.string().min(1),
};
/** Empty where the operator has no app at TikTok. */
const tiktokKey = { TIKTOK_CLIENT_KEY: z.string() };
/** What reading a connected account takes. */
const connections = { ...tiktokKey, VAULT_SECRET_ARN: z.string().min(1), TIKTOK_URL: z.url() };
const platforms = {
  ...connections,
  PLATFORM_SECRET_ARN: z.string().min(1),
  INSTAGRAM_URL: z.url(),
  YOUTUBE_URL: z.url(),
  /** Hosts that may be fetched although they are not public addresses, comma separated; empty outside test set-ups. */
  ALLOWED_PRIVATE_HOSTS: z.string(),
};
const vendors = { HYPEAUDITOR_URL: z.url(), MODASH_URL: z.url() };
const shops = {
  SHOP_SECRET_ARN: z.string().min(1),
  /** `{shop}` is replaced by the shop's domain. */
  SHOPIFY_URL: z.string().min(1),
};

const inCampaign = z.object({ campaignId, at });
const inCollaboration = z.object({ campaignId, influencerId, at });
const collaborationStatus = z.object({ status: z.string() });

export const functions = {
  'plan-campaign': {
    input: inCampaign,
    output: z.object({ endsAt: at, firstTrackAt: at }),
    env: z.object(table),
  },
  'identify-candidates': {
    input: inCampaign,
    output: z.object({ candidates: count, itemsKey: z.string() }),
    env: z.object({ ...table, ...files, SIGNING_SECRET_ARN: z.string().min(1) }),
  },
  'fetch-metrics': {
    input: z.object({ campaignId, influencerIds: z.array(influencerId).min(1).max(100), at }),
    output: z.object({ measured: count, unreachable: count, remaining: count, retryAt: at }),
    env: z.object({ ...table, ...platforms, ...vendors }),
  },
  'score-candidates': {
    input: z.object({ campaignId, influencerIds: z.array(influencerId).min(1).max(200), at }),
    output: z.object({ scored: count, eligible: count }),
    env: z.object(table),
  },
  'shortlist-candidates': {
    input: inCampaign,
    output: z.object({ shortlisted: count, approval: z.enum(['automatic', 'person']), approvalDeadline: at }),
    env: z.object(table),
  },
  'request-approval': {
    input: inCampaign.extend({ taskToken: z.string().min(1) }),
    output: nothing,
    env: z.object({ ...table, ...mail }),
  },
  'decide-unattended': {
    input: inCampaign,
    output: z.object({ approved: z.boolean() }),
    env: z.object(table),
  },
  'open-collaborations': {
    input: inCampaign,
    output: z.object({ collaborations: count, itemsKey: z.string() }),
    env: z.object({ ...table, ...files, ...links }),
  },
  'invite-influencer': {
    input: inCollaboration,
    output: collaborationStatus,
    env: z.object({ ...table, ...mail }),
  },
  'await-collaboration': {
    input: inCollaboration.extend({
      waitFor: z.enum(['answer', 'confirmation', 'post', 'person', 'reopening']),
      taskToken: z.string().min(1),
    }),
    output: nothing,
    env: z.object(table),
  },
  'send-brief': {
    input: inCollaboration,
    output: collaborationStatus,
    env: z.object({ ...table, ...mail, ...shops }),
  },
  'verify-post': {
    input: inCollaboration.extend({ final: z.boolean().default(false) }),
    output: collaborationStatus,
    env: z.object({ ...table, ...platforms }),
  },
  'close-collaboration': {
    input: inCollaboration.extend({ because: z.string().max(500) }),
    output: collaborationStatus,
    env: z.object(table),
  },
  'hand-over': {
    input: inCollaboration.extend({ because: z.string().max(2000) }),
    output: nothing,
    env: z.object(table),
  },
  'track-results': {
    input: inCampaign,
    output: z.object({ nextTrackAt: at, reportDue: z.boolean(), ended: z.boolean() }),
    env: z.object({ ...table, ...platforms }),
  },
  'send-report': {
    input: inCampaign.extend({ kind: z.enum(['kick-off', 'progress', 'final']) }),
    output: z.object({ recipients: count }),
    env: z.object({ ...table, ...files, ...mail }),
  },
  'settle-payouts': {
    input: inCampaign,
    output: z.object({ settled: count, payoutMinor: count }),
    env: z.object(table),
  },
  'close-campaign': { input: event, output: nothing, env: z.object({ ...table, ...mail }) },
  'find-due': {
    input: z.object({ at }),
    output: z.object({ due: count, itemsKey: z.string() }),
    env: z.object({ ...table, ...files }),
  },
  'chase-collaborations': {
    input: z.object({ items: z.array(z.object({ campaignId, influencerId })).min(1).max(100), at }),
    output: z.object({ sent: count, later: count, escalated: count, gaveUp: count }),
    env: z.object({ ...table, ...mail }),
  },
  'erase-people': {
    input: z.object({ at }),
    output: z.object({ looked: count, done: count }),
    env: z.object({
      ...table,
      ...files,
      MAIL_BUCKET: z.string().min(1),
      SIGNING_SECRET_ARN: z.string().min(1),
    }),
  },
  'receive-mail': {
    input: event,
    output: nothing,
    // REPLY_MODEL: id of a Bedrock model that suggests how unclear replies may be read; empty: none.
    env: z.object({ ...table, ...mail, MAIL_BUCKET: z.string().min(1), REPLY_MODEL: z.string() }),
  },
  'assign-mail': {
    input: event,
    output: z.unknown(),
    env: z.object({ ...table, ...mail, MAIL_BUCKET: z.string().min(1) }),
  },
  'record-mail-event': { input: event, output: nothing, env: z.object(table) },
  'authorize-request': { input: event, output: z.unknown(), env: z.object(table) },
  'serve-api': {
    input: event,
    output: z.unknown(),
    env: z.object({
      ...table,
      ...files,
      ...mail,
      CAMPAIGN_MACHINE_ARN: z.string().min(1),
      SENDER_DOMAIN: z.string().min(1),
    }),
  },
  'serve-pages': { input: event, output: z.unknown(), env: z.object({ ...table, ...mail, ...tiktokKey }) },
  'connect-account': {
    input: event,
    output: z.unknown(),
    env: z.object({
      ...table,
      ...links,
      ...connections,
      PLATFORM_SECRET_ARN: z.string().min(1),
      TIKTOK_AUTH_URL: z.url(),
    }),
  },
  'follow-link': { input: event, output: z.unknown(), env: z.object(table) },
  'receive-order': {
    input: event,
    output: z.unknown(),
    env: z.object({ ...table, SHOP_SECRET_ARN: z.string().min(1) }),
  },
} as const satisfies Record<string, FunctionContract>;

export interface FunctionContract {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly env: z.ZodObject;
}

export type FunctionName = keyof typeof functions;
export type Input<N extends FunctionName> = z.output<(typeof functions)[N]['input']>;
export type Output<N extends FunctionName> = z.input<(typeof functions)[N]['output']>;
export type Environment<N extends FunctionName> = z.output<(typeof functions)[N]['env']>;
