import { newId } from '#contract/newId.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { slugWords } from '#marketplace/listings/slug.ts';

export interface NewVillage {
  name: string;
  /** The village's sites, each a URL with path; the first is the main one. */
  sites: string[];
  status: 'approved' | 'waiting';
  code?: string | null;
  district?: string | null;
  regency?: string | null;
  /** Where the village is made up for practice. */
  practice?: { room: string; seat: number };
}

/** The first free slug of a name. Two villages may have one name ("Desa Karanganyar"); the later one gets a number. */
async function freeSlug(deps: Deps, name: string): Promise<string> {
  const words = slugWords(name.replace(/^\s*(desa|kelurahan)\s+/i, '')) || 'desa';
  for (let n = 1; ; n++) {
    const slug = n === 1 ? words : `${words}-${n}`;
    const taken = await deps.db.selectFrom('villages').select('id').where('slug', '=', slug).executeTakeFirst();
    if (!taken) return slug;
  }
}

/** A site as it is compared and shown: no trailing slash, no query, no fragment. */
export function normalSite(address: string): string {
  const url = new URL(address);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

export async function createVillage(deps: Deps, village: NewVillage): Promise<VillageTables['villages']> {
  const row = {
    id: newId(),
    slug: await freeSlug(deps, village.name),
    name: village.name,
    code: village.code ?? null,
    district: village.district ?? null,
    regency: village.regency ?? null,
    sites: village.sites.map(normalSite),
    status: village.status,
    created_at: deps.now(),
    practice_room: village.practice?.room ?? null,
    practice_seat: village.practice?.seat ?? null,
  };
  await deps.db.insertInto('villages').values(row).execute();
  return row;
}
