import type { RouteHandler } from '#shared/lambda/http.ts';
import type { Answer } from '#shared/lambda/request.ts';
import { advance } from '#shared/operations/advance.ts';
import { briefContent } from '#shared/operations/brief-content.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import { pageUrl } from '#shared/operations/send-message.ts';
import { type BriefPageProps, briefPage } from '#shared/pages/brief.ts';
import { type BriefProblem, briefAnswer } from '#shared/pages/brief-form.ts';
import { type DonePageProps, donePage } from '#shared/pages/done.ts';
import { formOf, shown, type Visit, visitOf } from './visit.ts';

export const openBrief =
  (deps: DeliverDeps): RouteHandler =>
  async request =>
    show(await visitOf(deps, 'b', request));

export const answerBrief =
  (deps: DeliverDeps): RouteHandler =>
  async request => {
    const visit = await visitOf(deps, 'b', request);
    const form = formOf(request);
    const read = briefAnswer.safeParse(form);
    if (!read.success) return show(visit, problemWith(form));
    const { campaignId, influencerId, threadId } = visit.collaboration;
    const happened = advance(deps);
    const done = (what: DonePageProps['what'], detail?: string) =>
      shown(
        donePage({
          host: visit.host,
          what,
          ...(detail !== undefined && { detail }),
          backUrl: pageUrl(deps, 'b', threadId),
        }),
      );
    const { data } = read;
    switch (data.answer) {
      case 'confirm':
        await happened(campaignId, influencerId, { kind: 'brief-confirmed', via: 'page' }, request.at);
        return done('confirmed');
      case 'post':
        await happened(campaignId, influencerId, { kind: 'post-found', url: data.url, via: 'page' }, request.at);
        return done('handedIn', data.url);
      case 'question': {
        const because = 'they ask something about the brief';
        await happened(campaignId, influencerId, { kind: 'held', because, quote: data.question }, request.at);
        return done('asked');
      }
    }
  };

function show({ campaign, collaboration, host, isOver }: Visit, problem?: BriefProblem): Answer {
  const postUrl =
    'post' in collaboration ? collaboration.post.url : 'postUrl' in collaboration ? collaboration.postUrl : undefined;
  const page = briefPage({
    host,
    brief: briefContent(campaign, collaboration),
    standing: isOver ? 'over' : standingOf(collaboration.status),
    ...(postUrl !== undefined && { postUrl }),
    ...(problem && { problem }),
  });
  return shown(page, problem ? 422 : 200);
}

function standingOf(status: Visit['collaboration']['status']): BriefPageProps['standing'] {
  switch (status) {
    case 'accepted':
    case 'briefed':
      return 'to-confirm';
    case 'confirmed':
    case 'published':
      return status;
    case 'verified':
    case 'settled':
      return 'verified';
    default:
      return 'over';
  }
}

const problemWith = ({ answer, url, question }: Readonly<Record<string, string>>): BriefProblem =>
  answer === 'post'
    ? { kind: 'url', ...(url && { written: url }) }
    : { kind: 'question', ...(question && { written: question }) };
