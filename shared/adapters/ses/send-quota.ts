import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { SendQuota } from '#shared/ports/sending.ts';

/** SES answers one such call per second and account; ask on a schedule, never per mail. */
export const sesSendQuota =
  (client: SESClient): SendQuota =>
  async () => {
    const { MaxSendRate = 0 } = await client.send(new GetSendQuotaCommand({}));
    return { perSecond: MaxSendRate };
  };
