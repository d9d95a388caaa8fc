import type { Collaboration } from '#shared/domain/collaboration.ts';
import { Fault } from '#shared/errors.ts';
import { paragraphsOf } from '#shared/lib/paragraphs.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import { threadOf } from '#shared/operations/send-message.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

/** Answers of people are counted from here, so that they never meet the automatic answers' numbers. */
const firstOfPeople = 1001;

/** Nobody writes to a suppressed address or in a paused campaign, a person neither. */
export async function refuseUnwritable(
  { suppressions }: DeliverDeps,
  { paused }: Campaign,
  { addressHash }: Collaboration,
): Promise<void> {
  if (paused) throw new Fault('conflict', 'The campaign is paused; resume it before you write.');
  const because = await suppressions.find(addressHash);
  if (because) throw new Fault('conflict', `Nobody may write to them (${because}); find another way.`);
}

/** Sends what a person wrote, as an answer to their last mail. */
export async function writeAnswer(
  deps: DeliverDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  message: string,
  showOffer: boolean,
  at: string,
): Promise<void> {
  const thread = await deps.messages.list(threadOf(collaboration));
  const theirs = thread.filter(one => one.direction === 'in').at(-1);
  const written = collaboration.sent.filter(({ purpose, number }) => purpose === 'answer' && number >= firstOfPeople);
  const result = await deliver(deps)(
    campaign,
    collaboration,
    {
      purpose: 'answer',
      number: firstOfPeople + written.length,
      isAnswer: true,
      byPerson: true,
      ...(theirs?.mailId !== undefined && { inReplyTo: theirs.mailId }),
      facts: {
        paragraphs: paragraphsOf(message),
        ...(theirs && { inReplyToSubject: theirs.subject }),
        showOffer,
      },
    },
    at,
  );
  if (result.kind !== 'sent') throw new Fault('conflict', `The answer was not sent: ${result.because}.`);
}
