import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type BuyerInquiry, LOCALES, Pairing, type Terms } from '#contract';
import { newId } from '#contract/newId.ts';
import { settingsFromEnv } from '#marketplace/config.ts';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import type { Log } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { writeProfile } from '#marketplace/villages/profile.ts';
import { call, connectDevice, GOODS, listGoods } from './seed.ts';
import { SHOWPIECE } from './showpiece.ts';

/** A marketplace with villages, goods, buyers and deals, in every language, for whoever judges its pages. */
export interface Storefront {
  url: string;
  /** The pages of the storefront, by a name for each. */
  pages: Record<string, string>;
  /** A paired phone: the cookie it has (`name=value`) and the pages that it sees. */
  phone: { cookie: string; pages: Record<string, string> };
  stop(): Promise<void>;
}

const log: Log = (level, event, fields) => {
  if (level === 'error') console.error('marketplace:', event, fields);
};

export async function startStorefront(): Promise<Storefront> {
  const folder = mkdtempSync(join(tmpdir(), 'dodolan-storefront-'));
  const settings = { ...settingsFromEnv({}), host: '127.0.0.1', port: 0, dataDir: folder, locales: LOCALES, log };
  const server = await startServer(settings);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: server.url, ...(await fill(server)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill({ url, deps }: RunningServer): Promise<Pick<Storefront, 'pages' | 'phone'>> {
  for (const [name, goods] of Object.entries(GOODS)) await village(url, deps, name, goods);
  const dagan = await village(url, deps, 'Desa Dagan', [SHOWPIECE]);
  const [id = ''] = dagan.ids;
  // The link check would need the village's site; the pages only need its answer.
  await deps.db
    .updateTable('listings')
    .set({ backlink_state: 'verified', backlink_url: 'https://dagan.desa.id/gula-semut' })
    .where('id', '=', id)
    .execute();
  for (const name of ['Desa Serang', 'Desa Kutabawa'])
    await village(url, deps, name, [{ ...SHOWPIECE, flagship: false, permits: {}, price: 27_500 }]);
  const { secret, id: inquiryId } = await trade(url, deps, id, dagan.token);
  const listing = await findPublic(deps, id);
  const product = `/p/${listing?.slug}`;
  const pages = {
    home: '/',
    product,
    village: '/desa/karangsari',
    search: '/cari',
    results: '/cari?q=gula',
    corrected: '/cari?q=gulla',
    nothing: '/cari?q=zzzzzz',
    category: '/kategori/makanan',
    group: '/produk/gula-semut',
    villages: '/desa',
    near: '/dekat?kab=purbalingga&kec=kaligondang',
    soldOut: `/p/${(await firstOf(deps, 'Nanas madu')) ?? ''}`,
    report: `${product}/lapor`,
    card: `${product}/kartu`,
    thread: `/tanya/${secret}`,
    invite: new URL((await createInvite(deps, dagan.villageId)).url).pathname,
    shortCode: '/k',
    about: '/tentang',
    lost: '/p/tidak-ada',
  };
  const phonePages = { phone: '/jawab', phoneThread: `/jawab/tanya/${inquiryId}`, phoneAll: '/jawab/semua' };
  return { pages, phone: { cookie: await pairPhone(url, dagan.token), pages: phonePages } };
}

/** Pairs a phone of the village; answers its cookie. */
async function pairPhone(url: string, token: string): Promise<string> {
  const { url: page } = z.parse(
    Pairing,
    await call(`${url}/v1/pairings`, { method: 'POST', headers: { authorization: `Bearer ${token}` } }),
  );
  const body = new URLSearchParams({ id: newId(), name: 'HP Bu Kaur' });
  const answer = await fetch(page, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the phone was not paired: ${answer.status}`);
  return cookie;
}

/** Some villages tell where they lie: enough for a map, and one that does not. */
const PLACES: Record<string, [lat: number, lng: number, district: string]> = {
  'Desa Kedungmulya': [-7.37, 109.39, 'Kaligondang'],
  'Desa Dagan': [-7.31, 109.41, 'Kaligondang'],
  'Desa Serang': [-7.24, 109.29, 'Karangreja'],
  'Desa Kutabawa': [-7.22, 109.25, 'Karangreja'],
};

type Deps = RunningServer['deps'];

async function village(url: string, deps: Deps, name: string, goods: Parameters<typeof listGoods>[3]) {
  const site = `https://${name.replace('Desa ', '').toLowerCase()}.desa.id`;
  const [lat, lng, district = 'Kaligondang'] = PLACES[name] ?? [null, null];
  const place = { district, regency: 'Purbalingga' };
  const made = await createVillage(deps, { name, sites: [site], status: 'approved', ...place });
  const invite = (await createInvite(deps, made.id)).url.split('/undang/')[1] ?? '';
  const token = await connectDevice(url, invite);
  await writeProfile(deps.db, made.id, { lat, lng }, []);
  return { villageId: made.id, token, ids: await listGoods(url, token, site, goods) };
}

async function firstOf(deps: Deps, name: string): Promise<string | undefined> {
  const row = await deps.db.selectFrom('listings').select('id').where('name', '=', name).executeTakeFirst();
  return row && (await findPublic(deps, row.id))?.slug;
}

/** Four buyers who bought, and one who still waits; answers that one's inquiry. */
async function trade(url: string, deps: Deps, listingId: string, token: string) {
  const listing = await findPublic(deps, listingId);
  if (listing === null) throw new Error('the listing is not public');
  const ask = async (terms: Terms, phone: string | null, name: string) => {
    const input: BuyerInquiry = { text: 'Kalau ambil sepuluh bisa kurang, Bu?', terms, name, phone, consent: true };
    const opened = await openInquiry(deps, { listing, input, locale: 'id', form: newId() });
    if (opened.refusal !== null) throw new Error(opened.refusal);
    return opened;
  };
  for (const [n, name] of ['Rina', 'Joko', 'Wulan', 'Agus'].entries()) {
    const { id } = await ask({ price: 24_000, quantity: 2 }, `+62857111222${n}0`, name);
    for (const [seen, kind] of (['accept', 'fulfil'] as const).entries()) {
      const response = await fetch(`${url}/v1/inquiries/${id}/messages/${newId()}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ kind, text: '', seen: seen + 1 }),
      });
      if (!response.ok) throw new Error(`${kind}: ${response.status} ${await response.text()}`);
    }
  }
  return ask({ price: 20_000, quantity: 10 }, null, 'Sari');
}
