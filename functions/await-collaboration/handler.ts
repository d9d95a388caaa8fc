import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { awaitCollaboration } from './await-collaboration.ts';

export const handler = step('await-collaboration', env => awaitCollaboration(stores(env)));
