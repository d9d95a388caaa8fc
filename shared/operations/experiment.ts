import type { Collaboration } from '#shared/domain/collaboration.ts';
import { type ExperimentResult, judgeExperiment, type Trial } from '#shared/domain/outreach/experiment.ts';
import { plusDays } from '#shared/domain/time.ts';

/** Interest that comes later counts for nothing: nine of ten answers come within a week. */
const answerDays = 7;

/** How the two ways to write the invitation do so far. */
export const experimentSoFar = (collaborations: readonly Collaboration[], at: string): ExperimentResult =>
  judgeExperiment(collaborations.flatMap(collaboration => trialOf(collaboration, at) ?? []));

function trialOf({ sent, interestedAt }: Collaboration, at: string): Trial | undefined {
  const invitation = sent.find(({ purpose }) => purpose === 'invitation');
  if (!invitation?.variant) return undefined;
  const until = plusDays(invitation.at, answerDays);
  const isSuccess = interestedAt !== undefined && interestedAt <= until ? true : at < until ? undefined : false;
  return { variant: invitation.variant, sentAt: invitation.at, isSuccess };
}
