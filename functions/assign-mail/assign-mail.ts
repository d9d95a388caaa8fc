import { parseMail } from '#shared/adapters/mail/parse.ts';
import { routes } from '#shared/contracts/http.ts';
import { Fault } from '#shared/errors.ts';
import type { Handlers } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import { largestMail, virusFound } from '#shared/operations/replies/limits.ts';
import { takeIn } from '#shared/operations/replies/take-in.ts';
import { threadOf } from '#shared/operations/send-message.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { UnmatchedMail, UnmatchedStore } from '#shared/ports/messages.ts';

interface Deps extends DeliverDeps {
  readonly mails: FileStore;
  readonly unmatched: UnmatchedStore;
}

/** What a person says of mail that belongs to no thread. */
export const assignMail = (deps: Deps): Handlers<'assign-mail'> => ({
  assignMail: async ({ params, rawBody, caller, at }) => {
    const { campaignId, influencerId } = jsonBody(routes.assignMail.body, rawBody, 'The assignment');
    const found = await mailOf(deps, params.mailId);
    const { erasedAt } = await deps.collaborations.get(campaignId, influencerId);
    if (erasedAt !== undefined)
      throw new Fault(
        'conflict',
        `They were erased on ${erasedAt.slice(0, 10)}: dismiss the mail, or erase them again.`,
      );
    const isThere = found.assigned?.campaignId === campaignId && found.assigned.influencerId === influencerId;
    if (found.doneAt !== undefined && !isThere)
      throw new Fault('conflict', 'Somebody has dealt with this mail already.');
    if (found.doneAt === undefined) await assign(deps, found, campaignId, influencerId, caller?.tokenId, at);
    const { status, heldForPerson } = await deps.collaborations.get(campaignId, influencerId);
    return { status: 200, json: { status, ...(heldForPerson !== undefined && { heldForPerson }) } };
  },
  dismissMail: async ({ params, caller, at }) => {
    const { listId } = await mailOf(deps, params.mailId);
    await deps.unmatched.close(listId, { at, by: caller?.tokenId ?? somebody });
    return { status: 204, text: '' };
  },
});

const somebody = 'a person';

async function mailOf({ unmatched }: Deps, listId = ''): Promise<UnmatchedMail> {
  const found = await unmatched.find(listId);
  if (!found) throw new Fault('not-found', `There is no unmatched mail ${listId}.`);
  return found;
}

/** A person says whose it is: no doubt about the sender is left. */
async function assign(
  deps: Deps,
  { listId, because, assigned: _, ...message }: UnmatchedMail,
  campaignId: string,
  influencerId: string,
  by = somebody,
  now: string,
): Promise<void> {
  if (because === virusFound) throw new Fault('conflict', 'It carries a virus: it can only be dismissed.');
  const { at } = await deps.unmatched.assign(listId, { campaignId, influencerId, by, at: now });
  const mail = await parseMail(await deps.mails.readBytes(message.rawKey, largestMail));
  const thread = threadOf(await deps.collaborations.get(campaignId, influencerId));
  await takeIn(deps)({ thread, mail, message, at });
  await deps.unmatched.close(listId, { at, by });
}
