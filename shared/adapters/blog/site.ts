import robotsParser from 'robots-parser';
import { decodeDocument, readDocument } from '../http/charset.ts';
import { retryAfter } from '../http/retry-after.ts';
import type { SafeFetch } from '../http/safe-fetch.ts';
import type { NoAnswer } from '../no-answer.ts';

export type Document =
  | {
      readonly kind: 'found';
      readonly url: string;
      readonly text: string;
      /** Why the text may not be what its author wrote. */
      readonly doubt?: string;
    }
  | NoAnswer;

/** Reads documents of blogs the way a polite visitor does: what robots.txt forbids is not asked for. */
export interface Site {
  read(url: string, accept?: string): Promise<Document>;
}

type Rules = { readonly kind: 'rules'; readonly isAllowed: (url: string) => boolean } | NoAnswer;

// The package is CommonJS and its types say otherwise: what is imported is the function itself.
const parseRobots = robotsParser as unknown as (
  url: string,
  text: string,
) => { isAllowed(url: string, userAgent: string): boolean | undefined };

/** One visit; robots.txt of each host is read once in it. */
export function visit(fetch: SafeFetch, userAgent: string, at: Date): Site {
  const known = new Map<string, Promise<Rules>>();
  const rulesOf = (origin: string): Promise<Rules> => {
    const found = known.get(origin) ?? readRules(fetch, userAgent, origin);
    known.set(origin, found);
    return found;
  };
  const objectionTo = async (url: string): Promise<NoAnswer | undefined> => {
    const origin = URL.parse(url)?.origin;
    if (origin === undefined) return { kind: 'missing', because: `${url} is no address` };
    const rules = await rulesOf(origin);
    if (rules.kind !== 'rules') return rules;
    if (rules.isAllowed(url)) return undefined;
    return { kind: 'missing', because: `robots.txt of ${origin} asks us not to read ${url}` };
  };
  return {
    async read(url, accept) {
      const objection = await objectionTo(url);
      if (objection) return objection;
      // A redirect leads to pages that have rules of their own.
      const mayFollow = async (next: string) => (await objectionTo(next))?.because;
      return documentOf(await fetch(url, accept, mayFollow), url, at);
    },
  };
}

/** RFC 9309: no file means everything is allowed, a failing server means nothing is for now. */
async function readRules(fetch: SafeFetch, userAgent: string, origin: string): Promise<Rules> {
  const url = `${origin}/robots.txt`;
  const answer = await fetch(url, 'text/plain');
  if (answer.kind === 'refused') return { kind: 'missing', because: answer.because };
  if (answer.kind === 'unreachable') return { kind: 'broken', because: answer.because };
  if (answer.status >= 500) return { kind: 'broken', because: `${url} answered ${answer.status}` };
  if (answer.status >= 400) return { kind: 'rules', isAllowed: () => true };
  const robots = parseRobots(url, decodeDocument(answer.bytes.subarray(0, 512 * 1024)));
  return { kind: 'rules', isAllowed: target => robots.isAllowed(target, userAgent) ?? true };
}

function documentOf(answer: Awaited<ReturnType<SafeFetch>>, url: string, at: Date): Document {
  if (answer.kind === 'refused') return { kind: 'missing', because: answer.because };
  if (answer.kind === 'unreachable') return { kind: 'broken', because: answer.because };
  const { status, headers, bytes } = answer;
  if (status === 429 || (status === 503 && headers.has('retry-after'))) {
    return {
      kind: 'throttled',
      retryAt: retryAfter(headers, at),
      because: `${url} answered ${status}`,
    };
  }
  if (status >= 500) return { kind: 'broken', because: `${url} answered ${status}` };
  if (status >= 400) return { kind: 'missing', because: `${url} answered ${status}` };
  return { kind: 'found', url: answer.url, ...readDocument(bytes, headers.get('content-type')) };
}
