import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { decideUnattended } from './decide-unattended.ts';

export const handler = step('decide-unattended', env => decideUnattended(stores(env)));
