import type { SitePath } from '#contract';
import { sitePath } from '#utils/cms/learned/sitePath.ts';

/** How many addresses of a page's script are kept. */
const MOST = 12;
/** Addresses that are others each time. */
const PASSING = /\d|[0-9a-f]{24}/i;

/** Where the page's own script has read or sent something so far, inside the site; the question of an address is left out. */
export function pathsRead(page: URL, siteUrl: string): SitePath[] {
  const own = sitePath(new URL(page.pathname, page.origin), siteUrl);
  const paths = performance.getEntriesByType('resource').flatMap((entry) => {
    const { initiatorType, name, contentType } = entry as PerformanceResourceTiming & { contentType?: string };
    const url = URL.parse(name);
    const isScripts = initiatorType === 'fetch' || initiatorType === 'xmlhttprequest';
    // Pages are read by ourselves.
    if (!isScripts || url === null || contentType?.includes('html')) return [];
    return sitePath(new URL(url.pathname, url.origin), siteUrl) ?? [];
  });
  const isKept = (path: SitePath) => path !== own && path !== '/' && !PASSING.test(path);
  return [...new Set(paths)].filter(isKept).slice(0, MOST);
}

/** Hears of everything by which a part of a page comes to another state. Answers how to end that. */
function onChange(part: Element, changed: () => void): () => void {
  const document = part.ownerDocument;
  const drawn = new MutationObserver(changed);
  drawn.observe(part, { subtree: true, childList: true, attributes: true, characterData: true });
  const read = new PerformanceObserver(changed);
  read.observe({ type: 'resource' });
  document.addEventListener('visibilitychange', changed);
  return () => {
    drawn.disconnect();
    read.disconnect();
    document.removeEventListener('visibilitychange', changed);
  };
}

/** Waits until `look` finds something, looking again whenever the page changes; null after `longest` (ms) or at `stop`. */
export function whenSo<T>(
  document: Document,
  look: () => T | null,
  longest: number,
  stop: AbortSignal,
): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<T | null>();
  const again = () => {
    const found = look();
    if (found !== null || stop.aborted) resolve(stop.aborted ? null : found);
  };
  const end = onChange(document.documentElement, again);
  const limit = setTimeout(() => resolve(null), longest);
  stop.addEventListener('abort', again, { once: true });
  again();
  return promise.finally(() => {
    end();
    clearTimeout(limit);
  });
}

/**
 * Waits until nothing in this part of a page has changed, and nothing was read, for `quiet` (ms), at most `longest`. Around
 * the form there is no quiet on pages with a clock or moving pictures, nor where our own launcher looks for its place.
 */
export function whenQuiet(part: Element, quiet: number, longest: number, stop: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const limit = setTimeout(resolve, longest);
  let pause = setTimeout(resolve, quiet);
  const end = onChange(part, () => {
    clearTimeout(pause);
    pause = setTimeout(resolve, quiet);
  });
  stop.addEventListener('abort', () => resolve(), { once: true });
  return promise.finally(() => {
    end();
    clearTimeout(limit);
    clearTimeout(pause);
  });
}
