import { hypeauditorReports } from '#shared/adapters/hypeauditor/report.ts';
import { modashReports } from '#shared/adapters/modash/report.ts';
import type { Vendor } from '#shared/domain/influencer.ts';
import type { ProfileReportSource } from '#shared/ports/platforms.ts';
import type { RateBudget } from '#shared/ports/rate-budget.ts';
import { allowance, platformCredentials } from './platforms.ts';

interface VendorEnvironment {
  readonly PLATFORM_SECRET_ARN: string;
  readonly HYPEAUDITOR_URL: string;
  readonly MODASH_URL: string;
}

/** A source for every vendor that the operator has a plan with. */
export async function reportSources(
  env: VendorEnvironment,
  { rateBudget }: { readonly rateBudget: RateBudget },
): Promise<Readonly<Partial<Record<Vendor, ProfileReportSource>>>> {
  const { hypeauditor, modash } = await platformCredentials(env);
  const allowed = allowance(rateBudget);
  return {
    ...(hypeauditor && {
      hypeauditor: hypeauditorReports({
        fetch,
        baseUrl: env.HYPEAUDITOR_URL,
        ...hypeauditor,
        allowance: allowed('hypeauditor', hypeauditor.clientId, hypeauditor.creditsPerMonth),
      }),
    }),
    ...(modash && {
      modash: modashReports({
        fetch,
        baseUrl: env.MODASH_URL,
        ...modash,
        allowance: allowed('modash', modash.apiKey, modash.creditsPerMonth),
      }),
    }),
  };
}
