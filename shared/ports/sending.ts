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
