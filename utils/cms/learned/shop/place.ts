import type { Recipe, RecipeProductChange, RecipeShop } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { learnedSession } from '#utils/cms/learned/session.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import type { ProductDeed } from '#utils/model/lessonDeeds.ts';
import { type Row, rowOf } from './inTable.ts';
import { findPublic, type PublicShop, readShop, type Seen } from './publicShop.ts';
import { tableWords } from './words.ts';

/** One product on one site, while it is brought in step. */
export interface Work {
  context: DriverContext;
  session: Session;
  recipe: Recipe;
  shop: RecipeShop;
  item: ShopItem;
  /** Our link, and the one that it had before a rekey. */
  links: string[];
  /** The shop's public page before anything is written. */
  before: PublicShop;
  /** Where a stranger reads the product; null where it does not stand in public. */
  seen: Seen | null;
}

/** Looks where the product stands now. Nothing is written. */
export async function lookFor(context: DriverContext, recipe: Recipe, shop: RecipeShop, item: ShopItem): Promise<Work> {
  const { siteUrl } = recipe;
  const { known, link } = item;
  const links = known === null || known.link === link ? [link] : [link, known.link];
  const before = await readShop(context, { siteUrl, shop });
  const names = [tableWords(item).name, ...(known === null ? [] : [known.said.name])];
  const seen = await findPublic(context, before, {
    ...{ links, names, known: known?.productId ?? null, siteUrl, article: item.articleUrl ?? null },
  });
  return { context, session: learnedSession(context), recipe, shop, item, links, before, seen };
}

/** The product's form in the admin, by all names that it may have; null where it is not to be found. */
export async function rowFor(work: Work, deed: RecipeProductChange, more: string[] = []): Promise<Row | null> {
  const { session, recipe, shop, item, links, seen } = work;
  const names = [tableWords(item).name, item.known?.said.name ?? '', ...(seen?.names ?? []), ...more];
  try {
    return await rowOf(session, recipe.siteUrl, deed, { names, links });
  } catch (error) {
    const isOff = deed === shop.off?.form && deed !== shop.change;
    throw formChanged(error, isOff ? 'productOff' : 'productChange');
  }
}

/** Says with a changed form which deed has to be shown again. */
export function formChanged(error: unknown, deed: ProductDeed): unknown {
  if (!(error instanceof CmsError) || error.code !== 'form_changed') return error;
  return new CmsError('form_changed', deed);
}

/** A form by which a product can be looked for, whichever deed was shown. */
export const anyForm = ({ change, off }: RecipeShop): RecipeProductChange | null => change ?? off?.form ?? null;
