import { readList } from '#shared/adapters/list/open-list.ts';
import type { SourceSpec } from '#shared/contracts/campaign-spec.ts';
import type { RowReading } from '#shared/domain/import/import.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import { listBytes, listOptions } from '#shared/operations/list-bytes.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** A row, or an influencer who never comes back. */
export type SourceReading = RowReading | { readonly barred: string; readonly because: string };

interface Deps {
  readonly files: FileStore;
}

/** Everything that all sources say. They are read twice and must say the same both times. */
export async function* readSources(deps: Deps, sources: readonly SourceSpec[]): AsyncGenerator<SourceReading> {
  for (const source of sources) yield* readSource(deps, source);
}

async function* readSource({ files }: Deps, source: SourceSpec): AsyncGenerator<SourceReading> {
  if (source.kind === 'profiles') {
    yield* source.profiles.map((given, index) => fromList(given, { source: source.name, line: index + 1 }));
    return;
  }
  if (source.kind === 'roster') return;
  yield* readList(await listBytes(files, source), listOptions(source));
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
