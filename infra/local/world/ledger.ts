/** What the people of the world did, counted: the truth that the product's report can be compared with. */
export interface WorldStats {
  readonly people: number;
  /** Act -> how often: accepts, haggles, unsubscribe, publish, hand-in … */
  readonly acts: Readonly<Record<string, number>>;
  /** The same, one by one. */
  readonly diary: readonly DiaryEntry[];
  readonly mailsDelivered: number;
  readonly postsPublished: number;
  readonly orders: number;
  /** What customers paid and kept, in minor units. */
  readonly revenueMinor: number;
  /** What went wrong inside the world itself: a page without the expected form, a refused webhook. */
  readonly troubles: readonly string[];
}

export interface DiaryEntry {
  readonly atMs: number;
  readonly who: string;
  readonly what: string;
}

export function createLedger(now: () => number) {
  const diary: DiaryEntry[] = [];
  const troubles: string[] = [];
  let mailsDelivered = 0;
  return {
    diary,
    troubles,
    did: (who: string, what: string) => {
      diary.push({ atMs: now(), who, what });
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

export function countActs(diary: readonly DiaryEntry[]): Record<string, number> {
  const acts: Record<string, number> = {};
  for (const { what } of diary) acts[what] = (acts[what] ?? 0) + 1;
  return acts;
}
