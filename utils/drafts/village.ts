import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { PanelVillage, VillageKey } from '#utils/model/site.ts';
import { OWNERSHIP_STORES, type SiteOwner, siteOwnerOf } from '#utils/villages/ownership.ts';
import { toKnown } from '#utils/villages/villages.ts';

const WHOSE_STORES = [...OWNERSHIP_STORES, 'drafts', 'listings'] as const satisfies readonly StoreName[];

/**
 * Which village a draft or listing belongs to: a listing stays with its own, a new product goes to its site's owner.
 */
async function whose(tx: Tx, id: string): Promise<SiteOwner> {
  const listing = await tx.get('listings', id);
  if (listing?.village) return { key: listing.village, candidates: [] };
  return siteOwnerOf(tx, await draftSite(tx, id));
}

async function draftSite(tx: Tx, id: string): Promise<string | null> {
  const listing = await tx.get('listings', id);
  return listing === undefined ? ((await tx.get('drafts', id))?.siteUrl ?? null) : listing.input.siteUrl;
}

export async function villageOf(db: Db, id: string): Promise<VillageKey | null> {
  return (await db.read(WHOSE_STORES, (tx) => whose(tx, id))).key;
}

/** The site that is stored with a draft or listing; what a page says of it does not count. */
export function siteUrlOf(db: Db, id: string): Promise<string | null> {
  return db.read(['drafts', 'listings'], (tx) => draftSite(tx, id));
}

/** What the panel shows of the village that its product belongs to. */
export function panelVillage(db: Db, id: string): Promise<PanelVillage> {
  return db.read(WHOSE_STORES, async (tx) => {
    const { key, candidates } = await whose(tx, id);
    const villages = (await tx.all('villages')).map(toKnown);
    const own = villages.find((village) => village.key === key);
    return {
      connection: own?.state === 'connected' ? own.connection : null,
      missing: own !== undefined && own.state !== 'connected' ? own.connection.village.name : null,
      among: villages.filter((village) => candidates.includes(village.key)),
      several: villages.length > 1,
    };
  });
}
