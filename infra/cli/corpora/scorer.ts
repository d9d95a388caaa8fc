/** How one corpus came out. Rates are read per source: the sources disagree with each other. */
export interface CorpusScore {
  total: number;
  passed: number;
  bySource: Record<string, { total: number; passed: number }>;
  failed: { id: string; why: string }[];
  extra?: Record<string, number>;
}

/** Scores the rows of one corpus file. Never throws: a case that throws has failed. */
export type CorpusScorer = (rows: unknown[]) => Promise<CorpusScore>;

/** What every row of every corpus has. */
export interface CorpusRow {
  readonly id: string;
  readonly source: string;
  readonly input: unknown;
  readonly expected?: unknown;
}

/** A case may take this long; the limit is part of the test. */
const limitMs = 1000;

/** Runs `why` over the rows; undefined means passed, a text says why not. The source is the repository, without the path. */
export async function scoreRows<Row extends CorpusRow>(
  rows: readonly Row[],
  why: (row: Row) => string | undefined | Promise<string | undefined>,
): Promise<CorpusScore> {
  const score: CorpusScore = { total: 0, passed: 0, bySource: {}, failed: [] };
  for (const row of rows) {
    const source = row.source.split(' ', 1)[0] ?? row.source;
    const startedAt = performance.now();
    const reason = await Promise.try(why, row).catch((error: unknown) => `threw ${String(error)}`);
    const tookMs = performance.now() - startedAt;
    const verdict = reason ?? (tookMs > limitMs ? `took ${Math.round(tookMs)} ms` : undefined);
    const ofSource = score.bySource[source] ?? { total: 0, passed: 0 };
    score.bySource[source] = ofSource;
    score.total++;
    ofSource.total++;
    if (verdict === undefined) {
      score.passed++;
      ofSource.passed++;
    } else score.failed.push({ id: row.id, why: verdict });
  }
  return score;
}
