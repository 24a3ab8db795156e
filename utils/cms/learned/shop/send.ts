import type { Recipe, RecipeProduct } from '#contract';
import type { Reply } from '#utils/cms/form.ts';
import { asError, LOOKS, type Tools } from '#utils/cms/learned/create.ts';
import { sendDeed } from '#utils/cms/learned/sendDeed.ts';
import type { Picture } from '#utils/cms/picture.ts';
import { CmsError } from '#utils/cms/types.ts';
import { fieldOf } from './inTable.ts';
import type { Work } from './place.ts';
import { type PublicShop, readShop } from './publicShop.ts';

/** What goes into a product's form; everything else stays as the site wrote it. */
export interface Filling {
  values: readonly { name: string; value: string }[];
  picture: Picture | null;
}

/** Sends a product's form once. What the site says to it is not believed, so that a failure is answered, not thrown. */
export function sendProduct(
  { session, recipe, item }: Work,
  { page, form }: { page: Reply; form: HTMLFormElement },
  deed: RecipeProduct & { title?: string },
  { values, picture }: Filling,
  { now }: Tools,
): Promise<Reply | CmsError> {
  const { title = '', goods: _, ...rest } = deed;
  const isGiven = ({ role }: { role: string }) => role !== 'title' && role !== 'body';
  const given = new Set(values.map(({ name }) => name));
  const own = {
    ...rest,
    fields: deed.fields.filter((field) => isGiven(field) && (field.role !== 'picture' || picture !== null)),
    // What is said of this product counts, not what was chosen when it was shown.
    chosen: [...deed.chosen.filter(({ name }) => !given.has(name)), ...values],
  };
  const post = { html: item.description, link: item.link, pictureUrl: undefined };
  return sendDeed(session, page, form, recipe satisfies Recipe, own, { title, post, picture, now: now() }).catch(
    asError,
  );
}

/** The form's own field for a picture, and whether the person had to choose one anew to change a product. */
export const pictureField = (deed: RecipeProduct): string | null => fieldOf(deed, 'picture');

/**
 * Whether the shop's public page still comes to everybody with all products that were on it; asked twice, because a page may
 * stumble. True where nobody can tell.
 */
export async function isWhole({ context, recipe, shop, before }: Work, fewer: number): Promise<boolean> {
  const isOne = ({ count, isEnded }: PublicShop) => count >= before.count - fewer && (isEnded || !before.isEnded);
  for (let tries = 0; tries < 2; tries += 1) {
    const after = await readShop(context, { siteUrl: recipe.siteUrl, shop }).catch(asError);
    if (after instanceof CmsError ? after.code === 'network' : isOne(after)) return true;
  }
  return false;
}

/** What a site shows in a moment: asked a few times until it is so; null when it never is. */
export async function inTime<T>({ wait }: Tools, look: () => Promise<T | null>): Promise<T | null> {
  let failed: CmsError | null = null;
  for (const pause of LOOKS) {
    if (pause > 0) await wait(pause);
    try {
      const found = await look();
      if (found !== null) return found;
      failed = null;
    } catch (error) {
      failed = asError(error);
    }
  }
  if (failed !== null) throw failed;
  return null;
}
