import { DateTime } from 'luxon';
import type { NoAnswer } from '../no-answer.ts';
import type { YoutubeError } from './schema.ts';

type Meaning = { readonly kind: NoAnswer['kind'] | 'used-up'; readonly because: string };

/** What a reason means for us (developers.google.com/youtube/v3/docs/errors and the API's own error details). */
const meanings: Readonly<Record<string, Meaning>> = {
  quotaExceeded: { kind: 'used-up', because: 'the day’s quota is used up' },
  dailyLimitExceeded: { kind: 'used-up', because: 'the day’s quota is used up' },
  rateLimitExceeded: { kind: 'throttled', because: 'calls come too fast' },
  userRateLimitExceeded: { kind: 'throttled', because: 'calls come too fast' },
  RATE_LIMIT_EXCEEDED: { kind: 'throttled', because: 'calls come too fast' },
  channelNotFound: { kind: 'missing', because: 'there is no such channel' },
  playlistNotFound: { kind: 'missing', because: 'there is no such playlist' },
  videoNotFound: { kind: 'missing', because: 'there is no such video' },
  notFound: { kind: 'missing', because: 'there is no such thing' },
  commentsDisabled: { kind: 'missing', because: 'the comments are switched off' },
  channelClosed: { kind: 'missing', because: 'the channel was closed' },
  channelSuspended: { kind: 'missing', because: 'the channel was suspended' },
  playlistItemsNotAccessible: { kind: 'missing', because: 'the uploads are private' },
  playlistForbidden: { kind: 'missing', because: 'the uploads are private' },
  channelForbidden: { kind: 'missing', because: 'the channel is private' },
  keyInvalid: { kind: 'refused', because: 'the API key is not valid' },
  API_KEY_INVALID: { kind: 'refused', because: 'the API key is not valid' },
  keyExpired: { kind: 'refused', because: 'the API key has expired' },
  accessNotConfigured: { kind: 'refused', because: 'switch on the YouTube Data API v3 in the Google Cloud project' },
  SERVICE_DISABLED: { kind: 'refused', because: 'switch on the YouTube Data API v3 in the Google Cloud project' },
  ipRefererBlocked: { kind: 'refused', because: 'the API key is restricted to other addresses' },
  forbidden: { kind: 'refused', because: 'the API key may not ask this' },
  backendError: { kind: 'broken', because: 'YouTube is out of order for the moment' },
  internalError: { kind: 'broken', because: 'YouTube is out of order for the moment' },
};

/** Google's rate limits count per minute. */
const pauseMs = 60_000;

export function meaningOf(error: YoutubeError, at: Date): NoAnswer {
  const reasons = [...error.details, ...error.errors].flatMap(({ reason }) => reason ?? []);
  const { kind, because } =
    reasons.map(reason => meanings[reason]).find(known => known !== undefined) ?? byStatus(error);
  const detail = `${because} (${reasons[0] ?? error.code}: ${error.message.slice(0, 200)})`;
  switch (kind) {
    case 'used-up':
      return { kind: 'throttled', retryAt: nextQuotaReset(at).toISOString(), because: detail };
    case 'throttled':
      return { kind: 'throttled', retryAt: new Date(at.getTime() + pauseMs).toISOString(), because: detail };
    default:
      return { kind, because: detail };
  }
}

/** The quota comes back at midnight Pacific time, winter and summer. */
export const nextQuotaReset = (at: Date): Date =>
  DateTime.fromJSDate(at, { zone: 'America/Los_Angeles' }).plus({ days: 1 }).startOf('day').toJSDate();

/** A bad key comes as a plain "badRequest", so the message has to tell it from a bad parameter. */
function byStatus({ code, message }: YoutubeError): Meaning {
  if (/api key/i.test(message)) return { kind: 'refused', because: 'the API key is not valid' };
  if (code === 429) return { kind: 'throttled', because: 'calls come too fast' };
  if (code === 401 || code === 403) return { kind: 'refused', because: 'the API key may not ask this' };
  if (code === 404) return { kind: 'missing', because: 'there is no such thing' };
  if (code >= 500) return { kind: 'broken', because: 'YouTube is out of order for the moment' };
  return { kind: 'broken', because: 'YouTube did not understand the call' };
}
