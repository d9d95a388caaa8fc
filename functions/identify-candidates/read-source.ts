import { readList } from '#shared/adapters/list/open-list.ts';
import type { SourceSpec } from '#shared/contracts/campaign-spec.ts';
import type { RowReading } from '#shared/domain/import/import.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import { listBytes, listOptions } from '#shared/operations/list-bytes.ts';
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
      else if (source.kind === 'profiles')
        yield* source.profiles.map((given, index) => fromList(given, { source: source.name, line: index + 1 }));
      else yield* readList(await listBytes(deps.files, source), listOptions(source));
    }
  };
}

type Given = Extract<SourceSpec, { kind: 'profiles' }>['profiles'][number];

function fromList({ platform, handle, name, email }: Given, sighting: { source: string; line: number }): RowReading {
  const ref = profileRef(platform, handle);
  if (!ref) return { rejected: { ...sighting, because: `"${handle}" is no ${platform} handle or link` } };
  return {
    found: {
      profiles: [ref],
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      languages: [],
      topics: [],
      claimed: {},
      sighting,
      raw: {},
    },
  };
}
