import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { isInside, RECIPE_ROLES, type Recipe, type RecipeDeed, type RecipeRole } from '#contract';
import { AppError } from '#utils/appError.ts';
import { atSite } from '#utils/cms/learned/sitePath.ts';
import { inForm } from '#utils/cms/learned/toDeed.ts';
import type { Db } from '#utils/db/db.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { injectContent } from '#utils/sites/tabs.ts';

/** Path of the script in whose note a field is pointed at; WXT names it after its entrypoint. */
const POINTER = '/pointer.js';
/** Under this name the session's storage keeps what is pointed at, and in which tab. */
const KEPT = 'pointing';
const Pointing = z.object({
  siteUrl: z.string(),
  role: z.enum(RECIPE_ROLES),
  name: z.string(),
  /** The form's address, by which its tab is known until it has a number. */
  page: z.string(),
  tabId: z.nullable(z.int()),
});
export type Pointing = z.infer<typeof Pointing>;

/**
 * Opens the site's form in a tab of its own, for the person to point at the field of a part. Throws `recipe_unknown` when
 * the recipe has no such part any more.
 */
export async function startPointing(db: Db, part: { siteUrl: string; role: RecipeRole; name: string }): Promise<void> {
  const recipe = await recipeOf(db, part.siteUrl);
  const isKnown = recipe?.create.fields.some(({ role, name }) => role === part.role && name === part.name);
  if (recipe === null || isKnown !== true) throw new AppError('recipe_unknown');
  const { href: page } = atSite(recipe.create.page, recipe.siteUrl);
  // Kept before the page is there: it asks as soon as it runs.
  await browser.storage.session.set({ [KEPT]: { ...part, page, tabId: null } });
  const { id: tabId = null } = await browser.tabs.create({ url: page });
  await browser.storage.session.set({ [KEPT]: { ...part, page, tabId } });
}

/** What is to be pointed at in a tab, while it is on the site; null for every other tab. */
export async function pointingIn(tab: { id: number; url: string } | null): Promise<Pointing | null> {
  const kept = Pointing.safeParse((await browser.storage.session.get(KEPT))[KEPT]);
  if (!kept.success || tab === null) return null;
  const { tabId, page } = kept.data;
  if (tabId === null ? tab.url !== page : tabId !== tab.id) return null;
  return isInside(tab.url, kept.data.siteUrl) ? kept.data : null;
}

/** Shows the note in a page that has just been opened, if something is to be pointed at in it. */
export async function watchPointing(tab: { id: number; url: string }): Promise<void> {
  if ((await pointingIn(tab)) !== null) await injectContent(tab.id, POINTER);
}

export async function endPointing(): Promise<void> {
  await browser.storage.session.remove(KEPT);
}

/** Why a field cannot be taken. */
export type PointRefusal = 'other_kind' | 'not_sent';

/** Keeps the field that was pointed at as that of the part. Answers why it cannot be, and then nothing is changed. */
export async function pointed(
  db: Db,
  { siteUrl, role, name: was }: Pointing,
  { name, isFile }: { name: string; isFile: boolean },
  now: number,
): Promise<PointRefusal | null> {
  const recipe = await recipeOf(db, siteUrl);
  if (recipe === null) throw new AppError('recipe_unknown');
  if (isFile !== (role === 'picture')) return 'other_kind';
  const sent = nameSent(recipe.create, name);
  if (sent === null) return 'not_sent';
  await saveRecipe(db, { ...recipe, create: moved(recipe.create, role, was, sent) } satisfies Recipe, now);
  return null;
}

/** As the control is called in what is sent: in JSON by its place. Null for one that the recipe does not know. */
function nameSent({ way, controls, members = [] }: RecipeDeed, name: string): string | null {
  if (way !== 'json') return controls.includes(name) ? name : null;
  return members.find((member) => inForm(member) === name) ?? null;
}

/** The part goes to another field; what stood there takes its old one, and is chosen there no more. */
function moved(deed: RecipeDeed, role: RecipeRole, was: string, name: string): RecipeDeed {
  const fields = deed.fields.map((field) => {
    if (field.role === role && field.name === was) return { ...field, name };
    return field.name === name ? { ...field, name: was } : field;
  });
  return { ...deed, fields, chosen: deed.chosen.filter((choice) => choice.name !== name) };
}
