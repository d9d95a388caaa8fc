/** Something that no rule may decide: a person sees it in the console, the API and the report. */
export interface AttentionItem {
  readonly campaignId: string;
  readonly id: string;
  readonly raisedAt: string;
  readonly influencerId?: string;
  readonly name?: string;
  /** What happened, in one sentence. */
  readonly because: string;
  /** What they wrote, where a message is the reason. */
  readonly quote?: string;
  /** What a person can do about it. */
  readonly options: readonly string[];
  readonly resolvedAt?: string;
}
