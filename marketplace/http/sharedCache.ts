import { createMiddleware } from 'hono/factory';
import type { Config } from '#marketplace/config.ts';
import type { AppContext, AppEnv } from './appTypes.ts';

const MOST_ENTRIES = 500;
const MOST_BYTES = 256 * 1024;

interface Kept {
  /** Plain, so that each answer gets headers of its own: others still write into them. */
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
  until: number;
}

/** Pages that are the same for everybody say so; what belongs to a reader has no `s-maxage` and is never kept. */
function isShared(response: Response): boolean {
  return response.status === 200 && /\bs-maxage=/.test(response.headers.get('cache-control') ?? '');
}

function answer(c: AppContext, { headers, body }: Kept): Response {
  const tag = headers.etag?.replace(/^W\//, '');
  const known = tag !== undefined && c.req.header('if-none-match')?.replace(/^W\//, '') === tag;
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/**
 * Keeps finished public pages for a moment, and lets a crowd that asks for one page at once wait for one rendering. Far
 * below what their headers allow any proxy; anything written through this process empties it, so whoever changed
 * something sees the change. Only memory: another process has its own.
 */
export function sharedCache({ sharedCacheSeconds }: Config) {
  const kept = new Map<string, Kept>();
  const coming = new Map<string, Promise<Kept | null>>();

  async function render(c: AppContext, next: () => Promise<void>): Promise<Kept | null> {
    await next();
    if (!isShared(c.res)) return null;
    // A page leaves its bytes beside its answer: reading them back from it costs as much as making a small page.
    const sent = c.var.sent?.response === c.res ? c.var.sent.bytes : null;
    const body = sent ?? new Uint8Array(await c.res.arrayBuffer());
    const { 'transfer-encoding': _, ...headers } = Object.fromEntries(c.res.headers);
    headers['content-length'] = String(body.byteLength);
    if (!sent) c.res = new Response(body, { headers });
    return body.byteLength > MOST_BYTES
      ? null
      : { headers, body, until: performance.now() + sharedCacheSeconds * 1000 };
  }

  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      await next();
      kept.clear();
      coming.clear();
      return;
    }
    if (sharedCacheSeconds === 0 || c.req.method === 'HEAD' || c.req.header('authorization')) return next();
    const url = new URL(c.req.url);
    const key = `${url.pathname}${url.search} ${c.req.header('accept-encoding') ?? ''}`;
    const found = kept.get(key);
    if (found && found.until > performance.now()) return answer(c, found);
    const underway = coming.get(key);
    const waited = underway && (await underway);
    if (waited) return answer(c, waited);

    const rendering = render(c, next);
    const shared = rendering.catch(() => null);
    coming.set(key, shared);
    try {
      const fresh = await rendering;
      // Unless something was written meanwhile: then this may be the page from before.
      if (fresh && coming.get(key) === shared) keep(key, fresh);
    } finally {
      if (coming.get(key) === shared) coming.delete(key);
    }
  });

  function keep(key: string, page: Kept): void {
    kept.delete(key);
    kept.set(key, page);
    const oldest = kept.keys().next();
    if (kept.size > MOST_ENTRIES && !oldest.done) kept.delete(oldest.value);
  }
}
