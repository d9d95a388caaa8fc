import type { CollaborationStatus } from '#shared/domain/collaboration.ts';

/** Statuses as the ops team and the stakeholders read them. */
export const statusWords: Readonly<Record<CollaborationStatus, string>> = {
  shortlisted: 'on the shortlist',
  invited: 'invited',
  negotiating: 'in talks',
  accepted: 'accepted',
  briefed: 'brief sent',
  confirmed: 'brief confirmed',
  published: 'published, being checked',
  verified: 'post verified',
  settled: 'settled',
  declined: 'declined',
  unresponsive: 'did not answer',
  unreachable: 'not reachable',
  excluded: 'taken off',
  withdrawn: 'withdrawn',
};
