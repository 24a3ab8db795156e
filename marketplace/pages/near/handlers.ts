import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Deps } from '#marketplace/deps.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { directory } from '#marketplace/villages/directory.ts';
import { type District, type DistrictChoices, districtChoices, districtOf } from '#marketplace/villages/districts.ts';
import { nearestVillages, type Point, readAfter } from '#marketplace/villages/near.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage, Page, SHARED } from '#marketplace/web/respond.ts';
import { type NearData, type NearResults, NO_REGENCY, renderNear } from './NearPage.tsx';

const VILLAGES = 20;
/** Each answer is worked out anew, and a whole office may sit behind one address. */
const NEAR_PER_SENDER = { name: 'near', max: 300, seconds: 3600 };
const KEY_MAX = 80;

/** The page that asks, or the villages nearest to a kecamatan: that one may stand in an address. */
export const near: PageHandler = async ({ deps, view, query }) => {
  const kab = query('kab').toLowerCase();
  const keys = { regencyKey: kab === NO_REGENCY ? '' : kab, districtKey: query('kec').toLowerCase() };
  const isRegency = isKey(keys.regencyKey || 'x');
  const [choices, chosen] = await Promise.all([
    districtChoices(deps, isRegency && kab !== '' ? keys.regencyKey : null),
    isRegency && isKey(keys.districtKey) ? districtOf(deps, keys) : null,
  ]);
  const after = readAfter(query('sesudah'));
  const results = chosen ? await nearDistrict(deps, chosen, after) : null;
  return htmlPage(renderNear(view, data(choices, results)), { hasScript: true, asksPosition: true });
};

/** The database refuses a zero byte, and no name is longer. */
const isKey = (text: string): boolean => text !== '' && text.length <= KEY_MAX && !/\p{Cc}/u.test(text);

const data = (choices: DistrictChoices, results: NearResults | null, isUnread = false): NearData => ({
  ...choices,
  results,
  isUnread,
  hasScript: true,
});

async function nearDistrict(deps: Deps, from: District, after: ReturnType<typeof readAfter>): Promise<NearResults> {
  const found = from.centre
    ? await nearestVillages(deps, from.centre, { after, limit: VILLAGES })
    : { villages: [], next: null };
  // They stand last, so only where the list ends.
  const unplaced = found.next === null ? await directory(deps, { limit: VILLAGES * 2, unplacedIn: from }) : [];
  return { from, ...found, unplaced, continued: after !== null };
}

const degrees = (most: number) =>
  z
    .string()
    .check(z.regex(/^-?\d{1,3}(?:\.\d{1,20})?$/))
    .check(z.refine((text) => Math.abs(Number(text)) <= most));
const Sent = z.object({ lat: degrees(90), lng: degrees(180), sesudah: z._default(z.string(), '') });

/** Whatever a browser sends, no more than two decimals are used. */
const rounded = (text: string): number => Math.round(Number(text) * 100) / 100;

/**
 * The villages nearest to a position. It came in the body of a form and goes back in none but this answer: into no
 * address, log, table or cache.
 */
export const nearPosition: PageHandler = async ({ deps, c, view }) => {
  await limitSender(deps, NEAR_PER_SENDER, c);
  c.set('wroteNothing', true);
  const form = await c.req.parseBody().catch(() => ({}));
  const sent = Sent.safeParse(form);
  const choices = await districtChoices(deps, null);
  const own = { cache: 'own', hasScript: true, asksPosition: true, noReferrer: true } as const;
  if (!sent.success) return htmlPage(renderNear(view, data(choices, null, true)), { ...own, status: 422 });
  const from: Point = { lat: rounded(sent.data.lat), lng: rounded(sent.data.lng) };
  const after = readAfter(sent.data.sesudah);
  const found = await nearestVillages(deps, from, { after, limit: VILLAGES });
  const results = { from, ...found, unplaced: [], continued: after !== null };
  return htmlPage(renderNear(view, data(choices, results)), own);
};

const SCRIPT = readFileSync(new URL('./near.js', import.meta.url), 'utf8');

/** The script that asks the browser where it is. */
export const nearScript: PageHandler = () => {
  const headers = new Headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': SHARED });
  return new Page(SCRIPT, headers, 200, true);
};
