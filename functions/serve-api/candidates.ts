import { routes } from '#shared/contracts/http.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { Fault, type FieldProblem } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import type { CampaignStore, CandidateStore, WaitCompleter } from '#shared/ports.ts';
import { jsonBody } from './body.ts';
import { campaignSummary, candidateView } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly waits: WaitCompleter;
}

export const listCandidates =
  ({ campaigns, candidates }: Deps): RouteHandler =>
  async ({ params, query }) => {
    const { campaignId } = await campaigns.get(params.campaignId ?? '');
    const page = await candidates.byScore(campaignId, parsed(routes.listCandidates.query, query, 'The query'));
    return {
      status: 200,
      json: { items: page.items.map(candidateView), ...(page.cursor && { nextCursor: page.cursor }) },
    };
  };

/** Applies the ops team's changes to the shortlist and lets the campaign go on. */
export const approveShortlist =
  ({ campaigns, candidates, waits }: Deps): RouteHandler =>
  async ({ params, rawBody, at }) => {
    const { add, remove } = jsonBody(routes.approveShortlist.body, rawBody, 'The approval');
    const campaign = await campaigns.get(params.campaignId ?? '');
    const { campaignId, approval } = campaign;
    if (campaign.status !== 'awaiting-approval' || !approval?.taskToken)
      throw new Fault('conflict', `The campaign is ${campaign.status}; there is no shortlist to approve.`);

    const [added, removed] = [await candidates.getMany(campaignId, add), await candidates.getMany(campaignId, remove)];
    const fields = [...unknown('add', add, added), ...unknown('remove', remove, removed), ...unwritable(added)];
    if (fields.length > 0)
      throw new Fault('invalid-request', 'The shortlist can not be changed like this.', { fields });

    await candidates.putAll([
      ...removed.map(({ shortlistRank: _, ...candidate }) => candidate),
      ...added.map((candidate, n) => ({ ...candidate, shortlistRank: (campaign.counts.shortlisted ?? 0) + n + 1 })),
    ]);
    const decided = await campaigns.change(campaignId, {
      approval: { deadline: approval.deadline, decidedAt: at },
      counts: { shortlisted: (campaign.counts.shortlisted ?? 0) + added.length - removed.length },
    });
    if ((await waits.complete(approval.taskToken, { approved: true })) === 'gone')
      throw new Fault('conflict', 'The deadline for the approval has passed.');
    return { status: 200, json: campaignSummary(decided ?? campaign) };
  };

function unknown(field: string, ids: readonly string[], found: readonly Candidate[]): FieldProblem[] {
  const known = new Set(found.map(({ influencerId }) => influencerId));
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : { pointer: `/${field}/${index}`, detail: `${id} is no candidate of this campaign` },
  );
}

const unwritable = (added: readonly Candidate[]): FieldProblem[] =>
  added.flatMap(({ influencerId, contact }, index) =>
    contact
      ? []
      : { pointer: `/add/${index}`, detail: `no address of ${influencerId} is known, so nobody can write to them` },
  );
