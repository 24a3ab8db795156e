import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '#marketplace/deps.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { check, readJson } from '#marketplace/validate.ts';
import type { Actor } from './actor.ts';
import type { App, AppContext } from './appTypes.ts';
import type { Route } from './route.ts';
import { serveClient } from './served.ts';

const DEFAULT_LIMIT = { bytes: 64 * 1024, code: 'too_large' } as const;

/** The village and device that a request acts for. Throws `ProblemError` when it may act for none. */
export type FindActor = (deps: Deps, c: AppContext) => Promise<Actor>;

/**
 * Registers the routes. For each request, in this order: limit the body, find the device with `findActor`, validate,
 * handle, answer JSON.
 */
export function mountRoutes(app: App, deps: Deps, routes: Route[], findActor: FindActor): void {
  for (const route of routes) {
    const limit = route.bodyLimit ?? DEFAULT_LIMIT;
    const sized = bodyLimit({
      maxSize: limit.bytes,
      onError: () => {
        throw new ProblemError(limit.code);
      },
    });
    // The limit is mounted only on routes with a body: looking for a body costs as much as the rest of a poll.
    if (route.body || route.rawBody) app.on(route.method, route.path, sized);
    app.on(route.method, route.path, async (c) => {
      c.header('cache-control', 'private, no-store');
      if (route.path.startsWith('/v1/')) serveClient(c, deps.config);
      const actor = route.auth === 'device' ? await findActor(deps, c) : null;
      const params = route.params ? check(route.params, c.req.param()) : undefined;
      const query = route.query ? check(route.query, c.req.query()) : undefined;
      const body = route.body ? check(route.body, await readJson(c.req.raw)) : undefined;
      const answer = await route.handle({ deps, c, params, query, body }, actor);
      if (answer instanceof Response) return answer;
      return answer === null ? c.body(null, 204) : c.json(answer as object);
    });
  }
}
