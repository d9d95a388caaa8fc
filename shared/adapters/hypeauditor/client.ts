import type * as z from 'zod';
import type { Platform, ProfileRef } from '#shared/domain/influencer.ts';
import type { Allowance } from '#shared/ports/rate-budget.ts';
import { askJson } from '../http/json-api.ts';
import { retryAfter } from '../http/retry-after.ts';
import { metered, unmetered } from '../metered.ts';
import type { NoAnswer } from '../no-answer.ts';
import { verdictOn } from './errors.ts';
import { anyReport, channelReport, hypeauditorError, instagramReport, reportState } from './schema.ts';

export interface HypeauditorConfig {
  readonly fetch: typeof globalThis.fetch;
  /** https://hypeauditor.com/api/method */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly token: string;
  /** Counts credits: a report is one, looking after it is none. */
  readonly allowance?: Allowance;
}

/** The method and the parameter that name an account, per platform. */
const methods = {
  instagram: ['auditor.report', 'username'],
  youtube: ['auditor.youtube', 'channel'],
  tiktok: ['auditor.tiktok', 'channel'],
} as const satisfies Partial<Record<Platform, readonly [string, string]>>;
export type AuditedPlatform = keyof typeof methods;

export type ReportPage =
  | {
      readonly kind: 'instagram';
      readonly isUnsure: boolean;
      readonly user: z.output<typeof instagramReport>['result']['user'];
    }
  | {
      readonly kind: 'channel';
      readonly isUnsure: boolean;
      readonly report: z.output<typeof channelReport>['result']['report'];
    }
  | { readonly kind: 'not-ready' }
  | NoAnswer;

/** Reports are put together while we wait for the answer. */
const timeoutMs = 30_000;

/** Asks for a report, or after one: the same call. */
export function hypeauditorClient({ fetch, baseUrl, clientId, token, allowance = unmetered() }: HypeauditorConfig) {
  async function ask(platform: AuditedPlatform, handle: string, at: Date): Promise<ReportPage> {
    const [method, parameter] = methods[platform];
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${method}/`);
    url.searchParams.set(parameter, handle);
    url.searchParams.set('v', '2');
    const answer = await askJson(fetch, url, { headers: { 'x-auth-id': clientId, 'x-auth-token': token }, timeoutMs });
    if (answer.kind === 'unreachable')
      return { kind: 'broken', because: `HypeAuditor can not be reached: ${answer.because}` };
    const failed = hypeauditorError.safeParse(answer.body);
    if (failed.success || answer.status >= 400) {
      const verdict = verdictOn(failed.data?.error, answer.status);
      return verdict.kind === 'throttled'
        ? { ...verdict, kind: 'throttled', retryAt: retryAfter(answer.headers, at) }
        : { ...verdict, kind: verdict.kind };
    }
    return pageIn(platform, answer.body);
  }
  return {
    report: ({ handle }: ProfileRef, platform: AuditedPlatform, cost: 0 | 1, at: Date): Promise<ReportPage> =>
      metered<ReportPage>(allowance, cost, at, () => ask(platform, handle, at)),
  };
}

export const isAudited = (platform: Platform): platform is AuditedPlatform => platform in methods;

function pageIn(platform: AuditedPlatform, body: unknown): ReportPage {
  const nonsense = { kind: 'broken', because: 'HypeAuditor answered with a body that makes no sense' } as const;
  const state = reportState.safeParse(anyReport.safeParse(body).data?.result.report_state);
  if (!state.success) return nonsense;
  if (state.data === 'NOT_READY') return { kind: 'not-ready' };
  const isUnsure = state.data === 'READY_LOW_CONFIDENCE';
  if (platform === 'instagram') {
    const report = instagramReport.safeParse(body);
    return report.success ? { kind: 'instagram', isUnsure, user: report.data.result.user } : nonsense;
  }
  const report = channelReport.safeParse(body);
  return report.success ? { kind: 'channel', isUnsure, report: report.data.result.report } : nonsense;
}
