import { KeptRecipe, RecipePut, siteOf } from '#contract';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { StoredRecipe } from '#utils/model/recipe.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { createQueue } from '#utils/queue.ts';
import { OWNERSHIP_STORES, siteOwnerOf } from '#utils/villages/ownership.ts';
import { isOwed, putRecipe, storedRecipes } from './book.ts';
import { agreedOn, isSame, merged } from './merge.ts';

/** A list that was asked for before a recipe was sent must not be read after it: it would lack that recipe. */
const inTurn = createQueue();
const TRIES = 3;
const REFUSALS: ReadonlySet<string> = new Set(['invalid', 'malformed', 'too_large']);

/** Tells the marketplace how the village's sites save, where it has not heard it; true when there was something. Throws as `call` does. */
export function sayRecipes(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  return inTurn(() => sayAll(db, marketplace, key));
}

/** Brings this device and the marketplace in step, both ways; true when there was something new. Throws as `call` does. */
export function syncRecipes(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  return inTurn(async () => {
    const isSaid = await sayAll(db, marketplace, key);
    return (await hear(db, await marketplace.recipes(), key)) || isSaid;
  });
}

async function sayAll(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  const owed = await db.read(OWNERSHIP_STORES, (tx) => owedTo(tx, key));
  for (const siteUrl of owed) await sayOne(db, marketplace, key, siteUrl);
  return owed.length > 0;
}

/**
 * The sites of which a village's marketplace has to hear. One that it does not know as the village's own waits until it
 * does; what it kept of one that is the village's no more may still be deleted.
 */
async function owedTo(tx: Tx, key: VillageKey): Promise<string[]> {
  const sites = (await tx.get('villages', key))?.public.village.sites ?? [];
  const owed: string[] = [];
  for (const [siteUrl, row] of Object.entries(await storedRecipes(tx))) {
    const page = URL.parse(siteUrl);
    const isHeard = row.recipe === null && row.base > 0;
    if (!isOwed(row) || page === null || (siteOf(page, sites) === null && !isHeard)) continue;
    if ((row.village ?? (await siteOwnerOf(tx, siteUrl)).key) === key) owed.push(siteUrl);
  }
  return owed;
}

async function sayOne(db: Db, marketplace: Marketplace, key: VillageKey, siteUrl: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = (await db.read(['values'], storedRecipes))[siteUrl];
    if (row === undefined || (row.village ?? key) !== key || !isOwed(row)) return;
    const { rev, base, recipe } = row;
    const refuse = () => update(db, key, siteUrl, (now) => ({ ...now, refused: rev }));
    const said = RecipePut.safeParse({ siteUrl, rev, base, recipe });
    if (!said.success) return refuse();
    try {
      const answer = await marketplace.putRecipe(said.data);
      await update(db, key, siteUrl, (now) => ({ ...now, village: key, base: answer.rev }));
    } catch (error) {
      if (!(error instanceof ProblemAnswerError)) throw error;
      const current = KeptRecipe.safeParse(error.problem.current);
      if (REFUSALS.has(error.problem.code)) await refuse();
      else if (current.success) await update(db, key, siteUrl, (now) => merged(now, current.data, key));
      else throw error;
    }
  }
}

async function hear(db: Db, answers: readonly KeptRecipe[], key: VillageKey): Promise<boolean> {
  return db.change(OWNERSHIP_STORES, async (tx) => {
    const before = await storedRecipes(tx);
    let isNew = false;
    for (const answer of answers) {
      const known = before[answer.siteUrl];
      if (!(await maySay(tx, answer, key, known))) continue;
      const isMine = known !== undefined && isOwed(known);
      if (known?.village === key && answer.rev <= known.base) continue;
      isNew ||= !isSame(known?.recipe ?? null, answer.recipe);
      await putRecipe(tx, answer.siteUrl, isMine ? merged(known, answer, key) : agreedOn(answer, key));
    }
    // What the marketplace kept once and keeps no more was deleted so long ago that it does not tell of it.
    const there = new Set(answers.map(({ siteUrl }) => siteUrl));
    for (const [siteUrl, row] of Object.entries(before))
      if (row.village === key && row.base > 0 && !isOwed(row) && !there.has(siteUrl)) {
        await putRecipe(tx, siteUrl, null);
        isNew = true;
      }
    return isNew;
  });
}

/** No marketplace may speak of a site that is not its village's, and none of a recipe for another site. */
async function maySay(
  tx: Tx,
  { siteUrl, recipe }: KeptRecipe,
  key: VillageKey,
  known?: StoredRecipe,
): Promise<boolean> {
  if (recipe !== null && recipe.siteUrl !== siteUrl) return false;
  if (known !== undefined && (known.village ?? key) !== key) return false;
  return (await siteOwnerOf(tx, siteUrl)).key === key;
}

function update(db: Db, key: VillageKey, siteUrl: string, change: (row: StoredRecipe) => StoredRecipe): Promise<void> {
  return db.change(['values', 'villages'], async (tx) => {
    const row = (await storedRecipes(tx))[siteUrl];
    // The village was forgotten while it was asked.
    if (row === undefined || (await tx.get('villages', key)) === undefined) return;
    await putRecipe(tx, siteUrl, change(row));
  });
}
