import { addressHash } from '#shared/domain/address.ts';
import type { InboundMail } from '#shared/domain/message.ts';
import { type KnownThread, matchThread, type Sign, type ThreadMatch, threadClues } from '#shared/domain/thread.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { MessageStore, ThreadRef } from '#shared/ports/messages.ts';

interface Deps {
  readonly messages: MessageStore;
  readonly collaborations: CollaborationStore;
  readonly sign: Sign;
}

export type ThreadFound =
  | { readonly kind: 'found'; readonly thread: ThreadRef; readonly match: Extract<ThreadMatch, { kind: 'matched' }> }
  /** The sender has several threads and nothing says which one is meant. */
  | { readonly kind: 'several'; readonly threads: readonly ThreadRef[] }
  | { readonly kind: 'unknown' };

/** Looks up every thread that a mail may belong to and lets the domain decide which one it is. */
export async function findThread(deps: Deps, mail: InboundMail, recipients: readonly string[]): Promise<ThreadFound> {
  const clues = threadClues(mail, recipients, deps.sign);
  const found = new Map<string, ThreadRef>();
  const note = (thread: ThreadRef | undefined) => thread && found.set(thread.threadId, thread);
  const byId = [clues.signedThreadId, ...clues.referencedThreadIds].filter(id => id !== undefined);
  for (const id of byId) note(await deps.messages.thread(id));
  for (const id of clues.sesMessageIds) note(await deps.messages.threadOfSesMessage(id));
  if (found.size === 0 && clues.sender !== undefined)
    for (const thread of await deps.messages.threadsOfAddress(addressHash(clues.sender, deps.sign))) note(thread);

  const known = await Promise.all([...found.values()].map(thread => knownThread(deps, thread)));
  const match = matchThread(
    clues,
    known.filter(thread => thread !== undefined),
  );
  const threads = (ids: readonly string[]) => ids.flatMap(id => found.get(id) ?? []);
  if (match.kind === 'ambiguous') return { kind: 'several', threads: threads(match.threadIds) };
  const [thread] = match.kind === 'matched' ? threads([match.threadId]) : [];
  return match.kind === 'matched' && thread ? { kind: 'found', thread, match } : { kind: 'unknown' };
}

/** Stakeholders have threads of their own, without a collaboration: what they answer is no answer of an influencer. */
async function knownThread(deps: Deps, thread: ThreadRef): Promise<KnownThread | undefined> {
  const [collaboration, messages] = await Promise.all([
    deps.collaborations.find(thread.campaignId, thread.influencerId),
    deps.messages.list(thread),
  ]);
  const ours = messages.filter(message => message.direction === 'out');
  return (
    collaboration && {
      threadId: thread.threadId,
      address: collaboration.contact.email,
      subjects: ours.map(({ subject }) => subject),
      sesMessageIds: ours.flatMap(({ sesMessageId }) => sesMessageId ?? []),
    }
  );
}
