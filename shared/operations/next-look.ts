import type { Collaboration } from '#shared/domain/collaboration.ts';
import { type CadenceRules, nextAction } from '#shared/domain/outreach/cadence.ts';

/** When `chase` has to look at a collaboration again; undefined when nothing is to come. */
export function nextLook(collaboration: Collaboration, rules: CadenceRules, at: string): string | undefined {
  const action = nextAction(collaboration, rules, at);
  if (action.kind === 'nothing') return undefined;
  return action.kind === 'wait' ? action.until : at;
}
