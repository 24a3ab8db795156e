import type { SitePath } from '#contract';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import { plain } from '#utils/cms/plainText.ts';

/** Words in an address, or on a link, of what changes something when it is opened: some sites delete at a mere link. */
const ACTS =
  /hapus|delete|destroy|remove|buang|(?:^|[^a-z])del(?![a-z])|log-?out|keluar|publish|terbit|status|aktif|toggle|kunci|(?:^|[^a-z])lock|approv|setuju|tolak|verif|restor|pulih|reset|export|ekspor|cetak|print|download|unduh|batal|arsip|archive|trash|sampah/i;
/** An address is an edit form's only where it says so itself: what stands on a link is anybody's word. */
const EDITS = /(?:^|[/?=&_.-])(?:edit|ubah|sunting|koreksi|form)/i;

/** Whether opening this address may do something. */
export function mayAct(address: string): boolean {
  return ACTS.test(decoded(address));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(address));
  } catch {
    return address;
  }
}

/**
 * Where a link leads, from the site's own address on; null for one that leaves the site, runs a script, asks first, or may
 * do something when it is opened.
 */
export function harmlessPath(anchor: Element, page: URL, siteUrl: string): SitePath | null {
  const href = (anchor.getAttribute('href') ?? '').trim();
  if (href === '' || href.startsWith('#')) return null;
  const url = URL.parse(href, page);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname !== page.hostname) return null;
  // Behind a TLS proxy a site writes http:// and another port into its own pages.
  if (url.port !== page.port && url.port !== '') return null;
  const path = sitePath(new URL(url.pathname + url.search, page.origin), siteUrl);
  const asks = ['onclick', 'data-method', 'data-confirm', 'download'].some((name) => anchor.hasAttribute(name));
  const says = [anchor.textContent, anchor.getAttribute('title'), anchor.getAttribute('aria-label')];
  const isBad = asks || path === null || mayAct(path) || ACTS.test(says.map(plain).join(' '));
  return isBad ? null : path;
}

/** The edit form's address in a row; null where no link of it is recognisably one. */
export function editPath(row: Element, page: URL, siteUrl: string): SitePath | null {
  const paths = [...row.querySelectorAll('a[href]')]
    .map((anchor) => harmlessPath(anchor, page, siteUrl))
    .filter((path) => path !== null && EDITS.test(path));
  return paths[0] ?? null;
}

/** The parts of an address of which one may tell a product from the others. */
const PART = /[^/?&=#]+/g;

/** What rows' addresses have in common, `{id}` for the one part in which they differ; null where they differ in more. */
export function shapeOfAll(paths: readonly SitePath[]): SitePath | null {
  const [first] = paths;
  if (first === undefined) return null;
  const shapes = shapesOf(first);
  if (new Set(paths).size === 1) return shapes.findLast(({ part }) => /\d/.test(part))?.shape ?? null;
  return shapes.find(({ shape }) => paths.every((path) => fits(path, shape)))?.shape ?? null;
}

function shapesOf(path: SitePath): { shape: SitePath; part: string }[] {
  return [...path.matchAll(PART)].map(({ 0: part, index }) => ({
    shape: `${path.slice(0, index)}{id}${path.slice(index + part.length)}`,
    part,
  }));
}

/** Whether an address is of this shape. */
export function fits(path: SitePath, shape: SitePath): boolean {
  return shapesOf(path).some((one) => one.shape === shape);
}
