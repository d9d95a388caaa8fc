import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import { apiTokenHash, isApiToken } from '#shared/domain/api-token.ts';
import type { TokenStore } from '#shared/ports/access.ts';

type Verdict = APIGatewaySimpleAuthorizerWithContextResult<Record<string, string>>;
const refused: Verdict = { isAuthorized: false, context: {} };

/** Whether the bearer token is one of ours, alive. What it may do is for the route to say. */
export const authorizeRequest =
  ({ tokens }: { tokens: TokenStore }) =>
  async ({ headers, requestContext }: APIGatewayRequestAuthorizerEventV2): Promise<Verdict> => {
    const [, bearer] = /^Bearer\s+(\S+)$/i.exec(headers?.authorization ?? '') ?? [];
    if (bearer === undefined || !isApiToken(bearer)) return refused;
    const token = await tokens.findByHash(apiTokenHash(bearer));
    const at = new Date(requestContext.timeEpoch).toISOString();
    if (!token || token.revokedAt !== undefined || token.expiresAt <= at) return refused;
    return { isAuthorized: true, context: { tokenId: token.id, scopes: token.scopes.join(' ') } };
  };
