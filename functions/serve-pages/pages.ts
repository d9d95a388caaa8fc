import { Fault, faults } from '#shared/errors.ts';
import type { ErrorView, Handlers } from '#shared/lambda/http.ts';
import { troublePage } from '#shared/pages/trouble.ts';
import { answerBrief, openBrief } from './brief.ts';
import { answerOffer, openOffer } from './offer.ts';
import { openUnsubscribe, unsubscribe } from './unsubscribe.ts';
import type { PageDeps } from './visit.ts';

/** Everything that an influencer opens by a signed link. */
export const pages = (deps: PageDeps): Handlers<'serve-pages'> => ({
  openOffer: openOffer(deps),
  answerOffer: answerOffer(deps),
  openBrief: openBrief(deps),
  answerBrief: answerBrief(deps),
  openUnsubscribe: openUnsubscribe(deps),
  unsubscribe: unsubscribe(deps),
});

/** The link does not say whose page it was. */
const nobody = { language: 'en', brand: 'Groundswell' };

/** People get a page that says what to do, never a problem in JSON. */
export const troubleView: ErrorView = error => {
  const status = error instanceof Fault ? faults[error.fault].status : 500;
  return { status, ...troublePage(nobody, status < 500 ? 'invalid' : 'failed') };
};
