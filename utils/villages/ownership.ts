import { folderOf, sameHost, siteOf } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { isConnected } from './villages.ts';

/** Whose a site is. */
export interface SiteOwner {
  /** Null while nobody knows. */
  key: VillageKey | null;
  /** The villages a person may choose from; empty where there is nothing to choose. */
  candidates: VillageKey[];
}

export const OWNERSHIP_STORES = ['villages', 'values'] as const satisfies readonly StoreName[];

/** Where the choice for products of no site is kept. */
const NO_SITE = '';

/**
 * The marketplaces' own lists decide, the longest address first; where they say nothing, or the same of two villages, a
 * person does. A single village takes without a question only what can hardly be another's: every site while its list
 * names none, and products of no site.
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
  // An answer of which the village is gone: it was given to that one, not to the one that stays.
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

/** `tx` must hold `BELONGS_STORES`. */
export async function siteOwnerOf(tx: Tx, siteUrl: string | null): Promise<SiteOwner> {
  return siteOwner(await tx.all('villages'), (await tx.value('choices')) ?? {}, siteUrl);
}

/**
 * Remembers a person's answer for a site (null: for products of none). Throws `village_not_of_site` for a village that
 * could not have been asked about there.
 */
export function chooseVillage(db: Db, siteUrl: string | null, key: VillageKey): Promise<void> {
  return db.change([...OWNERSHIP_STORES, 'listings'], async (tx) => {
    const { candidates: among } = await siteOwnerOf(tx, siteUrl);
    if (!among.includes(key)) throw new AppError('village_not_of_site');
    const page = siteUrl === null ? null : URL.parse(siteUrl);
    const others = Object.entries((await tx.value('choices')) ?? {}).filter(
      ([site]) => page === null || !isSameSite(page, site),
    );
    await tx.setValue('choices', { ...Object.fromEntries(others), [siteUrl ?? NO_SITE]: key });
    await adopt(tx);
  });
}

/** Listings made before anybody knew whose they are, of which it is known now. `tx` holds `listings` beside the others. */
export async function adopt(tx: Tx): Promise<void> {
  for (const listing of await tx.all('listings')) {
    if (listing.village !== null) continue;
    const { key } = await siteOwnerOf(tx, listing.input.siteUrl);
    if (key !== null) await tx.put('listings', { ...listing, village: key });
  }
}
