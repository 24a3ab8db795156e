import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import {
  type AnyRecipe,
  type KeptRecipe,
  RECIPE_BYTES_MAX,
  RECIPE_VERSION,
  RECIPES_MAX,
  Recipe,
  type RecipePut,
  siteOf,
} from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import type { RecipeTables } from '#marketplace/db/tables/recipes.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { check } from '#marketplace/validate.ts';
import { normalSite } from '#marketplace/villages/create.ts';

type Row = Selectable<RecipeTables['recipes']>;

const OfThisVersion = z.object({ recipe: Recipe });

/**
 * Stores a revision of how a site saves. The same revision again answers as the first time; an older one, another recipe
 * under the same number, and one that was said without having seen another device's newest are `revision_old`, with what
 * is stored as `current`.
 */
export async function putRecipe(deps: Deps, actor: Actor, { base, ...input }: RecipePut): Promise<KeptRecipe> {
  const recipe = checked(input);
  const { siteUrl, rev } = input;
  return deps.db.transaction().execute(async (trx) => {
    // The devices of one village write one after another.
    const own = trx.selectFrom('villages').select('id').where('id', '=', actor.villageId);
    await own.forNoKeyUpdate().executeTakeFirstOrThrow();
    const stored = await find(trx, actor, siteUrl);
    // Of a site that is the village's no more, what was kept may still be deleted.
    if ((recipe !== null || stored === undefined) && siteOf(new URL(siteUrl), actor.village.sites) === null)
      throw refused('siteUrl', 'site_foreign');
    if (stored !== undefined) {
      const current = toKept(stored);
      if (rev === stored.rev && isDeepStrictEqual(recipe, current.recipe)) return current;
      const isUnseen = base < stored.rev && stored.said_by !== actor.deviceId;
      if (rev <= stored.rev || isUnseen) throw new ProblemError('revision_old', { current });
    }
    if (recipe !== null) await leaveRoom(trx, actor, siteUrl);
    const text = recipe === null ? null : JSON.stringify(recipe);
    const said = { rev, said_by: actor.deviceId, recipe: text, updated_at: deps.now() };
    const row = { ...said, village_id: actor.villageId, site_url: siteUrl };
    // What was never kept leaves no trace when it is deleted.
    if (stored === undefined && recipe === null) return toKept(row);
    const kept = await trx
      .insertInto('recipes')
      .values(row)
      .onConflict((oc) => oc.columns(['village_id', 'site_url']).doUpdateSet(said))
      .returningAll()
      .executeTakeFirstOrThrow();
    return toKept(kept);
  });
}

/** The village's recipes, the last changed first; those that were deleted are among them. */
export async function recipesOf({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<KeptRecipe[]> {
  const rows = await ofVillage(db, actor).selectAll().orderBy('updated_at', 'desc').orderBy('site_url').execute();
  return rows.map(toKept);
}

const refused = (path: string, code: string) => new ProblemError('invalid', { issues: [{ path, code }] });

/** The recipe as it is stored. Throws `invalid` and `too_large`. */
function checked({ siteUrl, recipe }: Pick<RecipePut, 'siteUrl' | 'recipe'>): AnyRecipe | null {
  if (normalSite(siteUrl) !== siteUrl) throw refused('siteUrl', 'url_malformed');
  if (recipe === null) return null;
  if (recipe.siteUrl !== siteUrl) throw refused('recipe.siteUrl', 'site_foreign');
  if (Buffer.byteLength(JSON.stringify(recipe)) > RECIPE_BYTES_MAX) throw new ProblemError('too_large');
  return recipe.version > RECIPE_VERSION ? recipe : check(OfThisVersion, { recipe }).recipe;
}

/** Makes sure that one recipe more has room. Of the deleted ones the newest are enough. */
async function leaveRoom(trx: Db, actor: Actor, siteUrl: string): Promise<void> {
  const others = await ofVillage(trx, actor)
    .select(['site_url', 'recipe'])
    .where('site_url', '!=', siteUrl)
    .orderBy('updated_at', 'desc')
    .execute();
  if (others.filter(({ recipe }) => recipe !== null).length >= RECIPES_MAX) throw refused('', 'recipes_many');
  const old = others.filter(({ recipe }) => recipe === null).slice(RECIPES_MAX);
  if (old.length === 0) return;
  const gone = old.map(({ site_url }) => site_url);
  await trx.deleteFrom('recipes').where('village_id', '=', actor.villageId).where('site_url', 'in', gone).execute();
}

const ofVillage = (db: Db, { villageId }: Actor) => db.selectFrom('recipes').where('village_id', '=', villageId);

function find(db: Db, actor: Actor, siteUrl: string): Promise<Row | undefined> {
  return ofVillage(db, actor).selectAll().where('site_url', '=', siteUrl).executeTakeFirst();
}

function toKept({ site_url: siteUrl, rev, recipe, updated_at }: Row): KeptRecipe {
  return {
    siteUrl,
    rev,
    recipe: recipe === null ? null : JSON.parse(recipe),
    updatedAt: updated_at.toISOString(),
  };
}
