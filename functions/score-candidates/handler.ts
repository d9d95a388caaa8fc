import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { scoreCandidates } from './score-candidates.ts';

export const handler = step('score-candidates', env => scoreCandidates(stores(env)));
