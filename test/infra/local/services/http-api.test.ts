import { Duration, type Stack } from 'aws-cdk-lib';
import { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { notesStack } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(throttledNotes, { clock });

function throttledNotes(stack: Stack): void {
  notesStack(stack);
  const stage = stack.node.findAll().find(construct => construct instanceof CfnStage);
  stage?.addPropertyOverride('RouteSettings', {
    'GET /notes/{id}': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 3 },
  });
}

const call = (path: string, init: RequestInit = {}) => fetch(`${cloud().apiUrl}${path}`, init);
const echo = async (path: string, init: RequestInit = {}) =>
  (await call(path, init)).json() as Promise<Record<string, never>>;

describe('an HTTP API on this machine', () => {
  it('gives the function the request in payload format 2.0', async () => {
    const event = await echo('/echo/a/b%20c?x=1&y=2&x=3', {
      method: 'POST',
      body: '{"n":1}',
      headers: { 'content-type': 'application/json', 'X-Custom': 'yes', cookie: 'a=1; b=2' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{proxy+}',
      rawPath: '/echo/a/b%20c',
      rawQueryString: 'x=1&y=2&x=3',
      queryStringParameters: { x: '1,3', y: '2' },
      pathParameters: { proxy: 'a/b c' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-custom': 'yes', 'content-type': 'application/json' },
      body: '{"n":1}',
      isBase64Encoded: false,
      requestContext: {
        stage: '$default',
        routeKey: 'ANY /echo/{proxy+}',
        timeEpoch: start,
        time: '23/Nov/2026:09:00:00 +0000',
        http: { method: 'POST', path: '/echo/a/b%20c', protocol: 'HTTP/1.1' },
      },
    });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('encodes what is not text in base64, form posts included', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const event = await echo('/echo/x', { method: 'POST', body: 'a=b', headers });
    expect(event).toMatchObject({ body: Buffer.from('a=b').toString('base64'), isBase64Encoded: true });
  });

  it('answers with status, headers and cookies of the function', async () => {
    const response = await call('/echo/x');
    expect(response.headers.getSetCookie()).toEqual(['seen=1']);
    expect(response.headers.get('apigw-requestid')).toBeTruthy();
  });

  it('says Not Found for a path or method without a route', async () => {
    for (const [path, method] of [
      ['/nothing', 'GET'],
      ['/notes/1', 'DELETE'],
      ['/notes/1/2', 'GET'],
    ] as const) {
      const response = await call(path, { method });
      expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
    }
  });

  it('asks the authorizer, once per identity', async () => {
    const as = (authorization?: string) => call('/private', authorization ? { headers: { authorization } } : {});
    expect((await as()).status).toBe(401);
    expect((await as('Bearer wrong')).status).toBe(403);
    const allowed = await as('Bearer sesame');
    expect(allowed.status).toBe(200);
    expect(await allowed.json()).toMatchObject({ requestContext: { authorizer: { lambda: { person: 'ali' } } } });
    await as('Bearer sesame');
    const asked = cloud()
      .functions.list()
      .filter(one => one.functionName.includes('authorize'));
    expect(asked.length).toBe(2);
  });

  it('asks the authorizer again when its answer has grown old', async () => {
    const headers = { authorization: 'Bearer sesame' };
    const asked = () =>
      cloud()
        .functions.list()
        .filter(one => one.functionName.includes('authorize')).length;
    await call('/private', { headers });
    const before = asked();
    await new Promise<void>(resolve => clock.at(clock.now() + Duration.minutes(6).toMilliseconds(), resolve));
    await call('/private', { headers });
    expect(asked()).toBe(before + 1);
  });

  it('throttles a route on the clock', async () => {
    const statuses = async () =>
      (await Promise.all(Array.from({ length: 5 }, () => call('/notes/none')))).map(one => one.status);
    expect((await statuses()).sort()).toEqual([404, 404, 404, 429, 429]);
    await new Promise<void>(resolve => clock.at(clock.now() + 10_000, resolve));
    expect((await statuses()).filter(status => status === 429).length).toBe(2);
  });

  it('answers a preflight itself and marks answers for allowed origins only', async () => {
    const headers = { origin: 'https://console.example', 'access-control-request-method': 'PUT' };
    const preflight = await call('/notes/1', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://console.example');
    const foreign = await call('/echo/1', { headers: { origin: 'https://evil.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses a body of more than ten megabytes', async () => {
    const response = await call('/echo/x', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });
});
