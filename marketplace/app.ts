import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { sql } from 'kysely';
import { mountBadges } from './badge/routes.ts';
import { consignmentRoutes } from './consignments/routes.ts';
import { mountConsole } from './console/routes.ts';
import type { Deps } from './deps.ts';
import { goodsRoutes } from './goods/routes.ts';
import type { App, AppEnv } from './http/appTypes.ts';
import { securityHeaders } from './http/headers.ts';
import { mountRoutes } from './http/mount.ts';
import { mountOpenApi } from './http/openapi.ts';
import { requestLog } from './http/requestLog.ts';
import type { Route } from './http/route.ts';
import { sharedCache } from './http/sharedCache.ts';
import { dealRoutes } from './inquiries/dealRoutes.ts';
import { liveRoutes } from './inquiries/liveRoutes.ts';
import { inquiryRoutes } from './inquiries/routes.ts';
import { backlinkRoutes, siteProofRoutes } from './linkcheck/routes.ts';
import { listingRoutes } from './listings/routes.ts';
import { errorFields } from './log.ts';
import { makerRoutes } from './makers/routes.ts';
import { mountGroups } from './pages/group/routes.ts';
import { mountJawab } from './pages/jawab/routes.ts';
import { mountLatihan } from './pages/latihan/routes.ts';
import { mountPages } from './pages/routes.ts';
import { mountBuyer } from './pages/thread/routes.ts';
import { mountTitip } from './pages/titip/routes.ts';
import { isPassing } from './passing.ts';
import { mountPhotoFiles, photoRoutes } from './photos/routes.ts';
import { ProblemError, problemResponse } from './problem.ts';
import { recipeRoutes } from './recipes/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { oembedRoute } from './share/oembed.ts';
import { actorOf } from './villages/auth.ts';
import { villageRoutes } from './villages/routes.ts';

/** Every route of the API; each domain brings its own table. `/openapi.json` is drawn from the same list. */
const apiRoutes: Route[] = [
  ...villageRoutes,
  ...photoRoutes,
  ...listingRoutes,
  ...makerRoutes,
  ...recipeRoutes,
  ...goodsRoutes,
  ...consignmentRoutes,
  ...backlinkRoutes,
  ...siteProofRoutes,
  ...inquiryRoutes,
  ...dealRoutes,
  ...liveRoutes,
  oembedRoute,
  ...reportRoutes,
];

/** The whole service over `deps`; answers `app.request()` without a port. */
export function createApp(deps: Deps): App {
  const app = new Hono<AppEnv>();
  app.use(requestLog(deps.log), sharedCache(deps.config), securityHeaders(deps.config));

  app.onError((error, c) => {
    if (error instanceof ProblemError) {
      c.set('problem', error.code);
      return problemResponse(error.code, error.extra);
    }
    if (error instanceof HTTPException && error.status < 500) return problemResponse('malformed');
    if (isPassing(error)) {
      c.set('problem', 'unavailable');
      return problemResponse('unavailable', { retryAfter: 5 });
    }
    c.set('problem', 'internal');
    deps.log('error', 'fault', { requestId: c.var.requestId, ...errorFields(error) });
    return problemResponse('internal');
  });
  app.notFound(() => problemResponse('not_found'));

  // A load balancer asks this to learn that the process answers and has its database.
  app.get('/healthz', async (c) => {
    await sql`select 1`.execute(deps.db);
    return c.text('ok');
  });
  mountRoutes(app, deps, apiRoutes, actorOf);
  mountOpenApi(app, deps, apiRoutes);
  mountPhotoFiles(app, deps);
  mountBadges(app, deps);
  mountGroups(app, deps);
  mountBuyer(app, deps);
  mountTitip(app, deps);
  mountJawab(app, deps);
  mountLatihan(app, deps);
  mountConsole(app, deps);
  mountPages(app, deps);
  return app;
}
