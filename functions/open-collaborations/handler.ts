import { signing } from '#shared/lambda/signing.ts';
import { step } from '#shared/lambda/step.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { openCollaborations } from './open-collaborations.ts';

export const handler = step('open-collaborations', async env =>
  openCollaborations({ ...stores(env), ...files(env), sign: await signing(env.SIGNING_SECRET_ARN) }),
);
