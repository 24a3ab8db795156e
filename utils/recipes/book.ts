import { AnyRecipe, isInside, type Recipe, readRecipe } from '#contract';
import type { Db, Tx } from '#utils/db/db.ts';
import type { RecipeView, StoredRecipe } from '#utils/model/recipe.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { OWNERSHIP_STORES, siteOwnerOf } from '#utils/villages/ownership.ts';

/** `tx` must hold `values`. */
export async function storedRecipes(tx: Tx): Promise<Record<string, StoredRecipe>> {
  return (await tx.value('recipes')) ?? {};
}

/** Keeps one site's row; null takes it away. `tx` must hold `values`. */
export async function putRecipe(tx: Tx, siteUrl: string, row: StoredRecipe | null): Promise<void> {
  const { [siteUrl]: _, ...others } = await storedRecipes(tx);
  await tx.setValue('recipes', row === null ? others : { ...others, [siteUrl]: row });
}

/** True while the marketplace has not heard the newest of a site. */
export function isOwed({ rev, base, refused }: StoredRecipe): boolean {
  return rev > base && refused !== rev;
}

/**
 * How the site around an address saves an article; of several folders the deepest counts. Null where nothing was learned,
 * and where only a newer version could read it.
 */
export async function recipeOf(db: Db, siteUrl: string): Promise<Recipe | null> {
  const page = URL.parse(siteUrl);
  if (page === null) return null;
  const address = `${page.origin}${page.pathname}`;
  const rows = Object.entries(await db.read(['values'], storedRecipes));
  const around = rows.filter(([site, { recipe }]) => recipe !== null && isInside(address, site));
  const [deepest] = around.sort(([one], [other]) => other.length - one.length);
  return deepest === undefined ? null : readRecipe(deepest[1].recipe);
}

/** Every recipe on this device, by site. */
export async function listRecipes(db: Db): Promise<RecipeView[]> {
  const rows = Object.entries(await db.read(['values'], storedRecipes));
  return rows
    .filter(([, { recipe }]) => recipe !== null)
    .map(([siteUrl, row]) => {
      const { recipe, at, village } = row;
      return { siteUrl, recipe: readRecipe(recipe), at, isOwed: village !== null && isOwed(row) };
    })
    .sort((one, other) => one.siteUrl.localeCompare(other.siteUrl));
}

/** Keeps how a site saves an article; the village's marketplace has it to hear from this moment on. */
export function saveRecipe(db: Db, recipe: AnyRecipe, now: number): Promise<void> {
  return db.change(OWNERSHIP_STORES, (tx) => say(tx, recipe.siteUrl, recipe, now));
}

/** Deletes what was learned of a site, here and for the village's other devices. Answers what it was; null where nothing was. */
export function forgetRecipe(db: Db, siteUrl: string, now: number): Promise<AnyRecipe | null> {
  return db.change(OWNERSHIP_STORES, async (tx) => {
    const known = (await storedRecipes(tx))[siteUrl];
    if (known === undefined || known.recipe === null) return null;
    await say(tx, siteUrl, null, now);
    return AnyRecipe.safeParse(known.recipe).data ?? null;
  });
}

async function say(tx: Tx, siteUrl: string, recipe: AnyRecipe | null, at: number): Promise<void> {
  const known = (await storedRecipes(tx))[siteUrl];
  const village = (await siteOwnerOf(tx, siteUrl)).key ?? known?.village ?? null;
  // Another village's marketplace knows nothing of it yet.
  const base = known?.village === village ? known.base : 0;
  const rev = Math.max(known?.rev ?? 0, base) + 1;
  // Of what was told to nobody, nothing has to be told when it is deleted.
  await putRecipe(tx, siteUrl, recipe === null && village === null ? null : { village, rev, base, recipe, at });
}

/**
 * Called when a village is taken off the device. How its site saves stays: articles of it may still have to come down, and
 * the next village may be the same one on another marketplace. `tx` must hold `values`.
 */
export async function releaseRecipes(tx: Tx, gone: VillageKey): Promise<void> {
  for (const [siteUrl, row] of Object.entries(await storedRecipes(tx))) {
    if (row.village !== gone) continue;
    await putRecipe(tx, siteUrl, row.recipe === null ? null : { ...row, village: null, base: 0 });
  }
}
