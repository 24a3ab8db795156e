import { folderOf, sameHost, siteOf } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { isConnected } from './villages.ts';

/** The site owner: the village that a site belongs to. */
export interface SiteOwner {
  /** Null while the owner is not known. */
  key: VillageKey | null;
  /** The villages a person may choose from; empty where there is nothing to choose. */
  candidates: VillageKey[];
}

export const OWNERSHIP_STORES = ['villages', 'values'] as const satisfies readonly StoreName[];

/** The key under which the choice for products without a site is stored. */
const NO_SITE = '';

/**
 * Decides which village a site belongs to. The marketplaces' own lists of sites come first, and the longest matching
 * address wins. Where they name no village, or two alike, the person decides. A single connected village takes without
 * a question only what can hardly belong to another: every site while its list names none, and products without a site.
 */
export function siteOwner(
  villages: readonly StoredVillage[],
  choices: Readonly<Record<string, VillageKey>>,
  siteUrl: string | null,
): SiteOwner {
  const connected = villages.filter(isConnected);
  if (connected.length === 0) return { key: null, candidates: [] };
  const page = siteUrl === null ? null : URL.parse(siteUrl);
  const answer = answerFor(choices, siteUrl, page);
  const chosen = villages.find(({ key }) => key === answer) ?? null;
  const owners = page === null ? [] : ownersOf(page, villages);
  if (owners.length > 0) {
    const active = owners.filter(isConnected);
    const candidates = keys(active.length > 0 ? active : owners);
    if (candidates.length === 1) return { key: candidates[0] ?? null, candidates: [] };
    return { key: chosen !== null && candidates.includes(chosen.key) ? chosen.key : null, candidates };
  }
  const candidates = keys(connected);
  if (chosen !== null) return { key: chosen.key, candidates };
  const [only] = connected;
  // An answer for a village that is gone counts for that one alone, not for the one that stays: the person is asked.
  const isOpen = answer === undefined && (siteUrl === null || only?.public.village.sites.length === 0);
  return isOpen && connected.length === 1 && only !== undefined
    ? { key: only.key, candidates: [] }
    : { key: null, candidates };
}

/** The answer given for this site, however it was written then: http or https, with or without `www.` or a slash at the end. */
function answerFor(
  choices: Readonly<Record<string, VillageKey>>,
  siteUrl: string | null,
  page: URL | null,
): VillageKey | undefined {
  if (page === null) return choices[siteUrl ?? NO_SITE];
  return Object.entries(choices).find(([site]) => isSameSite(page, site))?.[1];
}

function isSameSite(page: URL, address: string): boolean {
  const site = URL.parse(address);
  return site !== null && sameHost(page, site) && folderOf(page) === folderOf(site);
}

/** The villages whose list names the longest address around this one. */
export function ownersOf(page: URL, villages: readonly StoredVillage[]): StoredVillage[] {
  const lengths = villages.map(({ public: { village } }) => {
    const site = siteOf(page, village.sites);
    return site === null ? -1 : folderOf(site).length;
  });
  const longest = Math.max(...lengths);
  return longest < 0 ? [] : villages.filter((_, at) => lengths[at] === longest);
}

function keys(villages: readonly StoredVillage[]): VillageKey[] {
  return villages.map(({ key }) => key);
}

/** The owner of a site, by the stored villages and answers. `tx` must hold `OWNERSHIP_STORES`. */
export async function siteOwnerOf(tx: Tx, siteUrl: string | null): Promise<SiteOwner> {
  return siteOwner(await tx.all('villages'), (await tx.value('choices')) ?? {}, siteUrl);
}

/**
 * Remembers which village a person chose for a site (null: for products without a site). Throws `village_not_of_site`
 * for a village that is not among the site's candidates.
 */
export function chooseVillage(db: Db, siteUrl: string | null, key: VillageKey): Promise<void> {
  return db.change([...OWNERSHIP_STORES, 'listings'], async (tx) => {
    const { candidates } = await siteOwnerOf(tx, siteUrl);
    if (!candidates.includes(key)) throw new AppError('village_not_of_site');
    const page = siteUrl === null ? null : URL.parse(siteUrl);
    const others = Object.entries((await tx.value('choices')) ?? {}).filter(
      ([site]) => page === null || !isSameSite(page, site),
    );
    await tx.setValue('choices', { ...Object.fromEntries(others), [siteUrl ?? NO_SITE]: key });
    await adopt(tx);
  });
}

/**
 * Gives listings that were made before their owner was known to the village that is known now. `tx` must hold
 * `listings` and `OWNERSHIP_STORES`.
 */
export async function adopt(tx: Tx): Promise<void> {
  for (const listing of await tx.all('listings')) {
    if (listing.village !== null) continue;
    const { key } = await siteOwnerOf(tx, listing.input.siteUrl);
    if (key !== null) await tx.put('listings', { ...listing, village: key });
  }
}
