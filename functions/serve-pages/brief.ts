import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { isAwaited } from '#shared/domain/outreach/draft.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import type { Answer } from '#shared/lambda/request.ts';
import { advance } from '#shared/operations/advance.ts';
import { briefContent } from '#shared/operations/brief-content.ts';
import { briefConfirmed } from '#shared/operations/draft-due.ts';
import { pageUrl } from '#shared/operations/send-message.ts';
import { type BriefPageProps, briefPage } from '#shared/pages/brief.ts';
import { type BriefAnswer, type BriefProblem, briefAnswer } from '#shared/pages/brief-form.ts';
import { type DonePageProps, donePage } from '#shared/pages/done.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { formOf, type PageDeps, shown, type Visit, visitOf } from './visit.ts';

export const openBrief =
  (deps: PageDeps): RouteHandler =>
  async request =>
    show(await visitOf(deps, 'b', request));

export const answerBrief =
  (deps: PageDeps): RouteHandler =>
  async request => {
    const visit = await visitOf(deps, 'b', request);
    const form = formOf(request);
    if (visit.isOver) return show(visit);
    const read = briefAnswer.safeParse(form);
    if (!read.success) return show(visit, problemWith(form));
    const { campaignId, influencerId, threadId } = visit.collaboration;
    // Nobody asked for one.
    if (read.data.answer === 'draft' && visit.campaign.spec.brief.draftDueDays === undefined) return show(visit);
    const event = eventOf(read.data, visit.campaign, request.at);
    const collaboration = await advance(deps)(campaignId, influencerId, event, request.at);
    // Too late, or not the turn for it: the page says how things stand, and nobody is told that something was done.
    if (!isTaken(collaboration, read.data)) return show({ ...visit, collaboration });
    const page = { host: visit.host, backUrl: pageUrl(deps, 'b', threadId) };
    return shown(donePage({ ...page, ...whatWasDone(read.data, collaboration) }));
  };

function eventOf(answer: BriefAnswer, { spec }: Campaign, at: string): CollaborationEvent {
  switch (answer.answer) {
    case 'confirm':
      return briefConfirmed(spec, 'page', at);
    case 'draft': {
      const { link, text } = answer;
      return {
        kind: 'draft-handed-in',
        via: 'page',
        ...(link !== undefined && { link }),
        ...(text !== undefined && { text }),
      };
    }
    case 'post':
      return { kind: 'post-found', url: answer.url, via: 'page' };
    case 'question':
      return { kind: 'held', because: 'they ask something about the brief', quote: answer.question };
  }
}

function whatWasDone(answer: BriefAnswer, { draft }: Collaboration): Pick<DonePageProps, 'what' | 'detail'> {
  switch (answer.answer) {
    case 'confirm':
      return { what: isAwaited(draft) ? 'confirmedWithDraft' : 'confirmed' };
    case 'draft':
      return { what: 'draftHandedIn', ...(answer.link !== undefined && { detail: answer.link }) };
    case 'post':
      return { what: 'handedIn', detail: answer.url };
    case 'question':
      return { what: 'asked' };
  }
}

function isTaken(collaboration: Collaboration, answer: BriefAnswer): boolean {
  switch (answer.answer) {
    case 'confirm':
      return ['confirmed', 'published', 'verified', 'settled'].includes(collaboration.status);
    case 'draft': {
      const { state, link, text } = collaboration.draft ?? {};
      return state === 'handed-in' && link === answer.link && text === answer.text;
    }
    case 'post':
      return collaboration.status === 'published' && collaboration.postUrl === answer.url;
    case 'question':
      return true;
  }
}

function show({ campaign, collaboration, host, isOver }: Visit, problem?: BriefProblem): Answer {
  const postUrl =
    'post' in collaboration ? collaboration.post.url : 'postUrl' in collaboration ? collaboration.postUrl : undefined;
  const page = briefPage({
    host,
    brief: briefContent(campaign, collaboration),
    standing: isOver ? 'over' : standingOf(collaboration.status),
    ...(postUrl !== undefined && { postUrl }),
    ...(collaboration.draft && { draft: collaboration.draft }),
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

function problemWith({ answer, url, question, link, text }: Readonly<Record<string, string>>): BriefProblem {
  if (answer === 'post') return { kind: 'url', ...(url && { written: url }) };
  if (answer === 'draft') return { kind: 'draft', ...(link && { link }), ...(text && { text }) };
  return { kind: 'question', ...(question && { written: question }) };
}
