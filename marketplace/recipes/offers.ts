import { fingerprintOf, OFFERS_MAX, offerOf, type Recipe, RecipeOffer, readRecipe } from '#contract';
import { newId } from '#contract/newId.ts';
import type { Deps } from '#marketplace/deps.ts';

/** One site's recipe as an operator reads it, before it is offered to others. */
export interface Offerable {
  /** Where it was shown; null for an offer that no village's recipe says any more. */
  from: { village: { slug: string; name: string }; siteUrl: string } | null;
  offer: RecipeOffer;
  /** The id under which it is offered now; null while it is not. */
  offered: string | null;
}

/** The recipes of all villages as they would be offered, those of the same form once; what is offered already says so. */
export async function offerable({ db }: Pick<Deps, 'db'>): Promise<Offerable[]> {
  const rows = await db
    .selectFrom('recipes as r')
    .innerJoin('villages as v', 'v.id', 'r.village_id')
    .select(['r.site_url', 'r.recipe', 'v.slug', 'v.name'])
    .where('r.recipe', 'is not', null)
    .where('v.practice_room', 'is', null)
    .orderBy('r.updated_at')
    .orderBy('r.site_url')
    .execute();
  const offered = await db.selectFrom('recipe_offers').select(['id', 'offer']).execute();
  const found = new Map<string, Offerable>();
  for (const { site_url, recipe, slug, name } of rows) {
    const read = readRecipe(JSON.parse(recipe ?? 'null'));
    if (read === null) continue;
    const offer = toOffer(read);
    if (offer === null) continue;
    const text = toText(offer);
    const known = offered.find((one) => one.offer === text)?.id ?? null;
    if (!found.has(text))
      found.set(text, { from: { village: { slug, name }, siteUrl: site_url }, offer, offered: known });
  }
  // What a village has forgotten, or shown anew, is handed out all the same until it is taken back.
  const left = offered.filter((one) => !found.has(one.offer)).flatMap((one) => readOffer(one) ?? []);
  return [...found.values(), ...left.map((offer) => ({ from: null, offer, offered: offer.id }))];
}

/** Offers the recipe of a village's site to all others; false when that site has none that others may be given. Said twice, it is offered once. */
export async function offerRecipe(deps: Deps, villageId: string, siteUrl: string): Promise<boolean> {
  const row = await deps.db
    .selectFrom('recipes')
    .select('recipe')
    .where('village_id', '=', villageId)
    .where('site_url', '=', siteUrl)
    .executeTakeFirst();
  const recipe = readRecipe(JSON.parse(row?.recipe ?? 'null'));
  const offer = recipe && toOffer(recipe);
  if (offer === null) return false;
  const fingerprint = await fingerprintOf(offer.create);
  await deps.db
    .insertInto('recipe_offers')
    .values({ id: offer.id, fingerprint, offer: toText(offer), offered_at: deps.now() })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return true;
}

/** Takes an offer back; false when there is none. Villages that took it keep their own recipe. */
export async function withdrawOffer({ db }: Pick<Deps, 'db'>, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('recipe_offers').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** What is offered for a form, the newest first. */
export async function offersFor({ db }: Pick<Deps, 'db'>, fingerprint: string): Promise<RecipeOffer[]> {
  const rows = await db
    .selectFrom('recipe_offers')
    .select(['id', 'offer'])
    .where('fingerprint', '=', fingerprint)
    .orderBy('offered_at', 'desc')
    .limit(OFFERS_MAX)
    .execute();
  return rows.flatMap((row) => readOffer(row) ?? []);
}

const readOffer = ({ id, offer }: { id: string; offer: string }): RecipeOffer | undefined =>
  RecipeOffer.safeParse({ ...JSON.parse(offer), id }).data;

const toOffer = (recipe: Recipe): RecipeOffer | null => offerOf(newId(), recipe);

const toText = ({ id: _, ...offer }: RecipeOffer): string => JSON.stringify(offer);
