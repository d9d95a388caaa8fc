import { randomBytes } from 'node:crypto';
import { routes } from '#shared/contracts/http.ts';
import { apiTokenHash, apiTokenOf } from '#shared/domain/api-token.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import { plusDays, plusMinutes } from '#shared/domain/time.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import type { TokenStore } from '#shared/ports/access.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** Long enough to send 500 MB over a slow line. */
const uploadMinutes = 60;

export const createToken =
  ({ tokens }: { tokens: TokenStore }): RouteHandler =>
  async ({ rawBody, at }) => {
    const { name, scopes, expiresInDays } = jsonBody(routes.createToken.body, rawBody, 'The token');
    const token = apiTokenOf(randomBytes(32));
    const hash = apiTokenHash(token);
    const id = `t-${shortHash(hash)}`;
    const expiresAt = plusDays(at, expiresInDays);
    await tokens.create({ id, hash, name, scopes, createdAt: at, expiresAt });
    return { status: 201, json: { id, token, name, scopes, expiresAt } };
  };

export const revokeToken =
  ({ tokens }: { tokens: TokenStore }): RouteHandler =>
  async ({ params, at }) => {
    if (!(await tokens.revoke(params.tokenId ?? '', at)))
      throw new Fault('not-found', `There is no token ${params.tokenId}.`);
    return { status: 204, text: '' };
  };

export const createUpload =
  ({ files }: { files: FileStore }): RouteHandler =>
  async ({ rawBody, requestId, at }) => {
    const { name, bytes, base64 } = jsonBody(routes.createUpload.body, rawBody, 'The upload');
    const upload = `u-${shortHash(`${requestId} ${name}`)}`;
    if (base64 !== undefined)
      await files.write(uploadKey(upload), contentOf(base64, bytes), 'application/octet-stream');
    const url = await files.uploadUrl(uploadKey(upload), bytes, uploadMinutes * 60);
    return { status: 201, json: { upload, url, expiresAt: plusMinutes(at, uploadMinutes) } };
  };

function contentOf(base64: string, bytes: number): Uint8Array {
  const content = Buffer.from(base64, 'base64');
  if (content.byteLength === bytes) return content;
  throw new Fault('invalid-request', 'The upload is not complete.', {
    fields: [{ pointer: '/bytes', detail: `says ${bytes}, but \`base64\` holds ${content.byteLength}` }],
  });
}
