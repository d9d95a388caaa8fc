import { erased, type Traces, withoutWords } from '../erasure.ts';
import type { Report } from './report.ts';

/** The same report about somebody who is not named: every number stays. */
export function anonymousReport(report: Report, { influencerIds, words }: Traces): Report {
  const plain = (text: string) => withoutWords(text, words);
  return {
    ...report,
    headline: plain(report.headline),
    notes: report.notes.map(plain),
    results: report.results.map(({ postUrl, ...result }) =>
      influencerIds.includes(result.influencerId)
        ? { ...result, name: erased, profile: { ...result.profile, handle: erased } }
        : { ...result, ...(postUrl !== undefined && { postUrl }) },
    ),
    attention: report.attention
      .filter(({ influencerId }) => influencerId === undefined || !influencerIds.includes(influencerId))
      .map(item => ({ ...item, because: plain(item.because) })),
  };
}
