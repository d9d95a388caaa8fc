/** What the people of the world did, counted: the truth that the product's report can be compared with. */
export interface WorldStats {
  readonly people: number;
  /** Act -> how often: accepts, haggles, unsubscribe, publish, hand-in … */
  readonly acts: Readonly<Record<string, number>>;
  readonly mailsDelivered: number;
  readonly postsPublished: number;
  readonly orders: number;
  /** What customers paid and kept, in minor units. */
  readonly revenueMinor: number;
  /** What went wrong inside the world itself: a page without the expected form, a refused webhook. */
  readonly troubles: readonly string[];
}

export function createLedger() {
  const acts: Record<string, number> = {};
  const troubles: string[] = [];
  let mailsDelivered = 0;
  return {
    acts,
    troubles,
    did: (what: string) => {
      acts[what] = (acts[what] ?? 0) + 1;
    },
    trouble: (who: string, error: unknown) => {
      const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
      troubles.push(`${who}: ${error instanceof Error ? error.message : String(error)}${cause}`);
    },
    delivered: () => {
      mailsDelivered += 1;
    },
    get mailsDelivered() {
      return mailsDelivered;
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
