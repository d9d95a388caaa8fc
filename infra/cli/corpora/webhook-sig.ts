import { isSignedBy } from '#shared/adapters/http/hmac.ts';
import { isStandardWebhook } from '#shared/adapters/http/standard-webhook.ts';
import { verifyShopifyQuery } from '#shared/adapters/shopify/hmac.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface SignatureRow extends CorpusRow {
  readonly input: {
    readonly scheme: string;
    readonly secret: string;
    readonly payload?: string;
    readonly query?: string;
    readonly id?: string;
    readonly timestamp?: number;
  };
  readonly expected: { readonly signature: string };
}

/** One message to verify, as it came or spoilt. */
interface Message {
  readonly secret: string;
  readonly content: string;
  readonly signature: string;
  readonly atMs: number;
}

/** Fixed signatures are accepted, and every spoilt form of them is refused. */
export const score: CorpusScorer = rows =>
  scoreRows(rows as SignatureRow[], row => {
    const { secret, payload, query, timestamp = 0 } = row.input;
    const good: Message = {
      secret,
      content: payload ?? query ?? '',
      signature: row.expected.signature,
      atMs: timestamp * 1000,
    };
    if (!isAccepted(row, good)) return 'the right signature is refused';
    const taken = Object.entries(spoilt(good, row)).find(([, message]) => isAccepted(row, message));
    return taken && `accepted although spoilt: ${taken[0]}`;
  });

function isAccepted({ input }: SignatureRow, { secret, content, signature, atMs }: Message): boolean {
  switch (input.scheme) {
    case 'hmac-sha256-hex':
      return isSignedBy([secret], content, signature, 'hex');
    case 'standard-webhooks-v1':
      return isStandardWebhook(
        [secret],
        { id: input.id, timestamp: String(input.timestamp), signature },
        content,
        new Date(atMs),
      );
    case 'shopify-query-hmac-hex':
      return verifyShopifyQuery(`${content}&hmac=${signature}`, [secret]);
    default:
      return false;
  }
}

function spoilt(good: Message, { input }: SignatureRow): Record<string, Message> {
  const body = good.signature.replace(/^v1,/, '');
  const other = Buffer.from(body, input.scheme === 'standard-webhooks-v1' ? 'base64' : 'hex');
  return {
    'payload changed': { ...good, content: `${good.content.slice(0, -1)}x` },
    'payload longer': { ...good, content: `${good.content} ` },
    'secret wrong': { ...good, secret: `${good.secret.slice(0, -2)}zz` },
    'secret empty': { ...good, secret: '' },
    'signature empty': { ...good, signature: '' },
    'signature short': { ...good, signature: good.signature.slice(0, -2) },
    'signature long': { ...good, signature: `${good.signature}00` },
    'other encoding': {
      ...good,
      signature: other.toString(input.scheme === 'standard-webhooks-v1' ? 'hex' : 'base64'),
    },
    ...(input.timestamp !== undefined && {
      'replayed later': { ...good, atMs: good.atMs + 301_000 },
      'from the future': { ...good, atMs: good.atMs - 301_000 },
    }),
  };
}
