import type { AudienceShare, ReportedFacts } from '#shared/domain/influencer.ts';

/** What the adapters to vendors share: their words and units become ours. */

/** "18-24", "age18-24" and "65-" as ages. */
export function ageBand(text: string): { readonly from: number; readonly to?: number } | undefined {
  const [, from, to] = /(\d{1,2})\s*(?:-|–|to)?\s*(\d{1,2})?\+?\s*$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  return { from: Number(from), ...(to !== undefined && { to: Number(to) }) };
}

/** Largest first; a code that comes twice is one. */
export function sharesOf(
  entries: readonly { readonly code: string | undefined; readonly share: number }[],
): AudienceShare[] {
  const sums = new Map<string, number>();
  for (const { code, share } of entries) if (code !== undefined) sums.set(code, (sums.get(code) ?? 0) + share);
  return [...sums].map(([code, share]) => ({ code, share })).sort((a, b) => b.share - a.share);
}

/** Members that nothing is known of are absent. */
export const known = (facts: { readonly [K in keyof ReportedFacts]: ReportedFacts[K] | undefined }): ReportedFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) =>
        value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0) && !isEmpty(value),
    ),
  );

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
