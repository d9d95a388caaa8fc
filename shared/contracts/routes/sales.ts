import type { Routes } from '../route.ts';

export const salesRoutes = {
  followLink: {
    method: 'GET',
    path: '/l/{code}',
    function: 'follow-link',
    scope: 'public',
    summary: 'Counts the click and sends the visitor on',
    status: 302,
  },
  receiveOrder: {
    method: 'POST',
    path: '/shops/{shop}/orders',
    function: 'receive-order',
    scope: 'public',
    summary: 'Shopify order and refund webhooks (HMAC over the raw body)',
    status: 200,
  },
} as const satisfies Routes;
