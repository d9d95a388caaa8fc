import type { ProfileMetricsSource, ProfileReportSource } from '#shared/ports/platforms.ts';
import type { Origins } from './measure.ts';

/** Once somebody has asked us to wait, they are not asked for the others of the batch. */
export function considerate({ sources, vendor }: Origins): Origins {
  const polite = Object.entries(sources).map(([platform, source]) => [platform, politeSource(source)]);
  return { sources: Object.fromEntries(polite), ...(vendor && { vendor: politeVendor(vendor) }) };
}

function politeSource(source: ProfileMetricsSource): ProfileMetricsSource {
  const once = waitsOnce<Awaited<ReturnType<ProfileMetricsSource['metrics']>>>();
  return { ...source, metrics: (ref, options) => once(() => source.metrics(ref, options)) };
}

function politeVendor(vendor: ProfileReportSource): ProfileReportSource {
  const once = waitsOnce<Awaited<ReturnType<ProfileReportSource['report']>>>();
  return { ...vendor, report: (ref, options) => once(() => vendor.report(ref, options)) };
}

function waitsOnce<Answer extends { readonly kind: string }>() {
  let wait: Answer | undefined;
  return async (ask: () => Promise<Answer>): Promise<Answer> => {
    if (wait) return wait;
    const answer = await ask();
    if (answer.kind === 'throttled') wait = answer;
    return answer;
  };
}
