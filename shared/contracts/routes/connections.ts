import type { Routes } from '../route.ts';

export const connectionRoutes = {
  openConnection: {
    method: 'GET',
    path: '/t/{token}',
    function: 'connect-account',
    scope: 'public',
    summary: 'Sends the influencer to TikTok to connect their account',
    status: 302,
  },
  finishConnection: {
    method: 'GET',
    path: '/connect/tiktok',
    function: 'connect-account',
    scope: 'public',
    summary: 'Where TikTok sends the influencer back to',
    status: 200,
    produces: ['text/html'],
  },
} as const satisfies Routes;
