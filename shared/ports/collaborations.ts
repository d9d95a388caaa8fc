import type { AttentionItem } from '../domain/attention.ts';
import type { Collaboration, CollaborationEvent, CollaborationStatus } from '../domain/collaboration.ts';
import type { Page, PageRequest } from './page.ts';

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

/** When an attention item was done with, and by whom where a person said so. */
export interface Resolution {
  readonly at: string;
  readonly by?: string;
  readonly note?: string;
}

export interface AttentionStore {
  /** Raising the same (campaign, id) again changes nothing. */
  raise(item: AttentionItem): Promise<void>;
  /** Marks open items as done; those that are not there, or done already, stay as they are. */
  resolve(campaignId: string, ids: readonly string[], done: Resolution): Promise<void>;
  open(campaignId: string): Promise<AttentionItem[]>;
}

/** Times of calls, each for one collaboration only. */
export interface CallStore {
  /** Takes a time, if nobody has it but `unless`; answers who has it otherwise. Taking the same again changes nothing. */
  book(
    campaignId: string,
    from: string,
    booking: { readonly influencerId: string; readonly at: string; readonly unless?: string },
  ): Promise<{ readonly booked: true } | { readonly booked: false; readonly by: string; readonly at: string }>;
}
