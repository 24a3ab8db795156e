import { CATEGORY_LABELS, photoUrl, type RecipeShop } from '#contract';
import { unitText } from '#contract/format.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import { AppError } from '#utils/appError.ts';
import { bodyWith } from '#utils/cms/learned/shop/words.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Output } from '#utils/messages.ts';
import type { Lesson, LessonGoods } from '#utils/model/lesson.ts';
import type { ProductDeed } from '#utils/model/lessonDeeds.ts';
import type { CmsShopEntry } from '#utils/model/shop.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { findPicture } from '#utils/outbox/post.ts';
import { packPicture } from '#utils/photos/packed.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { insertInTab } from '#utils/sites/editor.ts';
import { needConnection } from '#utils/villages/villages.ts';
import { isAt, runningLesson } from './lesson.ts';

/**
 * Begins to watch the site of a listing until the person has saved it in the site's own product table. Throws
 * `listing_unknown`, and `lesson_not_here` for a site that was not shown, or a product that does not stand there yet.
 */
export async function startGoods(db: Db, id: string, deed: ProductDeed, now: number): Promise<Lesson> {
  const { listing, site, entry } = await db.read(['listings', 'sites', 'values'], async (tx) => {
    const listing = await tx.get('listings', id);
    const site = await tx.get('sites', listing?.input.siteUrl ?? '');
    return { listing, site, entry: (await tx.value('shelf'))?.[id] };
  });
  if (listing === undefined) throw new AppError('listing_unknown');
  const { shortUrl, input } = listing;
  const recipe = site?.cms === 'assist' ? await recipeOf(db, site.url) : null;
  const article = standingIn(entry);
  const isKnown = deed === 'product' || (recipe?.shop !== undefined && article !== null);
  if (site === undefined || recipe === null || shortUrl === null || !isKnown) throw new AppError('lesson_not_here');
  const { marketplaceUrl } = await needConnection(db, listing.village);
  const [hash] = input.photos;
  const lesson: Lesson = {
    ...{ siteUrl: site.url, listingId: id, link: shortUrl, title: maskPhones(input.name), deed },
    ...(deed !== 'product' && article !== null && { article }),
    goods: goodsOf(listing),
    pictureUrl: hash === undefined ? null : photoUrl(marketplaceUrl, hash, 1280, 'jpg'),
    ...{ startedAt: now, step: 'open', why: null, save: null },
  };
  await db.change(['values'], (tx) => tx.setValue('lesson', lesson));
  return lesson;
}

/** Where the product stands: as we left it, else as the last failure said. */
function standingIn(entry: CmsShopEntry | undefined): Lesson['article'] | null {
  const said = entry?.wait?.detail?.split(' ').find((one) => URL.canParse(one));
  const url = entry?.ref?.productId ?? said;
  return url === undefined ? null : { url, title: entry?.ref?.said.name ?? null };
}

function goodsOf({ input, post }: StoredListing): LessonGoods {
  const { price, stock, category, producer, description } = input;
  return {
    ...{ price, stock, unit: unitText(input), category: CATEGORY_LABELS.id[category] },
    ...{ seller: maskPhones(producer.name), phone: producer.phone, description: maskPhones(description) },
    articleUrl: post?.url ?? null,
  };
}

/** The picture for the form, and the description in its editor, where it has one. Throws `listing_unknown`. */
export async function giveGoods(
  { db, fetch }: { db: Db; fetch: Fetch },
  { listingId, link, title, goods }: Lesson & { goods: LessonGoods },
  tabId: number,
  editor: { withUnit: boolean } | undefined,
): Promise<Output<'lesson/give'>> {
  const listing = await db.read(['listings'], (tx) => tx.get('listings', listingId));
  if (listing === undefined) throw new AppError('listing_unknown');
  const connection = await needConnection(db, listing.village);
  const [hash] = listing.input.photos;
  const found = hash === undefined ? null : await findPicture(db, fetch, connection, hash).catch(() => null);
  const words = { ...goods, name: title };
  const html = bodyWith(words, link, { isHtml: true, withUnit: editor?.withUnit ?? false });
  const text = bodyWith(words, link, { isHtml: false, withUnit: editor?.withUnit ?? false });
  const isIn = editor !== undefined && (await insertInTab(tabId, { html, bare: html, text, link })).landed;
  const picture = found && (await packPicture({ blob: found.blob, fileName: `produk-${found.hash.slice(0, 12)}.jpg` }));
  return { title, isIn, picture };
}

/** The part of a recipe that a page of the lesson has seen. */
export type ShownGoods = { [K in keyof RecipeShop]?: RecipeShop[K] | undefined };

/** Keeps what was shown beside what is known of the table. Throws `bad_message` for what no lesson of this page is about. */
export async function learnedGoods(db: Db, tabUrl: string, shown: ShownGoods, now: number): Promise<Lesson> {
  const lesson = await runningLesson(db, now);
  const part = { product: 'create', productChange: 'change', productOff: 'off' } as const;
  const deed = lesson?.deed;
  if (lesson === null || !isAt(tabUrl, lesson) || deed === undefined || !(deed in part))
    throw new AppError('bad_message');
  const recipe = await recipeOf(db, lesson.siteUrl);
  const own = part[deed as ProductDeed];
  if (recipe === null || shown[own] === undefined) throw new AppError('bad_message');
  const { create, page, isPriced } = shown;
  const isNew = deed === 'product' && create !== undefined && page !== undefined;
  // A form that was shown anew leaves what is known of products that stand: it is looked at before each use.
  const base = isNew ? { ...recipe.shop, create, page, ...(isPriced && { isPriced }) } : recipe.shop;
  if (base === undefined) throw new AppError('bad_message');
  const shop: RecipeShop = isNew ? base : { ...base, [own]: shown[own] };
  await saveRecipe(db, { ...recipe, shop }, now);
  await db.change(['values'], (tx) => tx.setValue('lesson', { ...lesson, step: 'learned', why: null, save: null }));
  return lesson;
}
