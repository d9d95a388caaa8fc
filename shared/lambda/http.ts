import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { Environment, FunctionName } from '#shared/contracts/functions.ts';
import { type RouteName, routes } from '#shared/contracts/http.ts';
import type { Route, Scope } from '#shared/contracts/route.ts';
import { Fault } from '#shared/errors.ts';
import { log } from './log.ts';
import { parsed, problem } from './problem.ts';
import {
  type Answer,
  type GatewayAnswer,
  type GatewayEvent,
  type Request,
  toGatewayAnswer,
  toRequest,
} from './request.ts';
import { wiredOnce } from './step.ts';

export type RouteHandler = (request: Request) => Promise<Answer>;

/** The routes that a function serves. */
export type RoutesOf<N extends FunctionName> = {
  [R in RouteName]: (typeof routes)[R]['function'] extends N
    ? N extends (typeof routes)[R]['function']
      ? R
      : never
    : never;
}[RouteName];

export type Handlers<N extends FunctionName> = Readonly<Record<RoutesOf<N>, RouteHandler>>;

/** How an error reaches the caller: problem details for programs, a page for people. */
export type ErrorView = (error: unknown, request: { readonly instance: string; readonly path: string }) => Answer;

const asProblem: ErrorView = (error, { instance }) => problem(error, instance);

/** A function that serves HTTP routes: middy's router over the route table, scopes checked, faults answered. */
export function httpHandler<N extends FunctionName>(
  name: N,
  wire: (env: Environment<N>) => Handlers<N> | Promise<Handlers<N>>,
  errorView: ErrorView = asProblem,
) {
  const wired = wiredOnce(name, wire);
  const own = Object.entries(routes).filter(([, route]) => route.function === name) as [RoutesOf<N>, Route][];
  const router = httpRouter<GatewayEvent, GatewayAnswer>({
    routes: own.map(([routeName, route]) => ({
      method: route.method as Method,
      path: route.path,
      handler: async (event: GatewayEvent) => {
        const request = toRequest(event);
        allow(route.scope, request);
        if (route.params) parsed(route.params, request.params, 'The address');
        return toGatewayAnswer(await (await wired())[routeName](request));
      },
    })),
    notFoundResponse: ({ method, path }) => {
      throw new Fault('not-found', `There is no ${method} ${path}.`);
    },
  });
  return middy<GatewayEvent, GatewayAnswer>()
    .handler(router)
    .onError(request => {
      const { event, error } = request;
      const { requestId: instance } = event.requestContext;
      if (!(error instanceof Fault) || error.fault === 'internal')
        log.error(`${event.routeKey} failed`, error, { instance });
      request.response = toGatewayAnswer(errorView(error, { instance, path: event.rawPath }));
    });
}

/** The authorizer has checked the token; what it may do is checked here, so that a refusal says why. */
function allow(scope: Scope | 'public', { caller }: Request): void {
  if (scope === 'public') return;
  if (!caller) throw new Fault('unauthorized', 'Send an API token: Authorization: Bearer gs_...');
  if (!caller.scopes.includes(scope) && !caller.scopes.includes('admin'))
    throw new Fault('forbidden', `This token has ${caller.scopes.join(', ') || 'no scope'}; ${scope} is needed.`);
}
