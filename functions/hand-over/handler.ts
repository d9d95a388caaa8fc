import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { handOver } from './hand-over.ts';

export const handler = step('hand-over', env => handOver(stores(env)));
