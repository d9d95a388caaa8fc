import type { Intent } from '../domain/message.ts';

/** How a language model reads a reply: a suggestion for the person who decides, never a decision. */
export interface ReplySuggestion {
  readonly intent: Intent;
  /** One sentence. */
  readonly because: string;
}

/** Undefined where it has nothing to say or cannot be reached; never throws. */
export type ReplyModel = (text: string) => Promise<ReplySuggestion | undefined>;
