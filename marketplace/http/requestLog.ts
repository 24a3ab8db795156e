import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Log } from '#marketplace/log.ts';
import type { AppEnv } from './appTypes.ts';

/**
 * Logs a line per request with the *pattern* of the address, never the address itself: thread links and invites are
 * secrets, and a search is a person's own matter. The request id is also in the answer, so that a report can name it.
 */
export function requestLog(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('x-request-id', requestId);
    log('info', 'request', {
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      ...(c.var.problem && { problem: c.var.problem }),
    });
  });
}
