import type { Table } from '#shared/aws/table.ts';
import type { IdempotencyStore, TokenStore } from '#shared/ports/access.ts';
import { keys } from './keys.ts';
import { requestShape, tokenShape } from './shapes/records.ts';

export function dynamoTokens(table: Table): TokenStore {
  return {
    async create(token) {
      await table.put(tokenShape.item(keys.tokenId(token.id), token));
      await table.put(tokenShape.item(keys.token(token.hash), token));
    },
    async findByHash(hash) {
      const item = await table.get(keys.token(hash));
      return item && tokenShape.read(item);
    },
    async revoke(id, at) {
      const item = await table.get(keys.tokenId(id));
      if (!item) return false;
      const known = tokenShape.read(item);
      const token = { ...known, revokedAt: known.revokedAt ?? at };
      // What the authorizer reads goes first: a revocation that stops half-way must still lock the door.
      await table.put(tokenShape.item(keys.token(token.hash), token));
      await table.put(tokenShape.item(keys.tokenId(id), token));
      return true;
    },
  };
}

/** Answers are kept two days: longer than any sender in the reference retries (Stripe, 3 days, does not call these routes). */
const keptS = 2 * 86_400;
/** A request that began this long ago and left no answer has died with its function (30 s at most) and may be tried again. */
const deadAfterMs = 60_000;

export function dynamoIdempotency(table: Table): IdempotencyStore {
  return {
    async begin(key, requestHash, at) {
      const item = {
        ...requestShape.item(keys.request(key), { requestHash, at }),
        expiresAt: Math.floor(Date.parse(at) / 1000) + keptS,
      };
      const isNew = await table.putIf(item, {
        expression: 'attribute_not_exists(PK) OR (attribute_not_exists(#d.#status) AND #d.#at < :dead)',
        names: { '#d': 'data', '#status': 'status', '#at': 'at' },
        values: { ':dead': new Date(Date.parse(at) - deadAfterMs).toISOString() },
      });
      if (isNew) return { kind: 'new' };
      const found = await table.get(keys.request(key));
      const request = found && requestShape.read(found);
      return request?.status !== undefined && request.body !== undefined
        ? { kind: 'done', requestHash: request.requestHash, status: request.status, body: request.body }
        : { kind: 'running' };
    },
    async finish(key, requestHash, { status, body }) {
      await table.update(keys.request(key), {
        UpdateExpression: 'SET #d.#status = :status, #d.#body = :body',
        ConditionExpression: '#d.#hash = :hash',
        ExpressionAttributeNames: { '#d': 'data', '#status': 'status', '#body': 'body', '#hash': 'requestHash' },
        ExpressionAttributeValues: { ':status': status, ':body': body, ':hash': requestHash },
      });
    },
    async abandon(key) {
      await table.update(keys.request(key), {
        UpdateExpression: 'SET #d.#at = :long',
        ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#d.#status)',
        ExpressionAttributeNames: { '#d': 'data', '#at': 'at', '#status': 'status' },
        ExpressionAttributeValues: { ':long': new Date(0).toISOString() },
      });
    },
  };
}
