import { type BuyerInquiry, type Locale, type PublicListing, storedLocale } from '#contract';
import { newId } from '#contract/newId.ts';
import { notifyLive } from '#marketplace/db/live.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { numbered, type SignedCommand } from './act.ts';
import { countOpened, lockBulk, type NoRoom, noRoomIn } from './bulk/room.ts';
import { floorDelay } from './floor.ts';
import { decide, type NewEvent } from './machine.ts';
import { type Proof, spend } from './proofOfWork/spent.ts';
import type { RefusalCode } from './rules.ts';
import { keyedHash, threadSecretOfForm } from './secret.ts';
import { nextChange } from './store/append.ts';
import { setMail } from './store/contacts.ts';
import { offersElsewhere } from './store/elsewhere.ts';
import { insertEvents } from './store/events.ts';
import { listingFacts } from './store/listing.ts';
import { oweNotices, wakeNotices } from './store/owe.ts';
import { project } from './store/projection.ts';
import { evolve, NEW_THREAD } from './thread.ts';
import type { Command } from './transitions.ts';

export interface Opening {
  listing: Pick<PublicListing, 'id' | 'village'>;
  input: BuyerInquiry;
  locale: Locale;
  /**
   * Tells one sent form from another: the page's hidden id together with who sends it. The same form sent twice opens
   * one thread.
   */
  form: string;
  /** When the proof of work is missing under load, the thread is held until the village has looked at it. */
  proof?: Proof;
  /** The question to several villages that it is a part of, and how many others are asked with it. */
  bulk?: { id: string; others: number };
}

/** `proof_spent` means that another thread was opened with the same proof of work. */
export type Opened = { refusal: null; secret: string; id: string } | { refusal: RefusalCode | 'proof_spent' | NoRoom };

const heldAt = (at: Date, kind: 'held' | 'unproven'): NewEvent => ({
  at: at.getTime(),
  by: 'system',
  kind,
  text: null,
  terms: null,
});

/**
 * Whether the village reported a thread of the same number before; then a new thread of that number is held for a look.
 */
async function isReported(db: Db, villageId: string, phoneKey: string | null): Promise<boolean> {
  if (phoneKey === null) return false;
  const row = await db
    .selectFrom('inquiries as i')
    .innerJoin('inquiry_events as e', (on) =>
      on.onRef('e.village_id', '=', 'i.village_id').onRef('e.inquiry_id', '=', 'i.id'),
    )
    .select('i.id')
    .where('i.village_id', '=', villageId)
    .where('i.phone_key', '=', phoneKey)
    .where('i.flagged', '=', true)
    .where('e.kind', '=', 'reported')
    .where('e.by', '=', 'village')
    .executeTakeFirst();
  return row !== undefined;
}

/** Opens a thread with a question, an offer or both, in one transaction; a refusal leaves nothing behind. */
export async function openInquiry(deps: Deps, opening: Opening): Promise<Opened> {
  const opened = await open(deps, opening);
  await wakeNotices(deps);
  return opened;
}

function open(deps: Deps, { listing, input, locale, form, proof = 'unneeded', bulk }: Opening): Promise<Opened> {
  const { villageId, now } = { villageId: listing.village.id, now: deps.now() };
  const opened_with = keyedHash(deps, 'form', JSON.stringify([form, listing.id, input]));
  const secret = threadSecretOfForm(deps, villageId, opened_with);
  const command: Command =
    input.terms === null
      ? { by: 'buyer', kind: 'say', text: input.text }
      : { by: 'buyer', kind: 'offer', terms: input.terms, text: input.text, seen: 0 };
  const signed: SignedCommand = { messageId: newId(), command, deviceId: null };
  const phone_key = input.phone === null ? null : keyedHash(deps, 'phone', input.phone);

  return deps.db.transaction().execute(async (db): Promise<Opened> => {
    const key = { villageId, id: newId() };
    if (bulk) await lockBulk(db, bulk.id);
    // This comes before the search for a twin, because it waits for a twin that is being written at the same moment.
    const elsewhere = await offersElsewhere(
      db,
      { village_id: villageId, id: key.id, listing_id: listing.id, phone_key },
      now,
    );
    const twin = () =>
      db
        .selectFrom('inquiries')
        .select('id')
        .where('village_id', '=', villageId)
        .where('opened_with', '=', opened_with)
        .executeTakeFirst();
    const before = await twin();
    if (before) return { refusal: null, secret: secret.secret, id: before.id };
    const noRoom = bulk ? await noRoomIn(db, bulk.id, villageId) : null;
    if (noRoom !== null) return { refusal: noRoom };

    const facts = await listingFacts(db, villageId, listing.id);
    const { events, refusal } = decide(NEW_THREAD, command, now.getTime(), { ...facts.rules, elsewhere });
    if (refusal) return { refusal };
    const isHeld = events.some((event) => event.kind === 'held');
    if (typeof proof !== 'string' && !(await spend(db, villageId, proof))) return { refusal: 'proof_spent' };
    if (!isHeld && (await isReported(db, villageId, phone_key))) events.push(heldAt(now, 'held'));
    else if (!isHeld && proof === 'missing') events.push(heldAt(now, 'unproven'));
    const stored = numbered(events, signed, 0);
    const thread = stored.reduce(evolve, NEW_THREAD);
    const isJudged = facts.rules.floor !== null && thread.state === 'offered';
    const inserted = await db
      .insertInto('inquiries')
      .values({
        ...project(
          thread,
          isJudged ? { at: now.getTime() + floorDelay(signed.messageId), offer: thread.stateSeq } : null,
        ),
        village_id: villageId,
        id: key.id,
        listing_id: listing.id,
        opened_with,
        secret_hash: secret.hash,
        locale: storedLocale(locale),
        buyer_name: input.name,
        buyer_phone: input.phone,
        phone_key,
        agreed_listing: null,
        pseudonymised_at: null,
        bulk_id: bulk?.id ?? null,
        asked_elsewhere: bulk?.others ?? 0,
        change: await nextChange(db, villageId),
        created_at: now,
      })
      .onConflict((oc) => oc.columns(['village_id', 'opened_with']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) return { refusal: null, secret: secret.secret, id: (await twin())?.id ?? key.id };
    if (bulk) await countOpened(db, bulk.id);
    await insertEvents(db, key, stored);
    if (input.email) await setMail(db, deps, key, { address: input.email, locale });
    await oweNotices(db, key, stored, thread);
    await notifyLive(db, villageId, { kind: 'inquiry', id: key.id });
    return { refusal: null, secret: secret.secret, id: key.id };
  });
}
