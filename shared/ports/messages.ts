import type { MessagePurpose, NoticePurpose } from '../domain/message.ts';

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

/** What a message of ours is in its thread; SES tells it back to us as tags. */
export interface MessageName {
  readonly purpose: string;
  readonly number: number;
}

export interface MessageStore {
  openThreads(threads: readonly (ThreadRef & { readonly addressHash: string })[]): Promise<void>;
  thread(threadId: string): Promise<ThreadRef | undefined>;
  threadOfSesMessage(sesMessageId: string): Promise<ThreadRef | undefined>;
  threadsOfAddress(addressHash: string): Promise<ThreadRef[]>;
  /** Claims the right to send this message. Answers what is there instead where it was claimed before. */
  claim(thread: ThreadRef, message: OutMessage): Promise<{ claimed: true } | { claimed: false; found: OutMessage }>;
  /** The message of ours that was claimed for this. */
  claimed(thread: ThreadRef, name: MessageName): Promise<OutMessage | undefined>;
  /** Claims it again for a second try, if it still stands as claimed at `claimedAt`. */
  reclaim(thread: ThreadRef, message: OutMessage, claimedAt: string): Promise<boolean>;
  markSent(thread: ThreadRef, message: OutMessage, sesMessageId: string, at: string): Promise<void>;
  markRefused(thread: ThreadRef, message: OutMessage, because: string): Promise<void>;
  /** Other words for one of ours that is kept. */
  rewrite(thread: ThreadRef, message: OutMessage): Promise<void>;
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

/** A mail that belongs to no thread, until a person says where it belongs, or that it belongs nowhere. */
export type UnmatchedMail = InMessage & {
  /** Names it in the list; not the id that it gets in a thread. */
  readonly listId: string;
  readonly because: string;
  readonly assigned?: Assignment;
  readonly doneAt?: string;
};

export interface Assignment {
  readonly campaignId: string;
  readonly influencerId: string;
  readonly by: string;
  readonly at: string;
}

export interface UnmatchedStore {
  /** What nobody has dealt with, newest first. */
  open(limit: number): Promise<UnmatchedMail[]>;
  find(listId: string): Promise<UnmatchedMail | undefined>;
  /** Notes where it belongs before it is taken in there: whoever dies over that goes on with the same time. */
  assign(listId: string, assignment: Assignment): Promise<Assignment>;
  /** It leaves the list. */
  close(listId: string, done: { readonly at: string; readonly by: string }): Promise<void>;
}
