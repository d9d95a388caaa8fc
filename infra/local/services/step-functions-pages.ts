import { AwsError } from './aws-protocol.ts';

/** AWS's page size where the request names none. */
const usualPage = 100;

interface Paging {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** One page of a list, and the token of the next. */
export function pageOf<T>(
  list: readonly T[],
  { maxResults, nextToken }: Paging,
): { page: readonly T[]; nextToken?: string } {
  const from = nextToken === undefined ? 0 : positionIn(nextToken);
  const to = from + (maxResults || usualPage);
  const page = list.slice(from, to);
  return to < list.length ? { page, nextToken: Buffer.from(`from:${to}`).toString('base64') } : { page };
}

function positionIn(token: string): number {
  const position = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1];
  if (position === undefined) throw new AwsError('InvalidToken', `Invalid Token: '${token}'`);
  return Number(position);
}
