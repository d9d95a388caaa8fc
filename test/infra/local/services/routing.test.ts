import { describe, expect, it } from 'vitest';
import { matchRoute, routePattern } from '#infra/local/services/http-api/routing.ts';

const routes = [
  '$default',
  'ANY /{proxy+}',
  'GET /campaigns',
  'GET /campaigns/{id}',
  'GET /campaigns/new',
  'ANY /campaigns/{id}',
  'GET /campaigns/{id}/posts/{post}',
  'GET /files/{path+}',
].map(key => ({ pattern: routePattern(key) }));

const match = (method: string, path: string) => {
  const found = matchRoute(routes, method, path);
  return found && [found.route.pattern.key, found.pathParameters];
};

describe('the route of a request', () => {
  it.each([
    ['GET', '/campaigns', 'GET /campaigns', {}],
    ['GET', '/campaigns/', 'GET /campaigns', {}],
    ['GET', '/campaigns/new', 'GET /campaigns/new', {}],
    ['GET', '/campaigns/c%2F1', 'GET /campaigns/{id}', { id: 'c/1' }],
    ['DELETE', '/campaigns/c1', 'ANY /campaigns/{id}', { id: 'c1' }],
    ['GET', '/campaigns/c1/posts/p1', 'GET /campaigns/{id}/posts/{post}', { id: 'c1', post: 'p1' }],
    ['GET', '/files/a/b%20c', 'GET /files/{path+}', { path: 'a/b c' }],
    ['POST', '/files/a', 'ANY /{proxy+}', { proxy: 'files/a' }],
    ['GET', '/', '$default', {}],
  ])('%s %s is %s', (method, path, key, parameters) => {
    expect(match(method, path)).toEqual([key, parameters]);
  });

  it('is none where no route fits', () => {
    expect(matchRoute([{ pattern: routePattern('GET /a') }], 'POST', '/a')).toBeUndefined();
  });
});
