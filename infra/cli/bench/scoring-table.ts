import type { GapMeasurement } from './gap-run.ts';
import { rows } from './rows.ts';
import type { ScoringMeasurement } from './scoring-run.ts';
import type { ShortlistMeasurement } from './shortlist-run.ts';

const dollars = (amount: number): string => amount.toFixed(4);

export const costTable = (
  runs: readonly ShortlistMeasurement[],
): string => `### What 1,000 candidates cost to the shortlist

US$ at the prices of us-east-1, the functions' seconds being those of this machine. Goal: at most 60 s for 10,000.

${rows(
  ['candidates', 'state transitions', 'functions', 'writes', 'reads', 'files', 'together'],
  runs.map(({ candidates, costs }) => [
    candidates.toLocaleString('en'),
    ...[costs.transitions, costs.lambda, costs.writes, costs.reads, costs.files, costs.total].map(dollars),
  ]),
)}

`;

export const scoringTable = (
  scoring: ScoringMeasurement,
  gap: GapMeasurement,
): string => `### Scoring and the shortlist by themselves

${scoring.perSecond.toLocaleString('en')} candidates a second and core, each with 12 posts and ${scoring.charactersEach.toLocaleString('en')} characters of text (goal: at least 50,000).

The method that draws from many candidates, held against the best choice of all on ${gap.instances} instances of 18 candidates: ${gap.best}
times it is the best one, ${gap.mean} % of its value are missing on average and ${gap.max} % at most. Up to 40 candidates the best
choice is searched for, so these gaps are not in the product. Of 2,000 candidates at most ${gap.largeMax} % of the upper bound are missing.

`;
