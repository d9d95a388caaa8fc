import type { CampaignCounts } from '../campaign.ts';
import type { Collaboration } from '../collaboration.ts';
import type { FunnelStep } from './report.ts';

/** How far a collaboration has ever come; each step holds everybody who came at least that far. */
export const stages = ['Shortlisted', 'Invited', 'Answered', 'Accepted', 'Confirmed', 'Published', 'Verified'] as const;
export type Stage = (typeof stages)[number];

export type Reached = Readonly<Record<Stage, number>>;

/** How many came as far as each stage. */
export function reachedStages(collaborations: readonly Collaboration[]): Reached {
  const furthest = collaborations.map(collaboration => stages.indexOf(stageOf(collaboration)));
  return Object.fromEntries(
    stages.map((stage, index) => [stage, furthest.filter(reached => reached >= index).length]),
  ) as Record<Stage, number>;
}

/** From candidates to verified posts. Counts that no step has written yet are left out. */
export function funnelSteps(counts: CampaignCounts, reached: Reached): FunnelStep[] {
  const before = [
    { name: 'Candidates', count: counts.candidates },
    { name: 'Measured', count: counts.measured },
    { name: 'Eligible', count: counts.eligible },
  ].flatMap(({ name, count }) => (count === undefined ? [] : [{ name, count }]));
  return [...before, ...stages.map(stage => ({ name: stage, count: reached[stage] }))];
}

function stageOf(collaboration: Collaboration): Stage {
  switch (collaboration.status) {
    case 'shortlisted':
      return 'Shortlisted';
    case 'invited':
      return 'Invited';
    case 'negotiating':
      return 'Answered';
    case 'accepted':
    case 'briefed':
      return 'Accepted';
    case 'confirmed':
      return 'Confirmed';
    case 'published':
      return 'Published';
    case 'verified':
    case 'settled':
      return 'Verified';
    default:
      return lostStage(collaboration);
  }
}

/** Who is lost no longer says how far they were: the mails that we sent do. */
function lostStage({ status, sent }: Collaboration): Stage {
  const had = (purpose: string) => sent.some(message => message.purpose === purpose);
  if (had('brief')) return 'Accepted';
  if (had('answer') || (status === 'declined' && had('invitation'))) return 'Answered';
  return had('invitation') ? 'Invited' : 'Shortlisted';
}
