import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { closeCollaboration } from './close-collaboration.ts';

export const handler = step('close-collaboration', env => closeCollaboration(stores(env)));
