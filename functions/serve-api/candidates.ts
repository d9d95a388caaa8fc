import { routes } from '#shared/contracts/http.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { Fault, type FieldProblem } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { parsed } from '#shared/lambda/problem.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { WaitCompleter } from '#shared/ports/workflows.ts';
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

export const getCandidate =
  ({ candidates }: Deps): RouteHandler =>
  async ({ params }) => {
    const { campaignId = '', influencerId = '' } = params;
    const [candidate] = await candidates.getMany(campaignId, [influencerId]);
    if (!candidate) throw new Fault('not-found', `${influencerId} is no candidate of campaign ${campaignId}.`);
    return { status: 200, json: candidateView(candidate) };
  };

/** Applies the ops team's changes to the shortlist and lets the campaign go on. Changing it like this again changes nothing. */
export const approveShortlist =
  ({ campaigns, candidates, waits }: Deps): RouteHandler =>
  async ({ params, rawBody, at }) => {
    const { add, remove } = jsonBody(routes.approveShortlist.body, rawBody, 'The approval');
    const { campaignId, status, approval, counts } = await campaigns.get(params.campaignId ?? '');
    if (status !== 'awaiting-approval' || !approval?.taskToken)
      throw new Fault('conflict', `The campaign is ${status}; there is no shortlist to approve.`);
    if (approval.deadline <= at) throw new Fault('conflict', 'The deadline for the approval has passed.');

    const found = new Map(
      (await candidates.getMany(campaignId, [...new Set([...add, ...remove])])).map(one => [one.influencerId, one]),
    );
    const fields = [
      ...problemsOf('add', add, id => unknown(id, found) ?? unwritable(id, found)),
      ...problemsOf('remove', remove, id => unknown(id, found) ?? (add.includes(id) ? `${id} is in add as well` : '')),
    ];
    if (fields.length > 0)
      throw new Fault('invalid-request', 'The shortlist can not be changed like this.', { fields });

    const named = (ids: readonly string[]) => [...new Set(ids)].flatMap(id => found.get(id) ?? []);
    const added = named(add).filter(({ shortlistRank }) => shortlistRank === undefined);
    const removed = named(remove).filter(({ shortlistRank }) => shortlistRank !== undefined);
    const { shortlisted = 0 } = counts;
    await candidates.putJudged([
      ...removed.map(({ shortlistRank: _, ...candidate }) => candidate),
      ...added.map((candidate, n) => ({ ...candidate, shortlistRank: shortlisted + n + 1 })),
    ]);
    await campaigns.change(campaignId, { counts: { shortlisted: shortlisted + added.length - removed.length } });
    // The token stays until it is used: an approval that fails here can be sent again.
    if ((await waits.complete(approval.taskToken, { approved: true })) === 'gone')
      throw new Fault('conflict', 'The deadline for the approval has passed.');
    const decided = await campaigns.change(campaignId, { approval: { deadline: approval.deadline, decidedAt: at } });
    return { status: 200, json: campaignSummary(decided ?? (await campaigns.get(campaignId))) };
  };

type Found = ReadonlyMap<string, Candidate>;

const problemsOf = (
  field: string,
  ids: readonly string[],
  problemOf: (id: string) => string | undefined,
): FieldProblem[] =>
  ids.flatMap((id, index) => {
    const detail = problemOf(id);
    return detail ? { pointer: `/${field}/${index}`, detail } : [];
  });

const unknown = (id: string, found: Found): string | undefined =>
  found.has(id) ? undefined : `${id} is no candidate of this campaign`;

const unwritable = (id: string, found: Found): string | undefined =>
  found.get(id)?.contact ? undefined : `no address of ${id} is known, so nobody can write to them`;
