import { type Village, VillagePatch } from '#contract';
import { holdsPhone } from '#contract/phonesInText.ts';
import { readPlace } from '#contract/readPlace.ts';
import type { SiteIdentity } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { tabsOfSite } from '#utils/sites/tabs.ts';
import { askWriter, prepareWriter } from '#utils/sites/writer.ts';
import { learnVillage } from '#utils/villages/learn.ts';
import { getConnection, needMarketplace } from '#utils/villages/villages.ts';

/** What the CMS knows of the village and the marketplace does not yet; null when that is nothing. Never overwrites. */
export function missingFacts(village: Village, identity: SiteIdentity): VillagePatch | null {
  const told = {
    ...(village.district === null && identity.district !== null && { district: identity.district }),
    ...(village.regency === null && identity.regency !== null && { regency: identity.regency }),
    ...(village.code === null && identity.code !== null && { code: identity.code.replace(/\D/g, '') }),
    ...missingProfile(village, identity),
  };
  // Each field is checked by itself: a malformed code must not cost the district.
  const good = Object.entries(told).filter(([field, value]) => VillagePatch.safeParse({ [field]: value }).success);
  return good.length === 0 ? null : VillagePatch.parse(Object.fromEntries(good));
}

/** A marketplace of an older version keeps no profile, and is told none. */
function missingProfile({ profile }: Village, { head, place }: SiteIdentity): VillagePatch {
  if (profile === undefined) return {};
  const read = place ? readPlace(place) : { place: null };
  return {
    ...(profile.head === null && head && !holdsPhone(head) && { head }),
    ...(profile.place === null && 'place' in read && read.place !== null && { place: read.place }),
  };
}

/** True when the marketplace knows all that a CMS could tell. */
function knowsAll({ district, regency, code, profile }: Village): boolean {
  const isWhole = profile === undefined || (profile.head !== null && profile.place !== null);
  return district !== null && regency !== null && code !== null && isWhole;
}

/** Asks a signed-in page of one of the village's sites, if one is open; null when none is, or there is nothing new. */
export async function offeredFacts(db: Db, key: VillageKey): Promise<VillagePatch | null> {
  const village = (await getConnection(db, key))?.village;
  if (village === undefined || knowsAll(village)) return null;
  const known = await db.read(['sites'], (tx) => tx.all('sites'));
  for (const { url } of known.filter(({ url }) => village.sites.includes(url))) {
    for (const { tabId } of await tabsOfSite(url)) {
      try {
        await prepareWriter(tabId);
        return missingFacts(village, await askWriter(tabId, 'cms/identity', {}));
      } catch {
        // The session ended, the page was closed, or the CMS does not say: the next page may.
      }
    }
  }
  return null;
}

/** Tells the marketplace these facts, and stores what it answers. Throws `not_connected`, and as `call` does. */
export async function tellFacts(db: Db, fetch: Fetch, key: VillageKey, facts: VillagePatch): Promise<void> {
  const { village } = await (await needMarketplace(db, fetch, key)).patchVillage(facts);
  await learnVillage(db, key, village);
}
