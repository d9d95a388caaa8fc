import { httpHandler } from '#shared/lambda/http.ts';
import { stores } from '#shared/lambda/stores.ts';
import { followLink, inWords } from './follow-link.ts';

export const handler = httpHandler('follow-link', env => ({ followLink: followLink(stores(env)) }), inWords);
