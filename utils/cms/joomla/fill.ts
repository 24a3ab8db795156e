import { withImage } from '#utils/cms/card.ts';
import type { Written } from '#utils/cms/engine.ts';
import { idIn } from '#utils/cms/link.ts';
import { type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import type { Article } from './article.ts';
import { CATEGORY, CATEGORY_FIELD, categoriesOf, ourCategory } from './category.ts';
import { PICTURE_FIELDS, pathOf, storedPicture, upload } from './media.ts';
import type { Joomla } from './session.ts';

/**
 * The attributes by which Joomla from 3.7 to the last 3, then 4 and later, say that a category is made by sending its
 * name behind this prefix.
 */
const NEW_CATEGORY = { old: 'data-custom_value_prefix', modern: 'new-item-prefix' };
/**
 * Steps of a site's workflow have nothing but names; these are the default one's, in both languages. Where there is no step
 * to the trash, one that hides the article takes it down as well.
 */
const STEPS = {
  publish: [/^\s*(publish|terbit|publikasi)/i],
  trash: [/trash|buang|sampah/i, /unpublish|batal|tarik|sembunyi/i],
};

export const STEP_FIELD = 'jform[transition]';

export interface Filled {
  html: string;
  image: Omit<Written, 'id'>;
}

/** Fills an article's form with the post, and uploads the picture on the way. */
export async function fill(session: Joomla, article: Article, post: LinkBackPost, toJpeg: ToJpeg): Promise<Filled> {
  const { data } = article.form;
  const image = await choosePicture(session, article, post, toJpeg);
  // Where the form has picture fields, every theme draws the picture beside the text.
  const html = withImage(post.html, storedPicture(article) === null ? image.imageUrl : null);
  data.set('jform[title]', plainTitle(post.title));
  data.set('jform[articletext]', html);
  // The note tells colleagues in the list whose article it is, and Joomla before 3.9 finds the article by it. A
  // person's note stays.
  if (data.get('jform[note]') === '') data.set('jform[note]', `Dodolan ${idIn(post.link)}`);
  // Joomla 5 refuses an article without a language.
  if (!data.get('jform[language]')) data.set('jform[language]', '*');
  if (post.asDraft) keepDraft(article);
  else publish(article);
  return { html, image };
}

/** Sets the picture, unless it is there already or a person put another in its place. */
async function choosePicture(
  session: Joomla,
  article: Article,
  { image, known }: LinkBackPost,
  toJpeg: ToJpeg,
): Promise<Filled['image']> {
  const { data } = article.form;
  const stored = storedPicture(article) ?? '';
  const picture = await toPicture(image, toJpeg);
  const isOurs = picture !== null && (stored.includes(picture.print) || known?.imageId === picture.print);
  const stays = picture === null || (stored !== '' && isOurs);
  const value = stays ? stored : await upload(session, article, picture, toJpeg);
  if (!value) {
    const pictureMissing = image === null ? undefined : ('refused' as const);
    // The print is kept, so that a picture that a person puts in instead is left alone.
    return { imageId: picture?.print ?? null, imageUrl: null, pictureMissing };
  }
  for (const name of stays ? [] : PICTURE_FIELDS.filter((candidate) => data.has(candidate))) {
    data.set(name, value);
    data.set(name.replace(/\]$/, '_alt]'), image?.alt ?? '');
  }
  return { imageId: picture?.print ?? null, imageUrl: `${session.siteUrl}/${pathOf(value)}` };
}

/**
 * Publishes by the form. A role that may not change the state leaves it to Joomla, which keeps a new article unpublished.
 * Archived, which is public too, stays archived.
 */
function publish(article: Article): void {
  if (article.state === 'published') return;
  if (article.mayChangeState) article.form.data.set('jform[state]', '1');
  const step = stepFor(article, 'publish');
  if (step !== null) article.form.data.set(STEP_FIELD, step);
}

/** Leaves it unpublished. With stages a new article stands where the site's workflow begins, which is the site's own choice. */
function keepDraft(article: Article): void {
  // The form of a new article proposes to publish it.
  const isPublic = article.id !== '0' && article.state === 'published';
  if (article.mayChangeState && !isPublic) article.form.data.set('jform[state]', '0');
}

/** The step that does this to an article, null where this person may take none. */
export function stepFor({ steps }: Article, change: keyof typeof STEPS): string | null {
  const found = STEPS[change].flatMap((name) => (steps ?? []).filter(({ text }) => name.test(text)));
  return found[0]?.value ?? null;
}

/**
 * Chooses "Produk Desa", which is made with the article when it is missing and this person may do that; else the
 * category that Joomla proposes.
 */
export function chooseCategory(article: Article): void {
  const select = categoriesOf(article);
  const found = ourCategory(select);
  const modern = select.closest(`[${NEW_CATEGORY.modern}]`)?.getAttribute(NEW_CATEGORY.modern);
  const prefix = select.getAttribute(NEW_CATEGORY.old) ?? modern;
  const { data } = article.form;
  if (found !== null) data.set(CATEGORY_FIELD, found);
  else if (prefix) data.set(CATEGORY_FIELD, prefix + CATEGORY);
  else if (select.options.length === 0) throw new CmsError('no_permission', 'core.create');
}

/**
 * The title without marks of HTML, because some lists print titles as they are, and without letters that older
 * databases cannot hold.
 */
export function plainTitle(title: string): string {
  return title
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
