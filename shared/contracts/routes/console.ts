import type { Routes } from '../route.ts';

export const consoleRoutes = {
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    function: 'serve-api',
    scope: 'public',
    summary: 'This description',
    status: 200,
  },
  openConsole: {
    method: 'GET',
    path: '/console',
    function: 'serve-api',
    scope: 'public',
    summary: 'The ops console (asks for a token)',
    status: 200,
    produces: ['text/html'],
  },
} as const satisfies Routes;
