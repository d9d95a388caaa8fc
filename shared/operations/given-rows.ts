import { readList } from '#shared/adapters/list/open-list.ts';
import type { SourceSpec } from '#shared/contracts/campaign/sources.ts';
import type { Sighting } from '#shared/domain/candidate.ts';
import type { RowReading } from '#shared/domain/import/import.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { listBytes, listOptions } from './list-bytes.ts';

/** A source that a launch brings along: profiles that it names itself, or a list in the request or uploaded. */
type GivenSource = Exclude<SourceSpec, { kind: 'roster' }>;

/** What such a source says, row by row. */
export async function* givenRows(files: Pick<FileStore, 'read'>, source: GivenSource): AsyncGenerator<RowReading> {
  if (source.kind === 'profiles')
    yield* source.profiles.map((given, index) => fromProfile(given, { source: source.name, line: index + 1 }));
  else yield* readList(await listBytes(files, source), listOptions(source));
}

type Given = Extract<SourceSpec, { kind: 'profiles' }>['profiles'][number];

function fromProfile({ platform, handle, name, email }: Given, sighting: Sighting): RowReading {
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
