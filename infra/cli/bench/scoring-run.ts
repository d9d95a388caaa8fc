import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import { exampleCampaign } from '../example-campaign.ts';
import { sampleCandidates } from './sample-candidates.ts';

/** How fast one core scores candidates that are in memory. */
export interface ScoringMeasurement {
  readonly kind: 'scoring';
  readonly candidates: number;
  /** Of captions and bio, per candidate. */
  readonly charactersEach: number;
  readonly perSecond: number;
}

const at = '2026-11-23T06:00:00.000Z';
/** The best of these is told: a disturbance of the machine only ever makes a round slower. */
const rounds = 12;

export function measureScoring(size = 10_000): ScoringMeasurement {
  const brief = scoringBrief(exampleCampaign());
  const candidates = sampleCandidates(size, brief.keywords, at);
  // Processor time of this thread: other work of the machine does not count.
  const round = () => {
    const from = process.threadCpuUsage();
    for (const candidate of candidates) scoreCandidate(candidate, brief, at);
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1e6;
  };
  const seconds = Math.min(...Array.from({ length: rounds }, round));
  const characters = candidates.reduce(
    (sum, { metrics }) =>
      sum +
      (metrics?.kind === 'measured' ? metrics.profiles : []).reduce(
        (all, { bio = '', posts }) => all + bio.length + posts.reduce((length, { text }) => length + text.length, 0),
        0,
      ),
    0,
  );
  return {
    kind: 'scoring',
    candidates: size,
    charactersEach: Math.round(characters / size),
    perSecond: Math.round(size / seconds),
  };
}

if (process.send) process.send(measureScoring(), () => process.exit(0));
