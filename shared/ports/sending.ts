export type SuppressionReason = 'unsubscribe' | 'bounce' | 'complaint' | 'erasure' | 'imported';

export interface SuppressionStore {
  add(addressHash: string, because: SuppressionReason, at: string): Promise<void>;
  find(addressHash: string): Promise<SuppressionReason | undefined>;
}

export type Place = { readonly taken: number } | { readonly waiting: number };

/** How much went out and came back; what caps and the send guard are read from. */
export interface SendingStore {
  /** Takes one of a day's or an hour's places; where the cap is reached, says as the how manieth it waits for one. */
  takePlace(key: string, period: string, cap: number): Promise<Place>;
  /** Whether all places are known to be taken, without asking anybody. */
  isKnownFull(key: string, period: string): boolean;
  /** As the how manieth it waits for a place in a day or an hour that is known to be full. */
  queue(key: string, period: string): Promise<number>;
  /** Nothing was sent after all. */
  giveBack(key: string, period: string): Promise<void>;
  /** On how many days before `day` the sender sent, as far as `usedOn` was told. */
  daysUsed(sender: string, day: string): Promise<number>;
  /** The sender sends on this day; telling it again changes nothing. */
  usedOn(sender: string, day: string): Promise<void>;
  countEvent(day: string, kind: 'sent' | 'bounced' | 'complained'): Promise<void>;
  /** Sums over the days given. */
  totals(days: readonly string[]): Promise<{ sent: number; bounced: number; complained: number }>;
}

/** SES's maximum sending rate, shared by everything that sends at the same moment. */
export interface SendRate {
  /** Takes the next free moment; undefined where that is further away than `patienceMs`. Answers milliseconds to wait. */
  nextTurn(nowMs: number, patienceMs: number): Promise<number | undefined>;
  /** Mails per second, as SES grants now. */
  learn(perSecond: number): Promise<void>;
}

/** What SES grants the account now. */
export type SendQuota = () => Promise<{ readonly perSecond: number }>;
