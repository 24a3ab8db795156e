import { createMiddleware } from 'hono/factory';
import type { Config } from '#marketplace/config.ts';
import type { AppContext, AppEnv } from './appTypes.ts';

const MOST_ENTRIES = 500;
const MOST_BYTES = 256 * 1024;

interface Kept {
  /** A plain object, so that each answer gets its own headers: other middleware still writes into them. */
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
  until: number;
}

/**
 * A page that is the same for everybody has `s-maxage` in its headers; a page for one reader has not, and is never
 * kept.
 */
function isShared(response: Response): boolean {
  return response.status === 200 && /\bs-maxage=/.test(response.headers.get('cache-control') ?? '');
}

function answer(c: AppContext, { headers, body }: Kept): Response {
  const tag = headers.etag?.replace(/^W\//, '');
  const known = tag !== undefined && c.req.header('if-none-match')?.replace(/^W\//, '') === tag;
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/**
 * Keeps finished public pages for `sharedCacheSeconds`, which is far less than their headers allow any proxy. When many
 * readers ask for one page at once, they wait for one rendering. Any write through this process empties the cache, so
 * whoever changed something sees the change. Each process has a cache of its own, in memory.
 */
export function sharedCache({ sharedCacheSeconds }: Config) {
  const kept = new Map<string, Kept>();
  const coming = new Map<string, Promise<Kept | null>>();

  async function render(c: AppContext, next: () => Promise<void>): Promise<Kept | null> {
    await next();
    if (!isShared(c.res)) return null;
    // A page leaves its bytes beside its answer, because reading them back from the answer costs as much as making a
    // small page.
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
      if (c.var.wroteNothing) return;
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
      // When something was written during the rendering, the page may be from before the write, so it is not kept.
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
