import { createVillage } from '#marketplace/villages/create.ts';
import { type Marketplace, sha256 } from '#tests/marketplace/harness.ts';
import { listingInput, sentPhoto } from '#tests/marketplace/samples.ts';
import type { Good } from './goods.ts';
import { VILLAGES } from './villages.ts';

/** The same id at every run, as goods that are equally good may stand in the order of their ids. */
const idOf = (index: number) => sha256(Buffer.from(`good ${index}`)).slice(0, 16);

function inputOf({ kind: _kind, village: _village, producerName, ...said }: Good, photo: string) {
  const producer = { name: producerName, phone: '+6281234567890', consent: true as const };
  return listingInput([photo], { ...said, producer, packSize: null, floor: null, stock: null });
}

/**
 * Publishes the goods as villages do, through the API, which takes half a minute; gives each good by its listing's id.
 * The search learns of a good only by what a listing says: its kind stays here.
 */
export async function loadMarket(market: Marketplace, goods: readonly Good[]): Promise<Map<string, Good>> {
  const stored = new Map(goods.map((good, index) => [idOf(index), good]));
  for (const [index, { name, kecamatan, kabupaten }] of VILLAGES.entries()) {
    const sites = [`https://desa${index}.desa.id`];
    const place = { district: kecamatan, regency: kabupaten };
    const created = await createVillage(market.deps, { name: `Desa ${name}`, sites, status: 'approved', ...place });
    const village = { id: created.id, slug: created.slug, ...(await market.device(created.id)) };
    const photo = await sentPhoto(market, village);
    for (const [id, good] of stored) {
      if (good.village !== index) continue;
      const body = inputOf(good, photo);
      const response = await market.call('PUT', `/v1/listings/${id}`, { token: village.token, body });
      if (!response.ok) throw new Error(`${good.name}: ${response.status} ${await response.text()}`);
    }
  }
  return stored;
}

/** What a page of results shows, in its order; `stored` is what `loadMarket` gave. */
export function shownGoods(html: string, stored: ReadonlyMap<string, Good>): Good[] {
  const ids = [...html.matchAll(/href="\/p\/[^"]*?([0-9a-z]{16})"/g)].map(([, id = '']) => id);
  return [...new Set(ids)].flatMap((id) => stored.get(id) ?? []);
}
