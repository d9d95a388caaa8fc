import { step } from '#shared/lambda/step.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { findDue } from './find-due.ts';

export const handler = step('find-due', env => findDue({ ...stores(env), ...files(env) }));
