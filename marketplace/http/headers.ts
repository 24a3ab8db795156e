import { createMiddleware } from 'hono/factory';
import type { Config } from '#marketplace/config.ts';
import type { AppEnv } from './appTypes.ts';

/** Safe defaults for every answer; a page that needs another policy sets its own header and keeps it. */
export function securityHeaders(config: Config) {
  const defaults: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    ...(config.baseUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(defaults)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
}
