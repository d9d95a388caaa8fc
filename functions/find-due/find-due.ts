import type { Input, Output } from '#shared/contracts/functions.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** Lists the collaborations whose next action is due, into a file, for however many there are. */
export const findDue =
  ({ collaborations, files }: { collaborations: CollaborationStore; files: FileStore }) =>
  async ({ at }: Input<'find-due'>): Promise<Output<'find-due'>> => {
    const lines: string[] = [];
    for await (const due of collaborations.due(at)) lines.push(JSON.stringify(due));
    const itemsKey = `items/chase/${at}.jsonl`;
    if (lines.length > 0) await files.write(itemsKey, lines.join('\n'), 'application/jsonl');
    return { due: lines.length, itemsKey };
  };
