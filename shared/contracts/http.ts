import type { Routes } from './route.ts';
import { attentionRoutes } from './routes/attention.ts';
import { campaignCourseRoutes } from './routes/campaign-course.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { candidateRoutes } from './routes/candidates.ts';
import { collaborationRoutes } from './routes/collaborations.ts';
import { connectionRoutes } from './routes/connections.ts';
import { consoleRoutes } from './routes/console.ts';
import { listRoutes } from './routes/lists.ts';
import { pageRoutes } from './routes/pages.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { salesRoutes } from './routes/sales.ts';
import { tokenRoutes } from './routes/tokens.ts';

/**
 * Every HTTP route: the gateway's routes, the router's handlers, the authorizer's scopes and openapi.json all come from this table.
 * Its order is the order of the API description.
 */
export const routes = {
  ...campaignRoutes,
  ...candidateRoutes,
  ...collaborationRoutes,
  ...attentionRoutes,
  ...campaignCourseRoutes,
  ...privacyRoutes,
  ...listRoutes,
  ...tokenRoutes,
  ...consoleRoutes,
  ...pageRoutes,
  ...connectionRoutes,
  ...salesRoutes,
} as const satisfies Routes;

export type RouteName = keyof typeof routes;
