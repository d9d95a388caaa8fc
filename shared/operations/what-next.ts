import { isOver } from '#shared/domain/campaign.ts';
import { type Collaboration, isOpen } from '#shared/domain/collaboration.ts';
import { type NextStep, nextStep } from '#shared/domain/outreach/next-step.ts';
import { nextSendTime } from '#shared/domain/outreach/send-window.ts';
import { later } from '#shared/domain/time.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { cadenceRules } from './cadence-rules.ts';

/** What happens next in a collaboration: what chase would do, and when the campaign and their working hours allow it. */
export function whatNext(campaign: Campaign, collaboration: Collaboration, at: string): NextStep {
  const { spec, paused, status, endsAt } = campaign;
  const step = nextStep(collaboration, cadenceRules(spec), at);
  if (!isOpen(collaboration.status) || collaboration.heldForPerson !== undefined) return step;
  if (isOver(campaign, at)) return { what: 'nothing more is sent', because: 'the campaign is over' };
  if (paused) return { what: `after the pause: ${step.what}`, because: 'the campaign is paused' };
  if (status === 'failed') return { what: `once it goes on: ${step.what}`, because: 'the campaign has stopped' };
  if (step.at === undefined) return step;
  // Chase may have been told already that it has to wait: the day's mails are out, or SES wants a rest.
  const due = later(step.at, collaboration.nextActionAt ?? at);
  const window = { window: spec.outreach.sendWindow, timeZone: collaboration.timeZone };
  const when = nextSendTime(window, new Date(later(due, at))).toISOString();
  return when < endsAt
    ? { ...step, at: when }
    : { what: 'nothing before the campaign ends', at: endsAt, because: step.what };
}
