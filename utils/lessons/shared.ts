import { fingerprintOf, isFairOffer, RECIPE_VERSION, type Recipe, type RecipeOffer } from '#contract';
import { AppError } from '#utils/appError.ts';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import type { Db } from '#utils/db/db.ts';
import { t } from '#utils/i18n/t.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import type { SharedWay, TakenWay } from '#utils/model/sharedWay.ts';
import { apply, OUTBOX_STORES } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { ROLE_WORDS } from '#utils/recipes/words.ts';
import { awaitsLesson } from './lesson.ts';

/**
 * What an operator offers for one of the forms of a page, said in plain words; null where nothing is offered. Throws as
 * `call` does.
 */
export async function sharedFor(
  marketplace: Marketplace,
  { siteUrl }: Lesson,
  { page, forms }: { page: string; forms: readonly string[][] },
): Promise<SharedWay | null> {
  for (const [form, controls] of forms.entries()) {
    const [offer] = await offersOf(marketplace, siteUrl, page, controls);
    if (offer !== undefined) return { id: offer.id, form, asked: offer.asked, say: sayOffer(offer) };
  }
  return null;
}

/**
 * Keeps what is offered as this site's own way, and lets it write what waits. The offer is asked for once more: what a page
 * sends names only which one. Throws `bad_message` when there is none for this form, and as `call` does.
 */
export async function takeShared(
  { db, clock }: { db: Db; clock: Clock },
  marketplace: Marketplace,
  { siteUrl, listingId, deed = 'create' }: Lesson,
  { id, page, controls, chosen }: TakenWay,
): Promise<void> {
  if (deed !== 'create') throw new AppError('bad_message');
  const offers = await offersOf(marketplace, siteUrl, page, controls);
  const offer = offers.find((one) => one.id === id);
  if (offer === undefined || chosen.some(({ name }) => !offer.asked.includes(name))) throw new AppError('bad_message');
  const create = { ...offer.create, chosen: [...offer.create.chosen, ...chosen] };
  // What was shown here of articles that stand, and how this site shows an address, stays.
  const known = await recipeOf(db, siteUrl);
  const { change = null, takeDown = null, shop, products } = known ?? {};
  // Before anything was shown here, the first village's site tells how this one shows an address.
  const { mentions } = known ?? offer;
  const recipe: Recipe = {
    version: RECIPE_VERSION,
    siteUrl,
    create,
    change,
    takeDown,
    ...(mentions && { mentions }),
    ...(shop && { shop }),
    ...(products && { products }),
    lists: listsOf(offer),
  };
  await saveRecipe(db, recipe, clock.now);
  await db.change(['values'], (tx) => tx.setValue('lesson', null));
  await db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', listingId);
    const listing = await tx.get('listings', listingId);
    if (listing !== undefined && awaitsLesson(row, listing)) await apply(tx, row, { type: 'retry' }, clock);
  });
}

/** The page's address is taken from the tab by whoever calls: a form is known by where it stands inside its site. */
async function offersOf(
  marketplace: Marketplace,
  siteUrl: string,
  page: string,
  controls: readonly string[],
): Promise<RecipeOffer[]> {
  const path = sitePath(new URL(page), siteUrl);
  if (path === null || controls.length === 0) return [];
  const offers = await marketplace.recipeOffers(await fingerprintOf({ page: path, controls }));
  // What a marketplace says is looked at as everything else: it has to be of this very form.
  const names = [...new Set(controls)].sort().join('\n');
  const isOfThis = ({ create }: RecipeOffer) =>
    create.page === path && [...create.controls].sort().join('\n') === names;
  return offers.filter((offer) => isOfThis(offer) && isFairOffer(offer));
}

/** Another site may have none of the first one's lists; each has a home page. */
const listsOf = ({ lists }: RecipeOffer): string[] => [...new Set(['/', ...lists])].slice(0, 4);

function sayOffer({ create }: RecipeOffer): SharedWay['say'] {
  const parts = create.fields.map(({ role, name }) => `${t(ROLE_WORDS[role])} → ${name}`);
  for (const { name } of create.upload?.into ?? []) parts.push(`${t(ROLE_WORDS.picture)} → ${name}`);
  const said = [...create.chosen, ...(create.press ? [create.press] : [])];
  const chosen = said.filter(({ value }) => value !== '').map(({ name, value }) => `${name}: ${value}`);
  return {
    text: t('lesson_shared', [...parts, ...chosen].join('; ')),
    use: t('lesson_shared_use'),
    own: t('lesson_shared_own'),
    choose: t('lesson_shared_choose'),
    taken: t('lesson_shared_taken'),
    failed: t('lesson_shared_failed'),
  };
}
