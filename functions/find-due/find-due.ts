import type { Input, Output } from '#shared/contracts/functions.ts';
import { type LearnSendRateDeps, learnSendRate } from '#shared/operations/learn-send-rate.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** Lists the collaborations whose next action is due, into a file, for however many there are. */
export const findDue =
  ({ collaborations, files, ...mail }: { collaborations: CollaborationStore; files: FileStore } & LearnSendRateDeps) =>
  async ({ at }: Input<'find-due'>): Promise<Output<'find-due'>> => {
    const lines: string[] = [];
    for await (const due of collaborations.due(at)) lines.push(JSON.stringify(due));
    if (lines.length > 0) await learnSendRate(mail);
    const itemsKey = `items/chase/${at}.jsonl`;
    if (lines.length > 0) await files.write(itemsKey, lines.join('\n'), 'application/jsonl');
    return { due: lines.length, itemsKey };
  };
