import { sql } from 'kysely';
import { line, WebUrl } from '#contract';
import { holdsPhone } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';
import { normalSite } from '#marketplace/villages/create.ts';
import { inviteOnSheets } from '#marketplace/villages/sheets.ts';
import { readVillageName, villageFor } from './invite.ts';
import { villageOfSite } from './queries.ts';

/** As many fit into a form, and one regency has no more. */
export const LINES_MAX = 300;

/** What is wrong with a line of the list. */
export type LineFault = 'name' | 'phone' | 'site_missing' | 'site' | 'place' | 'cells' | 'twice';

/** One line of a pasted list as it was understood. */
export interface VillageLine {
  /** Its number in what was pasted, from 1. */
  at: number;
  name: string;
  site: string;
  district: string | null;
  regency: string | null;
  fault: LineFault | null;
  /** The village that has this site already: it gets one more invite, and nothing else of it changes. */
  known: string | null;
}

const Place = line('place', { max: 80 });

/** People write a site's name as they say it. */
const withScheme = (site: string): string => (/^[\w-]+(\.[\w-]+)+([/:?#]|$)/.test(site) ? `https://${site}` : site);

function readLine(text: string, at: number): Omit<VillageLine, 'known'> {
  const cells = text.split(text.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
  const [named = '', written = '', ...places] = cells;
  const site = withScheme(written);
  const name = readVillageName(named);
  const [district, regency] = [0, 1].map((index) => Place.safeParse(places[index] ?? ''));
  const place = { district: district?.data || null, regency: regency?.data || null };
  const fault = (): LineFault | null => {
    if (places.slice(2).some((cell) => cell !== '')) return 'cells';
    if (name === undefined) return 'name';
    if ([name, ...places].some(holdsPhone)) return 'phone';
    if (site === '') return 'site_missing';
    if (!WebUrl.safeParse(site).success) return 'site';
    return district?.success && regency?.success ? null : 'place';
  };
  const found = fault();
  return { at, name: name ?? named, site: found === null ? normalSite(site) : written, ...place, fault: found };
}

/** A table's first line often names its columns. */
const isHeading = (text: string): boolean =>
  /^\s*(nama|desa|name|village)\b[^;\t]*[;\t]\s*(situs|web|alamat|site)/i.test(text);

/**
 * A pasted list, one village a line: name, site, kecamatan, kabupaten, between them `;` or a tab. At most `LINES_MAX` lines
 * and one more, which tells that there were too many.
 */
export async function readVillageLines(deps: Deps, text: string): Promise<VillageLine[]> {
  const lines = text
    .split('\n')
    .map((one, index) => ({ one, at: index + 1 }))
    .filter(({ one }, index) => one.trim() !== '' && !(index === 0 && isHeading(one)))
    .slice(0, LINES_MAX + 1)
    .map(({ one, at }) => readLine(one, at));
  const seen = new Set<string>();
  const read: VillageLine[] = [];
  for (const found of lines) {
    const isTwice = found.fault === null && seen.has(found.site);
    seen.add(found.site);
    const known = found.fault === null ? ((await villageOfSite(deps, found.site))?.name ?? null) : null;
    read.push({ ...found, fault: isTwice ? 'twice' : found.fault, known });
  }
  return read;
}

/**
 * Makes the villages of these lines and an invite for each on these sheets, all or none; the names of those whose invite is
 * new. The same sheets sent twice, also at once, make everything once. Throws CommandError as `villageFor`.
 */
export function inviteMany(
  deps: Deps,
  lines: readonly Pick<VillageLine, 'name' | 'site' | 'district' | 'regency'>[],
  { sheets, waiting }: { sheets: string; waiting: boolean },
): Promise<string[]> {
  return deps.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('invite many', 0))`.execute(db);
    const made: string[] = [];
    for (const { name, site, district, regency } of lines) {
      const place = { ...(district !== null && { district }), ...(regency !== null && { regency }) };
      const village = await villageFor({ ...deps, db }, { name, sites: [site], waiting, ...place });
      if (await inviteOnSheets({ ...deps, db }, sheets, village.id)) made.push(village.name);
    }
    return made;
  });
}
