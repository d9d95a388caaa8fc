import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import type { Answer } from '#shared/lambda/request.ts';
import { advance } from '#shared/operations/advance.ts';
import { briefContent } from '#shared/operations/brief-content.ts';
import { pageUrl } from '#shared/operations/send-message.ts';
import { type BriefPageProps, briefPage } from '#shared/pages/brief.ts';
import { type BriefAnswer, type BriefProblem, briefAnswer } from '#shared/pages/brief-form.ts';
import { type DonePageProps, donePage } from '#shared/pages/done.ts';
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
    const collaboration = await advance(deps)(campaignId, influencerId, eventOf(read.data), request.at);
    // Too late, or not the turn for it: the page says how things stand, and nobody is told that something was done.
    if (!isTaken(collaboration, read.data)) return show({ ...visit, collaboration });
    const page = { host: visit.host, backUrl: pageUrl(deps, 'b', threadId) };
    return shown(donePage({ ...page, ...whatWasDone(read.data) }));
  };

function eventOf(answer: BriefAnswer): CollaborationEvent {
  switch (answer.answer) {
    case 'confirm':
      return { kind: 'brief-confirmed', via: 'page' };
    case 'post':
      return { kind: 'post-found', url: answer.url, via: 'page' };
    case 'question':
      return { kind: 'held', because: 'they ask something about the brief', quote: answer.question };
  }
}

function whatWasDone(answer: BriefAnswer): Pick<DonePageProps, 'what' | 'detail'> {
  switch (answer.answer) {
    case 'confirm':
      return { what: 'confirmed' };
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
