import type { Collaboration, CollaborationEvent, Effect, Progress } from '../collaboration.ts';

/** What an event changes of a collaboration, or why it means nothing there. */
export type Change =
  | {
      readonly set: Partial<Collaboration> & Partial<Progress>;
      readonly clear?: readonly (keyof Collaboration)[];
      readonly effects?: readonly Effect[];
    }
  | { readonly refused: string };

export type EventOf<K extends CollaborationEvent['kind']> = Extract<CollaborationEvent, { kind: K }>;
