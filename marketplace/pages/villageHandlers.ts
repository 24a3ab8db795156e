import { Category } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { medianAnswerMinutes } from '#marketplace/inquiries/quality.ts';
import { kindsOf, VILLAGE_SORTS, villageGoods } from '#marketplace/listings/ofVillage.ts';
import { sameProduct } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { directory } from '#marketplace/villages/directory.ts';
import { placedVillages } from '#marketplace/villages/districts.ts';
import { roomOfSlug } from '#marketplace/villages/practice.ts';
import { findBySlug, type PublicVillage, publicProfile } from '#marketplace/villages/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { link, type View } from '#marketplace/web/view.ts';
import type { ListedProduct } from './models.ts';
import { renderVillage } from './Village.tsx';
import { renderVillages } from './Villages.tsx';

/** Full rows, both of two on a phone and of five on a desk. */
const GOODS = 20;
const VILLAGES = 40;
const NEIGHBOURS = 4;

/** The directory: every village that sells, with its flagship, and a map on the first page. */
export const villages: PageHandler = async ({ deps, view, query }) => {
  const afterSlug = query('sesudah');
  const [found, placed] = await Promise.all([
    directory(deps, { afterSlug, limit: VILLAGES + 1 }),
    afterSlug === '' ? placedVillages(deps) : [],
  ]);
  const shown = found.slice(0, VILLAGES);
  const next = found.length > shown.length ? (shown.at(-1)?.slug ?? null) : null;
  return htmlPage(renderVillages(view, { villages: shown, placed, next, continued: afterSlug !== '' }));
};

/** A kind or an order that is none is left out, as if it had not been asked for. */
export const village: PageHandler = async ({ deps, view, param, query }) => {
  const found = await findBySlug(deps, param('slug'));
  if (found === null) return practiceVillage(deps, view, param('slug'));
  const after = query('sesudah') || undefined;
  const kind = Category.safeParse(query('jenis')).data ?? null;
  const sort = VILLAGE_SORTS.find((one) => one === query('urut')) ?? VILLAGE_SORTS[0];
  const [page, kinds, profile, minutes] = await Promise.all([
    villageGoods(deps, found.id, { sort, category: kind ?? undefined, after, limit: GOODS }),
    kindsOf(deps, found.id),
    publicProfile(deps, found.id),
    medianAnswerMinutes(deps, found.id),
  ]);
  const elsewhere = after === undefined && kind === null ? await neighboursGoods(deps, found, page.listings) : [];
  const known = {
    ...(profile ?? { photo: null, about: null, hours: null, head: null, place: null }),
    ...found,
    siteUrl: found.sites[0] ?? null,
    medianAnswer: minutes === null ? null : minutes * 60_000,
  };
  const data = { ...page, village: known, kinds, kind, sort, elsewhere, continued: after !== undefined };
  return htmlPage(renderVillage(view, data));
};

/** A village for practice has no page but its room's. Throws `not_found` and `practice_over`. */
async function practiceVillage(deps: Deps, view: View, slug: string): Promise<Response> {
  const room = await roomOfSlug(deps, slug);
  if (room === null) throw new ProblemError('not_found');
  const headers = { location: link(view, `/latihan/pasar/${room}`), 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
}

/** The same products of other villages, for the first two listings of this page; flagships come first. */
async function neighboursGoods(deps: Deps, own: PublicVillage, listings: ListedProduct[]): Promise<ListedProduct[]> {
  const asked = [...listings].sort((a, b) => Number(b.flagship) - Number(a.flagship)).slice(0, 2);
  const found = await Promise.all(asked.map((listing) => sameProduct(deps, listing, NEIGHBOURS)));
  const byId = new Map(found.flat().map((listing) => [listing.id, listing]));
  return [...byId.values()].filter((listing) => listing.village.id !== own.id).slice(0, NEIGHBOURS);
}
