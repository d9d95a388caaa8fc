import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import { inWords } from '#shared/domain/scoring/evidence-words.ts';
import * as approvalRequest from '#shared/email/approval-request.tsx';
import { renderEmail } from '#shared/email/render.ts';
import { consoleUrl, type NoticeDeps, noticeOf, sendNotice } from '#shared/operations/send-notice.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore, ListedCandidate } from '#shared/ports/candidates.ts';

interface Deps extends NoticeDeps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly publicUrl: string;
}

/** Candidates named in the mail; the console shows all. */
const shown = 10;

/** Keeps the token that the approval will complete, then tells the stakeholders that a shortlist waits for them. */
export const requestApproval =
  (deps: Deps) =>
  async ({ campaignId, taskToken, at }: Input<'request-approval'>): Promise<Output<'request-approval'>> => {
    const { approval } = await deps.campaigns.get(campaignId);
    const deadline = approval?.deadline ?? at;
    const campaign = await deps.campaigns.change(
      campaignId,
      { status: 'awaiting-approval', approval: { deadline, taskToken } },
      liveStatuses,
    );
    if (!campaign) return {};
    const content = renderEmail(approvalRequest, {
      notice: noticeOf(campaign),
      candidates: campaign.counts.candidates ?? 0,
      eligible: campaign.counts.eligible ?? 0,
      shortlisted: campaign.counts.shortlisted ?? 0,
      wanted: campaign.spec.wanted,
      budget: campaign.budget,
      best: await bestOf(deps, campaign),
      deadline,
      onDeadline: campaign.spec.approval.mode === 'person' ? campaign.spec.approval.onDeadline : 'approve',
      consoleUrl: consoleUrl(deps, campaignId),
    });
    await sendNotice(deps)(campaign, { purpose: 'approval-request', number: 1, content }, at);
    return {};
  };

async function bestOf({ candidates }: Deps, { campaignId }: Campaign) {
  const best: ListedCandidate[] = [];
  for await (const candidate of candidates.bestFirst(campaignId)) {
    if (candidate.shortlistRank === undefined) continue;
    best.push(candidate);
    if (best.length === shown) break;
  }
  return best.flatMap(({ name, profiles: [profile], score }) =>
    profile && score
      ? {
          name,
          profile,
          score: score.value,
          reason: doubtIn(score) ?? strongestReason(score.parts),
          ...(score.followers !== undefined && { followers: score.followers }),
          ...(score.engagementRate !== undefined && { engagementRate: score.engagementRate }),
          ...(score.expectedFee && { expectedFee: score.expectedFee }),
        }
      : [],
  );
}

/** Whoever approves reads what nobody could decide. */
function doubtIn({ evidence = [] }: NonNullable<ListedCandidate['score']>): string | undefined {
  const doubt = evidence.find(({ effect }) => effect === 'doubt');
  return doubt && `Read this first: ${inWords(doubt)}.`;
}

const strongestReason = (parts: NonNullable<ListedCandidate['score']>['parts']): string =>
  parts.toSorted((a, b) => b.weight * (b.value ?? 0) - a.weight * (a.value ?? 0))[0]?.reason ?? '';
