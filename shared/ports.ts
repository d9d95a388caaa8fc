import type { CampaignSpec } from './contracts/campaign-spec.ts';
import type { Scope } from './contracts/http.ts';
import type { AttentionItem } from './domain/attention.ts';
import type { CampaignCounts, CampaignStatus, Commitments } from './domain/campaign.ts';
import type { Candidate, RejectedRow } from './domain/candidate.ts';
import type { Collaboration, CollaborationEvent, CollaborationStatus } from './domain/collaboration.ts';
import type { MetricsAnswer, Platform, Post, ProfileRef } from './domain/influencer.ts';
import type { MessagePurpose, NoticePurpose } from './domain/message.ts';
import type { Money } from './domain/money.ts';
import type { Snapshot } from './domain/report.ts';

/** The outside world as use cases see it. Adapters and repositories implement these; contract suites in test/contracts hold them. */

/** One page of a list; `cursor` asks for the next. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A campaign as stored. */
export interface Campaign {
  readonly campaignId: string;
  readonly spec: CampaignSpec;
  readonly status: CampaignStatus;
  readonly paused: boolean;
  readonly createdAt: string;
  readonly endsAt: string;
  readonly budget: Money;
  readonly commitments: Commitments;
  readonly counts: CampaignCounts;
  /** At most 50 are kept for people to read; `counts.rejectedRows` has the number. */
  readonly rejectedRows: readonly RejectedRow[];
  readonly executionArn?: string;
  readonly approval?: CampaignApproval;
  readonly lastReportAt?: string;
  readonly failure?: string;
}

export interface CampaignApproval {
  readonly deadline: string;
  readonly taskToken?: string;
  readonly decidedAt?: string;
}

export type CampaignChange = Partial<
  Pick<Campaign, 'status' | 'paused' | 'executionArn' | 'approval' | 'lastReportAt' | 'failure' | 'rejectedRows'>
> & { readonly counts?: CampaignCounts };

export interface CampaignStore {
  /** Stores a new campaign; answers false where the id exists already. */
  create(campaign: Campaign): Promise<boolean>;
  /** Faults: not-found. */
  get(campaignId: string): Promise<Campaign>;
  find(campaignId: string): Promise<Campaign | undefined>;
  list(request: PageRequest & { status?: CampaignStatus | undefined }): Promise<Page<Campaign>>;
  /** Writes the named fields; `counts` are merged. Answers the campaign as it then stands, or undefined where `ifStatus` did not hold. */
  change(
    campaignId: string,
    change: CampaignChange,
    ifStatus?: readonly CampaignStatus[],
  ): Promise<Campaign | undefined>;
  /** Promises `fee` to an influencer if the budget covers it; promising the same again changes nothing. */
  commit(campaignId: string, influencerId: string, fee: Money): Promise<'committed' | 'over-budget'>;
  release(campaignId: string, influencerId: string): Promise<void>;
}

export interface CandidateStore {
  /** Writes whole candidates, in batches. */
  putAll(candidates: readonly Candidate[]): Promise<void>;
  /** In the order asked; unknown ids are left out. */
  getMany(campaignId: string, influencerIds: readonly string[]): Promise<Candidate[]>;
  /** All of a campaign. */
  all(campaignId: string): AsyncIterable<Candidate>;
  byScore(campaignId: string, request: PageRequest): Promise<Page<Candidate>>;
  /** Best scores first, page after page. */
  bestFirst(campaignId: string): AsyncIterable<Candidate>;
}

/** An event of a collaboration as kept in its timeline. */
export interface TimelineEntry {
  readonly at: string;
  readonly from: CollaborationStatus;
  /** Of the collaboration that it happened to: tells what came first of what happened in one step. */
  readonly version: number;
  readonly event: CollaborationEvent;
  /** Set where the event changed nothing, with why. */
  readonly ignored?: string;
}

export interface CollaborationStore {
  /** Stores new ones; those that exist already are left as they are. */
  createAll(collaborations: readonly Collaboration[]): Promise<void>;
  find(campaignId: string, influencerId: string): Promise<Collaboration | undefined>;
  /** Faults: not-found. */
  get(campaignId: string, influencerId: string): Promise<Collaboration>;
  /** Writes `next` if nobody wrote since it was read (`next.version` is the version read). Answers the stored one or undefined. */
  replace(next: Collaboration): Promise<Collaboration | undefined>;
  ofCampaign(campaignId: string, status?: CollaborationStatus): AsyncIterable<Collaboration>;
  page(
    campaignId: string,
    request: PageRequest & { status?: CollaborationStatus | undefined },
  ): Promise<Page<Collaboration>>;
  ofInfluencer(influencerId: string): AsyncIterable<Collaboration>;
  due(before: string): AsyncIterable<{ readonly campaignId: string; readonly influencerId: string }>;
  /** The same event at the same time is one entry; one that changed nothing never overwrites one that did. */
  record(campaignId: string, influencerId: string, entry: TimelineEntry): Promise<void>;
  /** In the order in which it happened. */
  timeline(campaignId: string, influencerId: string): Promise<TimelineEntry[]>;
}

/** What a thread belongs to. */
export interface ThreadRef {
  readonly threadId: string;
  readonly campaignId: string;
  readonly influencerId: string;
}

/** One e-mail of a thread, either way. */
export type StoredMessage =
  | {
      readonly direction: 'out';
      readonly purpose: MessagePurpose | NoticePurpose;
      readonly number: number;
      readonly state: 'claimed' | 'sent' | 'refused';
      readonly claimedAt: string;
      readonly sentAt?: string;
      readonly sesMessageId?: string;
      readonly subject: string;
      readonly text: string;
      readonly because?: string;
    }
  | {
      readonly direction: 'in';
      readonly id: string;
      readonly at: string;
      readonly from: string;
      readonly subject: string;
      readonly text: string;
      readonly rawKey: string;
      /** Their Message-ID. */
      readonly mailId?: string;
      readonly kind: string;
      readonly intent?: string;
      readonly confidence?: number;
      readonly handledAt?: string;
    };
export type OutMessage = Extract<StoredMessage, { direction: 'out' }>;
export type InMessage = Extract<StoredMessage, { direction: 'in' }>;

export interface MessageStore {
  openThreads(threads: readonly (ThreadRef & { readonly addressHash: string })[]): Promise<void>;
  thread(threadId: string): Promise<ThreadRef | undefined>;
  threadOfSesMessage(sesMessageId: string): Promise<ThreadRef | undefined>;
  threadsOfAddress(addressHash: string): Promise<ThreadRef[]>;
  /** Claims the right to send this message. Answers what is there instead where it was claimed before. */
  claim(thread: ThreadRef, message: OutMessage): Promise<{ claimed: true } | { claimed: false; found: OutMessage }>;
  /** Claims it again for a second try, if it still stands as claimed at `claimedAt`. */
  reclaim(thread: ThreadRef, message: OutMessage, claimedAt: string): Promise<boolean>;
  markSent(thread: ThreadRef, message: OutMessage, sesMessageId: string, at: string): Promise<void>;
  markRefused(thread: ThreadRef, message: OutMessage, because: string): Promise<void>;
  /** Whether everything that follows from the event with this key was done. */
  knowsEvent(key: string): Promise<boolean>;
  /** Marks the event as known; answers true to the first who does. */
  isNewEvent(key: string, at: string): Promise<boolean>;
  /** Keeps an inbound message. `handled`: it was kept before and everything that follows from it was done. */
  receive(thread: ThreadRef, message: InMessage): Promise<'new' | 'handled'>;
  /** Everything that follows from the message has been done; with what it was understood to say. */
  markHandled(thread: ThreadRef, message: InMessage, at: string): Promise<void>;
  /** In the order of time. */
  list(thread: ThreadRef): Promise<StoredMessage[]>;
  /** Keeps mail that belongs to no thread, for a person. */
  keepUnmatched(message: InMessage & { readonly because: string }): Promise<void>;
}

export type SuppressionReason = 'unsubscribe' | 'bounce' | 'complaint' | 'erasure' | 'imported';

export interface SuppressionStore {
  add(addressHash: string, because: SuppressionReason, at: string): Promise<void>;
  find(addressHash: string): Promise<SuppressionReason | undefined>;
}

/** How much went out and came back; what caps and the send guard are read from. */
export interface SendingStore {
  /** Takes one of today's places of a sender; false where the cap is reached. */
  takePlace(key: string, day: string, cap: number): Promise<boolean>;
  countEvent(day: string, kind: 'sent' | 'bounced' | 'complained'): Promise<void>;
  /** Sums over the days given. */
  totals(days: readonly string[]): Promise<{ sent: number; bounced: number; complained: number }>;
}

export interface TrackingLink {
  readonly code: string;
  readonly campaignId: string;
  readonly influencerId: string;
  readonly destination: string;
  readonly createdAt: string;
}

export interface Click {
  readonly clickId: string;
  readonly code: string;
  readonly campaignId: string;
  readonly influencerId: string;
  readonly at: string;
}

export interface LinkStore {
  create(link: TrackingLink): Promise<void>;
  find(code: string): Promise<TrackingLink | undefined>;
  /** Keeps the click and counts it; bots are counted apart and never attributed. */
  click(click: Click, isBot: boolean): Promise<void>;
  findClick(clickId: string): Promise<Click | undefined>;
  /** People's clicks on one link so far. */
  clicks(code: string): Promise<number>;
  createCoupon(shop: string, coupon: string, owner: { campaignId: string; influencerId: string }): Promise<void>;
  couponOwner(shop: string, coupon: string): Promise<{ campaignId: string; influencerId: string } | undefined>;
}

/** An order as attributed. */
export interface Conversion {
  readonly source: string;
  readonly externalId: string;
  readonly campaignId: string;
  readonly influencerId: string;
  readonly by: 'coupon' | 'link';
  readonly evidence: string;
  readonly placedAt: string;
  readonly updatedAt: string;
  readonly total: Money;
  readonly refunded: Money;
  /** Tests and cancelled orders are kept and count as nothing. */
  readonly counts: boolean;
}

/** Money given back, as told on its own. */
export interface Refund {
  readonly source: string;
  /** Of the order. */
  readonly externalId: string;
  readonly id: string;
  readonly amount: Money;
  readonly at: string;
}

export interface OrderStore {
  /** Writes the newest state of an order: a state older than what is stored changes nothing. */
  upsert(conversion: Conversion): Promise<void>;
  /**
   * Keeps a refund, before or after its order. An order's `refunded` is what the order itself says or the sum of its refunds, whichever
   * says more: either may lag behind the other.
   */
  refund(refund: Refund): Promise<void>;
  find(source: string, externalId: string): Promise<Conversion | undefined>;
  ofCampaign(campaignId: string): AsyncIterable<Conversion>;
}

export interface SnapshotStore {
  put(snapshot: Snapshot): Promise<void>;
  ofCampaign(campaignId: string): Promise<Snapshot[]>;
}

/** Latest counts of a collaboration's post. */
export interface PostCounts {
  readonly url: string;
  readonly at: string;
  readonly likes?: number;
  readonly comments?: number;
  readonly views?: number;
}

export interface PostStore {
  put(campaignId: string, influencerId: string, counts: PostCounts): Promise<void>;
  ofCampaign(campaignId: string): Promise<Map<string, PostCounts>>;
}

export interface AttentionStore {
  /** Raising the same (campaign, id) again changes nothing. */
  raise(item: AttentionItem): Promise<void>;
  resolve(campaignId: string, influencerId: string, at: string): Promise<void>;
  open(campaignId: string): Promise<AttentionItem[]>;
}

/** Who is known already: the same profile or address is the same influencer in every campaign. */
export interface RosterStore {
  /** For each key (`profile:instagram:meera`, `address:<hash>`) the influencer it belongs to. */
  lookup(keys: readonly string[]): Promise<Map<string, string>>;
  remember(keys: ReadonlyMap<string, string>): Promise<void>;
}

export interface ApiToken {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt?: string;
}

export interface TokenStore {
  create(token: ApiToken): Promise<void>;
  findByHash(hash: string): Promise<ApiToken | undefined>;
  /** False where there is no such token. The first revocation stays. */
  revoke(id: string, at: string): Promise<boolean>;
}

/** Answers kept by Idempotency-Key. */
export interface IdempotencyStore {
  begin(
    key: string,
    requestHash: string,
    at: string,
  ): Promise<
    { kind: 'new' } | { kind: 'running' } | { kind: 'done'; requestHash: string; status: number; body: string }
  >;
  finish(key: string, requestHash: string, answer: { status: number; body: string }): Promise<void>;
  abandon(key: string): Promise<void>;
}

export interface FileStore {
  read(key: string): Promise<AsyncIterable<Uint8Array>>;
  readText(key: string, maxBytes: number): Promise<string>;
  readBytes(key: string, maxBytes: number): Promise<Uint8Array>;
  exists(key: string): Promise<boolean>;
  write(key: string, body: string | Uint8Array, contentType: string): Promise<void>;
  uploadUrl(key: string, bytes: number, expiresInS: number): Promise<string>;
}

/** Running workflows. */
export interface Workflows {
  /** Starting the same name again is the same execution. */
  startCampaign(campaignId: string): Promise<string>;
  stop(executionArn: string, because: string): Promise<void>;
}

export interface WaitCompleter {
  /** Answers `gone` where nobody waits for the token any more. */
  complete(taskToken: string, output: unknown): Promise<'done' | 'gone'>;
}

/** Where profiles are observed. Never throws for anything that a platform may answer. */
export interface ProfileMetricsSource {
  readonly id: string;
  readonly platform: Platform;
  metrics(ref: ProfileRef, options: { at: Date; feedUrl?: string }): Promise<MetricsAnswer>;
  findPost(ref: ProfileRef, url: string, options: { at: Date; feedUrl?: string }): Promise<PostAnswer>;
}

export type PostAnswer =
  | {
      readonly kind: 'found';
      readonly post: Post;
      /** The whole caption, description or article, at most 20,000 characters: a disclosure may stand at its end. */
      readonly text: string;
      /** Addresses that the post links to. */
      readonly links: readonly string[];
    }
  | Exclude<MetricsAnswer, { kind: 'found' }>;

export interface OutboundPerson {
  readonly address: string;
  readonly name?: string;
}

export interface OutboundFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | string;
}

/** One mail to one person, ready to become bytes. */
export interface OutboundMail {
  readonly from: OutboundPerson;
  readonly to: OutboundPerson;
  /** The signed address of the thread. */
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
  /** Our own id of this message; goes into References because SES replaces the Message-ID. */
  readonly reference: string;
  /** Message-ID of the mail that this one answers. */
  readonly inReplyTo?: string;
  /** Ids of the thread so far, oldest first. */
  readonly references?: readonly string[];
  /** https address that unsubscribes on POST (RFC 8058), and an address that does on any mail. */
  readonly unsubscribe?: { readonly url: string; readonly mailto?: string };
  /** Images that the HTML shows by `cid:<cid>`. */
  readonly inline?: readonly (OutboundFile & { readonly cid: string })[];
  readonly attachments?: readonly OutboundFile[];
  /** `method` must be the METHOD inside the content (RFC 6047). */
  readonly calendar?: {
    readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
    readonly name: string;
    readonly content: string;
  };
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly sesMessageId: string }
  /** Too many this second: nothing was sent, try again in a moment. */
  | { readonly kind: 'throttled' }
  /** Nothing can be sent for now (daily quota used up, sending paused): stop until tomorrow or until a person acts. */
  | { readonly kind: 'quota'; readonly because: string }
  /** SES will never take this mail. */
  | { readonly kind: 'rejected'; readonly because: string }
  /** It may have been sent: look at the recorded SES events, never send again blindly. */
  | { readonly kind: 'uncertain'; readonly because: string };

/** Sends one mail to one recipient. `uncertain`: it may have gone out; never sent again before the recorded events were asked. */
export interface Mailer {
  send(mail: OutboundMail, tags: Readonly<Record<string, string>>): Promise<SendOutcome>;
}

/** Coupons in the brand's shop. */
export interface CouponIssuer {
  create(coupon: {
    readonly shop: string;
    readonly code: string;
    readonly percent: number;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }): Promise<{ kind: 'created' | 'existed' } | { kind: 'failed'; because: string; retry: boolean }>;
}
