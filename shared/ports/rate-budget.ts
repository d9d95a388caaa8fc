import type { MeteredService, RateLimit, Refusal } from '../domain/rate-limit.ts';

/** Whose use is counted. */
export interface Metered {
  readonly service: MeteredService;
  /** Names the credential without being it. */
  readonly credential: string;
  readonly limit: RateLimit;
  /** Below 1, the rest of each window is left to those who ask for all of it. */
  readonly share?: number;
}

export type Grant = { readonly kind: 'granted' } | Refusal;

/** What may still be asked of the services, counted over all functions and campaigns that use the same credential. */
export interface RateBudget {
  /** Takes `cost` units of the window that `at` lies in, or says when to come back. A cost of 0 only asks whether it is closed. */
  take(metered: Metered, cost: number, at: string): Promise<Grant>;
  /** The service itself has nothing left: nobody takes anything until then. The latest `until` stays. */
  close(metered: Metered, until: string, because: string): Promise<void>;
}

/** One credential's part of a budget, as an adapter uses it. */
export interface Allowance {
  take(cost: number, at: Date): Promise<Grant>;
  close(until: string, because: string): Promise<void>;
}
