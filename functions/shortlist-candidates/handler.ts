import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { shortlistCandidates } from './shortlist-candidates.ts';

export const handler = step('shortlist-candidates', env => shortlistCandidates(stores(env)));
