import { signing } from '#shared/lambda/signing.ts';
import { step } from '#shared/lambda/step.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { identifyCandidates } from './identify-candidates.ts';

export const handler = step('identify-candidates', async env =>
  identifyCandidates({ ...stores(env), ...files(env), sign: await signing(env.SIGNING_SECRET_ARN) }),
);
