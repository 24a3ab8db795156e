import { sql } from 'kysely';
import type { Deps } from '#marketplace/deps.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import { loadEvents } from '#marketplace/inquiries/store/events.ts';
import { TAKES_QUESTIONS } from '#marketplace/listings/public.ts';
import { PRACTICE } from '#marketplace/words/index.ts';
import { messageId } from './keys.ts';
import { firstPrice, nextSaid, OFFER_AFTER } from './script.ts';

/** Of a village's products so many get a buyer: enough to learn on, and few enough to answer. */
const BUYERS_MAX = 5;
const QUANTITY = 3;
const NAMES = ['Bu Ningsih', 'Pak Darto', 'Mbak Rini', 'Mas Yoga', 'Bu Lestari', 'Pak Surya', 'Mbak Wulan'];

const t = PRACTICE.id;

/**
 * Lets every made-up buyer of the open rooms say what is next: a question for a product that has none, then an offer, then
 * answers. Safe to run twice and in several processes: what a buyer decides is stored once, and each message has one id.
 */
export async function playBuyers(deps: Deps): Promise<void> {
  await findBuyers(deps);
  const rows = await open(deps);
  let asked = false;
  for (const row of rows) {
    if (row.inquiry_id === null) asked = (await ask(deps, row)) || asked;
    else await goOn(deps, row, row.inquiry_id);
  }
  const after = new Date(deps.now().getTime() + OFFER_AFTER);
  if (asked) await deps.jobs.send('practice-buyers', {}, { after, key: 'offer' });
}

/** Rooms in which people are learning now. */
const inOpenRoom = (now: Date) =>
  sql<boolean>`exists (select from practice_rooms r where r.id = v.practice_room and r.ended_at is null
    and r.ends_at > ${now} and r.closing_at is null)`;

async function findBuyers({ db, now }: Deps): Promise<void> {
  const listings = await db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select(['l.id', 'l.village_id', 'l.price', 'l.stock'])
    .select(sql<string>`(select count(*) from practice_buyers b where b.village_id = l.village_id)`.as('before'))
    .where(inOpenRoom(now()))
    .where(TAKES_QUESTIONS)
    .where(
      sql<boolean>`not exists (select from practice_buyers b where b.village_id = l.village_id and b.listing_id = l.id)`,
    )
    .orderBy('l.created_at')
    .execute();
  const had = new Map<string, number>();
  for (const { id, village_id, price, stock, before } of listings) {
    const count = had.get(village_id) ?? Number(before);
    if (count >= BUYERS_MAX) continue;
    had.set(village_id, count + 1);
    const buyer = {
      price: firstPrice(price),
      quantity: Math.max(1, Math.min(stock ?? QUANTITY, QUANTITY)),
      name: NAMES[parseInt(id.slice(-4), 36) % NAMES.length] ?? 'Bu Ningsih',
    };
    await db
      .insertInto('practice_buyers')
      .values({ ...buyer, village_id, listing_id: id, inquiry_id: null, made_at: now() })
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}

function open({ db, now }: Deps) {
  return db
    .selectFrom('practice_buyers as b')
    .innerJoin('villages as v', 'v.id', 'b.village_id')
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'b.village_id').onRef('l.id', '=', 'b.listing_id'),
    )
    .selectAll('b')
    .select(['l.name as product', 'l.price as list_price', 'v.name as village', 'v.slug', 'v.sites'])
    .where(inOpenRoom(now()))
    .where(TAKES_QUESTIONS)
    .orderBy('b.made_at')
    .execute();
}

type Row = Awaited<ReturnType<typeof open>>[number];

/** Opens the thread; true when it is open now. */
async function ask(deps: Deps, row: Row): Promise<boolean> {
  const nowhere = { district: null, regency: null, siteUrl: '' };
  const village = { id: row.village_id, name: row.village, slug: row.slug, ...nowhere };
  const opened = await openInquiry(deps, {
    listing: { id: row.listing_id, village },
    input: { text: t('buyerAsk', row.product), terms: null, name: row.name, phone: null, consent: true },
    locale: 'id',
    form: `latihan ${row.listing_id} ${row.made_at.toISOString()}`,
  });
  if (opened.refusal !== null) return false;
  await deps.db
    .updateTable('practice_buyers')
    .set({ inquiry_id: opened.id })
    .where('village_id', '=', row.village_id)
    .where('listing_id', '=', row.listing_id)
    .execute();
  return true;
}

async function goOn(deps: Deps, row: Row, inquiry: string): Promise<void> {
  const key = { villageId: row.village_id, id: inquiry };
  const events = await loadEvents(deps.db, key);
  const first = { price: row.price, quantity: row.quantity };
  const command = nextSaid({ events, first, listPrice: row.list_price, now: deps.now().getTime() });
  if (command === null) return;
  const at = events.filter(({ by }) => by === 'buyer').length;
  // A refusal (the village changed the price meanwhile) is no fault: the buyer looks again in a minute.
  await act(deps, key, { messageId: messageId(deps, inquiry, at), command, deviceId: null });
}
