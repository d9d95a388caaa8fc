import type { Traces } from '../domain/erasure.ts';
import type { Page, PageRequest } from './page.ts';

/** What is held about a person, by what becomes of it. Money, orders and counts stay, and say nobody's name. */
export const heldKinds = [
  'collaborations',
  'candidates',
  'timelines',
  'messages',
  'raw-mails',
  'threads',
  'unmatched-mails',
  'attention',
  'calls',
  'follower-histories',
  'connections',
  'known-profiles',
  'coupons',
  'posts',
  'orders',
  'lists',
  'rejected-rows',
  'notices',
  'reports',
] as const;
export type HeldKind = (typeof heldKinds)[number];
export type HeldCounts = Partial<Record<HeldKind, number>>;

/** That somebody asked to be forgotten, and what came of it. */
export interface Erasure {
  readonly erasureId: string;
  readonly askedAt: string;
  /** Token of whoever asked on their behalf. */
  readonly askedBy: string;
  readonly influencerIds: readonly string[];
  readonly addressHashes: readonly string[];
  /** What was erased so far. */
  readonly erased: HeldCounts;
  /** What was being written meanwhile is there by then. */
  readonly lookAgainAt?: string;
  /** By what they are found, while it is not done; the only personal data in it. */
  readonly traces?: Traces;
  readonly doneAt?: string;
}

export interface ErasureStore {
  find(erasureId: string): Promise<Erasure | undefined>;
  save(erasure: Erasure): Promise<void>;
  /** Oldest first. */
  open(): AsyncIterable<Erasure>;
  /** Newest first. */
  page(request: PageRequest): Promise<Page<Erasure>>;
}

/** One item that goes as a whole. */
export interface HeldItem {
  readonly kind: HeldKind;
  readonly key: { readonly PK: string; readonly SK: string };
  /** A mail as it came, in the bucket for mail. */
  readonly rawKey?: string;
}

export interface PersonalDataStore {
  /** Every item that is about the person and goes, in no order. */
  held(traces: Traces): AsyncIterable<HeldItem>;
  remove(items: readonly HeldItem[]): Promise<void>;
}
