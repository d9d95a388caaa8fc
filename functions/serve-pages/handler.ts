import { Fault, faults } from '#shared/errors.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { mailing } from '#shared/lambda/mailing.ts';
import { stores } from '#shared/lambda/stores.ts';
import { troublePage } from '#shared/pages/trouble.ts';
import { answerBrief, openBrief } from './brief.ts';
import { answerOffer, openOffer } from './offer.ts';
import { openUnsubscribe, unsubscribe } from './unsubscribe.ts';

/** The link does not say whose page it was. */
const nobody = { language: 'en', brand: 'Groundswell' };

export const handler = httpHandler(
  'serve-pages',
  async env => {
    const deps = { ...stores(env), ...(await mailing(env)) };
    return {
      openOffer: openOffer(deps),
      answerOffer: answerOffer(deps),
      openBrief: openBrief(deps),
      answerBrief: answerBrief(deps),
      openUnsubscribe: openUnsubscribe(deps),
      unsubscribe: unsubscribe(deps),
    };
  },
  error => {
    const status = error instanceof Fault ? faults[error.fault].status : 500;
    return { status, ...troublePage(nobody, status < 500 ? 'invalid' : 'failed') };
  },
);
