import { Maker } from '#contract';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { createQueue } from '#utils/queue.ts';
import { isOwed } from './names.ts';
import { agreedOn, fromAnswer, merged, toPut } from './wire.ts';

/** A list that was asked for before a maker was sent must not be read after it: it would lack that maker. */
const inTurn = createQueue();
/** How often one maker is put together with other devices' words before the next sync goes on with it. */
const TRIES = 3;
const REFUSALS: ReadonlySet<string> = new Set(['invalid', 'malformed', 'too_large']);

/** Tells the marketplace what it has not heard of a village's makers; true when there was something. Throws as `call` does. */
export function sayMakers(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  return inTurn(() => sayAll(db, marketplace, key));
}

/** Brings this device and the marketplace in step, both ways. Throws as `call` does. */
export function syncMakers(db: Db, marketplace: Marketplace, key: VillageKey): Promise<void> {
  return inTurn(async () => {
    await sayAll(db, marketplace, key);
    await hear(db, marketplace, key);
  });
}

async function sayAll(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  const rows = await db.read(['makers'], (tx) => tx.all('makers'));
  if (rows.some(({ village }) => village === null)) await adopt(db, key);
  const owed = rows.filter((row) => (row.village ?? key) === key && isOwed(row));
  for (const { id } of owed) await sayOne(db, marketplace, key, id);
  return owed.length > 0;
}

/** Gives the makers from before any village was connected to the only one there is. */
async function adopt(db: Db, key: VillageKey): Promise<void> {
  await db.change(['makers', 'villages'], async (tx) => {
    if ((await tx.all('villages')).length > 1) return;
    for (const row of await tx.all('makers'))
      if (row.village === null) await tx.put('makers', { ...row, village: key });
  });
}

async function sayOne(db: Db, marketplace: Marketplace, key: VillageKey, id: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = await db.read(['makers'], (tx) => tx.get('makers', id));
    if (row === undefined || row.village !== key || !isOwed(row)) return;
    if (row.isGone) {
      await marketplace.deleteMaker(id);
      await db.change(['makers'], (tx) => tx.delete('makers', id));
      return;
    }
    try {
      const answer = await marketplace.putMaker(id, toPut(row));
      await update(db, id, (now) => ({ ...now, ...agreedOn(answer) }));
    } catch (error) {
      if (!(error instanceof ProblemAnswerError)) throw error;
      await refused(db, row, error);
    }
  }
}

async function refused(db: Db, { id, rev }: StoredMaker, error: ProblemAnswerError): Promise<void> {
  const { code, current } = error.problem;
  if (REFUSALS.has(code)) return update(db, id, (now) => ({ ...now, refused: rev }));
  if (code !== 'revision_old') throw error;
  const answer = Maker.safeParse(current);
  if (answer.success) return update(db, id, (now) => merged(now, answer.data));
  await db.change(['makers'], async (tx) => {
    const row = await tx.get('makers', id);
    if (row !== undefined) await deletedElsewhere(tx, row);
  });
}

/** Another device deleted the maker: so does this one, unless the maker has agreed anew since. */
async function deletedElsewhere(tx: Tx, { agreed, ...row }: StoredMaker): Promise<void> {
  if (!row.isGone && (row.consentAt ?? 0) > (agreed?.consentAt ?? 0))
    await tx.put('makers', { ...row, rev: 1, serverRev: 0 });
  else await tx.delete('makers', row.id);
}

async function update(db: Db, id: string, change: (row: StoredMaker) => StoredMaker): Promise<void> {
  await db.change(['makers'], async (tx) => {
    const row = await tx.get('makers', id);
    if (row !== undefined) await tx.put('makers', change(row));
  });
}

async function hear(db: Db, marketplace: Marketplace, key: VillageKey): Promise<void> {
  const answers = await marketplace.makers();
  await db.change(['makers', 'villages'], async (tx) => {
    // The village was forgotten while it was asked.
    if ((await tx.get('villages', key)) === undefined) return;
    for (const answer of answers) {
      const known = await tx.get('makers', answer.id);
      // No marketplace may speak of another village's makers.
      if (known !== undefined && known.village !== key) continue;
      if (known === undefined || !isOwed(known)) await tx.put('makers', fromAnswer(answer, key, known));
      else if (!known.isGone && answer.input.rev > known.serverRev) await tx.put('makers', merged(known, answer));
    }
    const there = new Set(answers.map(({ id }) => id));
    for (const row of await tx.all('makers'))
      if (row.village === key && row.serverRev > 0 && !there.has(row.id)) await deletedElsewhere(tx, row);
  });
}
