import { DAY, HOUR } from '#contract/time.ts';
import type { Marketplace, TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, BUYER_PHONE, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';

export const SITE = 'https://dagan.desa.id';
/** What only operators read, each in one place of the market below. */
export const SECRETS = {
  buyerName: 'Rina Pembeli',
  buyerPhone: BUYER_PHONE.slice(3),
  question: 'tanya-rahasia',
  held: 'tahan-rahasia',
  reporter: 'lapor-rahasia',
  reporterOfVillage: 'lapor-desa-rahasia',
  reason: 'alasan-rahasia',
  device: 'Laptop balai desa',
  producer: '81234567890',
};

export interface DeskMarket {
  dagan: TestVillage;
  onje: TestVillage;
  waiting: TestVillage;
  /** Dagan's product, which Onje sells too. */
  gula: { id: string; slug: string };
  /** Dagan's other product, which an operator has hidden. */
  keripik: { id: string; slug: string };
  /** A question that has waited for more than a day. */
  asked: { id: string; secret: string };
  /** A message that is held because of its link. */
  held: { id: string; secret: string };
}

/** A market in which something waits in each of the operator's queues. */
export async function deskMarket(market: Marketplace): Promise<DeskMarket> {
  const { db } = market.deps;
  const dagan = await market.village('Desa Dagan', [SITE]);
  const onje = await market.village('Desa Onje', ['https://onje.desa.id']);
  const waiting = await market.village('Desa Baru', ['https://baru.desa.id']);
  await db.updateTable('villages').set({ status: 'waiting' }).where('id', '=', waiting.id).execute();
  const gula = await addListing(market, dagan);
  const keripik = await addListing(market, dagan, { name: 'Keripik pisang' });
  await addListing(market, onje);
  const person = { name: SECRETS.buyerName, phone: BUYER_PHONE };
  const asked = await openThread(market, gula, { text: SECRETS.question, ...person });
  const held = await openThread(market, gula, { text: `${SECRETS.held} https://tipu.example`, ...person });
  const said = { reason: 'scam' as const, created_at: market.clock.now(), handled_at: null };
  await db
    .insertInto('reports')
    .values({ village_id: dagan.id, listing_id: gula.id, reporter: 'a', words: SECRETS.reporter, ...said })
    .execute();
  await db
    .insertInto('village_reports')
    .values({ village_id: onje.id, reporter: 'a', words: SECRETS.reporterOfVillage, ...said })
    .execute();
  await db
    .updateTable('listings')
    .set({ hidden: SECRETS.reason, listed: false })
    .where('id', '=', keripik.id)
    .execute();
  const link = { backlink_url: `${SITE}/artikel/1`, backlink_state: 'broken' as const };
  await db
    .updateTable('listings')
    .set({ ...link, backlink_reason: 'link_missing' })
    .where('id', '=', gula.id)
    .execute();
  await db
    .insertInto('site_requests')
    .values({ village_id: dagan.id, site: 'https://lain.example', asked_at: market.clock.now(), refused_at: null })
    .execute();
  const recipe = { siteUrl: SITE, rev: 1, base: 0, recipe: recipeFor(SITE, { create: DEED }) };
  await market.call('PUT', '/v1/recipes', { token: dagan.token, body: recipe });
  market.clock.advance(DAY + HOUR);
  return { dagan, onje, waiting, gula, keripik, asked, held };
}
