import type { RowReading } from '#shared/domain/import/import.ts';
import { givenRows } from '#shared/operations/given-rows.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { type RosterDeps, readRoster } from './read-roster.ts';

/** A row, or an influencer who never comes back. */
export type SourceReading = RowReading | { readonly barred: string; readonly because: string };

/**
 * Everything that all sources say. They are read twice and must say the same both times; the roster, which others may change
 * meanwhile, is read once.
 */
export function sourceReader(
  deps: RosterDeps & { readonly files: FileStore },
  campaign: Campaign,
): () => AsyncGenerator<SourceReading> {
  const rosters = new Map<string, Promise<SourceReading[]>>();
  const roster = (name: string) => {
    const known = rosters.get(name) ?? readRoster(deps, campaign, name);
    rosters.set(name, known);
    return known;
  };
  return async function* () {
    for (const source of campaign.spec.sources) {
      if (source.kind === 'roster') yield* await roster(source.name);
      else yield* givenRows(deps.files, source);
    }
  };
}
