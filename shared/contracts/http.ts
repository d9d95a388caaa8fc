import * as z from 'zod';
import { accountKinds } from '#shared/domain/audience/classify-account.ts';
import { campaignStatuses } from '#shared/domain/campaign.ts';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { campaignSpec } from './campaign-spec.ts';
import { decision } from './decisions.ts';
import type { FunctionName } from './functions.ts';
import { importPreview, importRequest } from './imports.ts';
import {
  askedErasure,
  attention,
  attentionList,
  campaignStatusView,
  campaignSummary,
  candidateView,
  collaborationView,
  erasure,
  forecastView,
  id,
  instant,
  page,
  timelineEntry,
  unmatchedMail,
} from './views.ts';

/**
 * Every HTTP route: the gateway's routes, the router's handlers, the authorizer's scopes and openapi.json all come from this table.
 */

/** What an API token may do; `admin` includes the others. */
export const scopes = ['read', 'launch', 'approve', 'admin'] as const;
export type Scope = (typeof scopes)[number];

const paged = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(2000).optional() };

const changes = z.strictObject({
  add: z.array(id).max(500).default([]).meta({ description: 'candidates to add to the shortlist' }),
  remove: z.array(id).max(5000).default([]).meta({ description: 'candidates to take off it' }),
});

/** What an import reads of one list. */
const mostUploadBytes = 100 * 1024 * 1024;

/** Lambda takes events of 6 MB, in which the characters of 3 MB find room. */
const mostInlineBase64 = 4 * 1024 * 1024;

const inCampaign = z.object({ campaignId: id });
const inCollaboration = z.object({ campaignId: id, influencerId: id });
const aMail = z.object({ mailId: z.string().min(1).max(200) });

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly function: FunctionName;
  /** Scope that the bearer token must have; `public` routes carry their own proof (signed link, HMAC) or need none. */
  readonly scope: Scope | 'public';
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly status: number;
  readonly answer?: z.ZodType;
  /** Media types of the answer; JSON unless said. */
  readonly produces?: readonly string[];
  /** A POST that changes nothing, or nothing more when it is sent again: it is simply answered again. */
  readonly changesNothing?: true;
  /** The answer holds a secret, which is kept nowhere: a repeated request is a new one. */
  readonly answersSecret?: true;
}

/** Whether a repeated request with the same Idempotency-Key gets the first answer again. */
export const isRepeatable = ({ method, scope, answersSecret, changesNothing }: Route): boolean =>
  method === 'POST' && scope !== 'public' && !answersSecret && !changesNothing;

export const routes = {
  launchCampaign: {
    method: 'POST',
    path: '/campaigns',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Launch a campaign',
    body: campaignSpec,
    status: 201,
    answer: campaignSummary,
  },
  forecastCampaign: {
    method: 'POST',
    path: '/campaigns/forecast',
    function: 'serve-api',
    scope: 'read',
    summary: 'What a campaign may come to, before it is launched; stores nothing',
    changesNothing: true,
    query: z.object({
      seed: z
        .string()
        .min(1)
        .max(80)
        .optional()
        .meta({ description: 'of the simulation; the campaign itself unless given' }),
    }),
    body: campaignSpec,
    status: 200,
    answer: forecastView,
  },
  parseCampaign: {
    method: 'POST',
    path: '/campaigns/parse',
    function: 'serve-api',
    scope: 'read',
    summary:
      'A campaign file (YAML or JSON) as the JSON that a launch takes, and the lists that it names; stores nothing',
    changesNothing: true,
    body: z.strictObject({ text: z.string().min(1).max(400_000) }),
    status: 200,
    answer: z.object({
      campaign: z.record(z.string(), z.unknown()).meta({ description: 'as written: nothing of it is checked' }),
      files: z
        .array(z.object({ source: z.int(), file: z.string() }))
        .meta({ description: 'lists beside the file: a launch takes `text` or `upload` in place of `file`' }),
    }),
  },
  listCampaigns: {
    method: 'GET',
    path: '/campaigns',
    function: 'serve-api',
    scope: 'read',
    summary: 'Campaigns, newest first',
    query: z.object({ status: z.enum(campaignStatuses).optional(), ...paged }),
    status: 200,
    answer: page(campaignSummary),
  },
  getCampaign: {
    method: 'GET',
    path: '/campaigns/{campaignId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'One campaign with its funnel and what waits for a person',
    params: inCampaign,
    status: 200,
    answer: campaignStatusView,
  },
  listCandidates: {
    method: 'GET',
    path: '/campaigns/{campaignId}/candidates',
    function: 'serve-api',
    scope: 'read',
    summary: 'Candidates, best score first, each with why',
    params: inCampaign,
    query: z.object(paged),
    status: 200,
    answer: page(candidateView),
  },
  getCandidate: {
    method: 'GET',
    path: '/campaigns/{campaignId}/candidates/{influencerId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'One candidate, with all that its score rests on and what would have changed it',
    params: inCollaboration,
    status: 200,
    answer: candidateView,
  },
  splitCandidate: {
    method: 'POST',
    path: '/campaigns/{campaignId}/candidates/{influencerId}/split',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Take a wrong merge back: these profiles are somebody else, now and in every later import',
    params: inCollaboration,
    body: z.strictObject({
      profiles: z
        .array(z.strictObject({ platform: z.enum(platforms), handle: z.string().min(1).max(200) }))
        .min(1)
        .max(20),
    }),
    status: 200,
    answer: z.object({ stays: candidateView, leaves: candidateView }),
  },
  judgeFollowers: {
    method: 'POST',
    path: '/campaigns/{campaignId}/candidates/{influencerId}/followers',
    function: 'serve-api',
    scope: 'launch',
    summary:
      'Judge an uploaded list of their followers by its public counts; kept are the numbers of each kind, and keyed hashes that count shared followers',
    params: inCollaboration,
    body: z.strictObject({
      upload: z.string().min(1).max(100).meta({ description: 'what POST /uploads answered' }),
      platform: z.enum(platforms).default('instagram'),
    }),
    status: 200,
    answer: z.object({
      followers: z.int(),
      judged: z.int().meta({ description: 'those with public counts in the list' }),
      unreadable: z.int().meta({ description: 'entries that name no account' }),
      kinds: z.record(z.enum(accountKinds), z.int()),
      candidate: candidateView,
    }),
  },
  listCollaborations: {
    method: 'GET',
    path: '/campaigns/{campaignId}/collaborations',
    function: 'serve-api',
    scope: 'read',
    summary: 'Collaborations of a campaign',
    params: inCampaign,
    query: z.object({ status: z.enum(collaborationStatuses).optional(), ...paged }),
    status: 200,
    answer: page(collaborationView),
  },
  getTimeline: {
    method: 'GET',
    path: '/campaigns/{campaignId}/collaborations/{influencerId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'Everything that happened in one collaboration',
    params: inCollaboration,
    status: 200,
    answer: z.object({ collaboration: collaborationView, timeline: z.array(timelineEntry) }),
  },
  decideCollaboration: {
    method: 'POST',
    path: '/campaigns/{campaignId}/collaborations/{influencerId}/decision',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Decide about a collaboration: what waits for a person, and what chase does next',
    params: inCollaboration,
    body: decision,
    status: 200,
    answer: collaborationView,
  },
  listAttention: {
    method: 'GET',
    path: '/campaigns/{campaignId}/attention',
    function: 'serve-api',
    scope: 'read',
    summary: 'What waits for a person, with everything needed to decide it',
    params: inCampaign,
    status: 200,
    answer: attentionList,
  },
  resolveAttention: {
    method: 'POST',
    path: '/campaigns/{campaignId}/attention/{itemId}/resolve',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Say that an item is done; what holds a collaboration is decided there instead',
    params: inCampaign.extend({ itemId: z.string().min(1).max(200) }),
    body: z.strictObject({ note: z.string().trim().min(1).max(500).optional() }),
    status: 200,
    answer: attention,
  },
  listUnmatchedMail: {
    method: 'GET',
    path: '/unmatched-mail',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Mail that belongs to no thread and waits for a person, newest first',
    query: z.object({ limit: paged.limit }),
    status: 200,
    answer: z.object({ items: z.array(unmatchedMail) }),
  },
  assignMail: {
    method: 'POST',
    path: '/unmatched-mail/{mailId}/assign',
    function: 'assign-mail',
    scope: 'approve',
    summary: 'Say whose mail it is; it is then understood and acted on like any mail of that thread',
    params: aMail,
    body: inCollaboration,
    changesNothing: true,
    status: 200,
    answer: z.object({
      status: z.enum(collaborationStatuses),
      heldForPerson: z.string().optional(),
    }),
  },
  dismissMail: {
    method: 'POST',
    path: '/unmatched-mail/{mailId}/dismiss',
    function: 'assign-mail',
    scope: 'approve',
    summary: 'Say that a mail belongs nowhere',
    params: aMail,
    changesNothing: true,
    status: 204,
  },
  approveShortlist: {
    method: 'POST',
    path: '/campaigns/{campaignId}/approve',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Approve the shortlist, with additions and removals',
    params: inCampaign,
    body: changes,
    status: 200,
    answer: campaignSummary,
  },
  pauseCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/pause',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Stop all mail until resumed',
    params: inCampaign,
    status: 200,
    answer: campaignSummary,
  },
  resumeCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/resume',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Go on after a pause',
    params: inCampaign,
    status: 200,
    answer: campaignSummary,
  },
  cancelCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/cancel',
    function: 'serve-api',
    scope: 'launch',
    summary: 'End the campaign now and withdraw what is open',
    params: inCampaign,
    status: 200,
    answer: campaignSummary,
  },
  getReport: {
    method: 'GET',
    path: '/campaigns/{campaignId}/report',
    function: 'serve-api',
    scope: 'read',
    summary: 'The report as of now',
    params: inCampaign,
    query: z.object({ format: z.enum(['json', 'html', 'csv']).default('json') }),
    status: 200,
    answer: z.record(z.string(), z.unknown()),
    produces: ['application/json', 'text/html', 'text/csv'],
  },
  suppressAddresses: {
    method: 'POST',
    path: '/suppressions',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Never write to these addresses again, in any campaign',
    body: z.strictObject({
      addresses: z.array(z.string().min(1).max(320)).min(1).max(1000),
      because: z
        .enum(['imported', 'unsubscribe', 'complaint', 'erasure'])
        .default('imported')
        .meta({ description: '`unsubscribe`: they told us elsewhere; `erasure`: they asked to be forgotten' }),
    }),
    status: 200,
    answer: z.object({
      suppressed: z.int(),
      refused: z.array(z.object({ index: z.int(), because: z.string() })).meta({
        description: 'positions in `addresses` of what is no address',
      }),
    }),
  },
  askErasure: {
    method: 'POST',
    path: '/erasures',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Erase what is held about a person who asks for it; answers what that is, and is done within two hours',
    // Coupons name the person, and a repeated request is the same erasure.
    answersSecret: true,
    body: z
      .strictObject({ address: z.string().min(1).max(320).optional(), influencerId: id.optional() })
      .refine(({ address, influencerId }) => address !== undefined || influencerId !== undefined, {
        error: 'give an `address`, an `influencerId`, or both',
        path: ['address'],
      }),
    status: 202,
    answer: askedErasure,
  },
  listErasures: {
    method: 'GET',
    path: '/erasures',
    function: 'serve-api',
    scope: 'read',
    summary: 'Erasures, newest first: who asked, when, and how much went',
    query: z.object(paged),
    status: 200,
    answer: page(erasure),
  },
  getErasure: {
    method: 'GET',
    path: '/erasures/{erasureId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'One erasure',
    params: z.object({ erasureId: id }),
    status: 200,
    answer: erasure,
  },
  createUpload: {
    method: 'POST',
    path: '/uploads',
    function: 'serve-api',
    scope: 'launch',
    summary: 'An address to PUT a large candidate file to',
    body: z.strictObject({
      name: z.string().min(1).max(120),
      bytes: z.int().min(1).max(mostUploadBytes, 'at most 100 MB: split the list'),
      base64: z
        .base64()
        .max(mostInlineBase64, 'at most 3 MB here: PUT it to the address that is answered without it')
        .optional()
        .meta({ description: 'the file itself, where it is small; nothing is left to PUT then' }),
    }),
    status: 201,
    answer: z.object({ upload: z.string(), url: z.string(), expiresAt: instant }),
  },
  previewImport: {
    method: 'POST',
    path: '/imports/preview',
    function: 'serve-api',
    scope: 'launch',
    summary: 'What an import would make of a list: its columns and why, its first people, and the rows that it refuses',
    // People's data: it is not kept to answer a repeated request.
    answersSecret: true,
    body: importRequest,
    status: 200,
    answer: importPreview,
  },
  createToken: {
    method: 'POST',
    path: '/tokens',
    function: 'serve-api',
    scope: 'admin',
    summary: 'Create an API token; it is shown once',
    answersSecret: true,
    body: z.strictObject({
      name: z.string().min(1).max(80),
      scopes: z.array(z.enum(scopes)).min(1),
      expiresInDays: z.int().min(1).max(365).default(90),
    }),
    status: 201,
    answer: z.object({ id, token: z.string(), name: z.string(), scopes: z.array(z.enum(scopes)), expiresAt: instant }),
  },
  revokeToken: {
    method: 'DELETE',
    path: '/tokens/{tokenId}',
    function: 'serve-api',
    scope: 'admin',
    summary: 'Revoke an API token',
    params: z.object({ tokenId: id }),
    status: 204,
  },
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    function: 'serve-api',
    scope: 'public',
    summary: 'This description',
    status: 200,
  },
  openConsole: {
    method: 'GET',
    path: '/console',
    function: 'serve-api',
    scope: 'public',
    summary: 'The ops console (asks for a token)',
    status: 200,
    produces: ['text/html'],
  },
  openOffer: {
    method: 'GET',
    path: '/o/{token}',
    function: 'serve-pages',
    scope: 'public',
    summary: "The influencer's offer",
    status: 200,
    produces: ['text/html'],
  },
  answerOffer: {
    method: 'POST',
    path: '/o/{token}',
    function: 'serve-pages',
    scope: 'public',
    summary: 'Accept, decline, counter, ask or book a call',
    status: 200,
    produces: ['text/html'],
  },
  openBrief: {
    method: 'GET',
    path: '/b/{token}',
    function: 'serve-pages',
    scope: 'public',
    summary: "The influencer's brief",
    status: 200,
    produces: ['text/html'],
  },
  answerBrief: {
    method: 'POST',
    path: '/b/{token}',
    function: 'serve-pages',
    scope: 'public',
    summary: 'Confirm the brief or hand in the post',
    status: 200,
    produces: ['text/html'],
  },
  openUnsubscribe: {
    method: 'GET',
    path: '/u/{token}',
    function: 'serve-pages',
    scope: 'public',
    summary: 'Asks for one click; changes nothing (RFC 8058)',
    status: 200,
    produces: ['text/html'],
  },
  unsubscribe: {
    method: 'POST',
    path: '/u/{token}',
    function: 'serve-pages',
    scope: 'public',
    summary: 'One-click unsubscribe (RFC 8058)',
    status: 200,
    produces: ['text/html'],
  },
  openConnection: {
    method: 'GET',
    path: '/t/{token}',
    function: 'connect-account',
    scope: 'public',
    summary: 'Sends the influencer to TikTok to connect their account',
    status: 302,
  },
  finishConnection: {
    method: 'GET',
    path: '/connect/tiktok',
    function: 'connect-account',
    scope: 'public',
    summary: 'Where TikTok sends the influencer back to',
    status: 200,
    produces: ['text/html'],
  },
  followLink: {
    method: 'GET',
    path: '/l/{code}',
    function: 'follow-link',
    scope: 'public',
    summary: 'Counts the click and sends the visitor on',
    status: 302,
  },
  receiveOrder: {
    method: 'POST',
    path: '/shops/{shop}/orders',
    function: 'receive-order',
    scope: 'public',
    summary: 'Shopify order and refund webhooks (HMAC over the raw body)',
    status: 200,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
