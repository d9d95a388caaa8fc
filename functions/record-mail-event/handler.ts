import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { recordMailEvent } from './record-mail-event.ts';

export const handler = step('record-mail-event', env => recordMailEvent(stores(env)));
