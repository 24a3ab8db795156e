import type { RecipeDeed, RecipeField } from '#contract';
import { withImage } from '#utils/cms/card.ts';
import type { Picture } from '#utils/cms/picture.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';
import { writeDay } from './day.ts';
import { controlsOf, isTick } from './formShape.ts';
import { bodyAsText, excerptOf, slugOf } from './safeWords.ts';
import type { Uploaded } from './uploadAnswer.ts';

/** The article as it goes into a form. */
export interface Words {
  title: string;
  post: Pick<LinkBackPost, 'html' | 'link' | 'pictureUrl'>;
  picture: Picture | null;
  /** What the picture is called in the form, where it was sent before. */
  uploaded?: Uploaded | null;
  /** ms since the epoch */
  now: number;
}

/** Whether the form for a new article has a place of its own for the picture, so that it does not stand in the text. */
export const ownsPicture = ({ fields, upload }: Pick<RecipeDeed, 'fields' | 'upload'>): boolean =>
  upload !== undefined || fields.some(({ role }) => role === 'picture');

/**
 * Fills the empty form as the person did when it was shown: each part of the article into its field, the shown choices,
 * the button. Whatever else stands in the form stays as the site wrote it, tokens and side switches too.
 */
export function fillForm(form: HTMLFormElement, data: FormData, deed: RecipeDeed, words: Words): void {
  const hasPictureField = ownsPicture(deed);
  for (const field of deed.fields) {
    if (field.role !== 'picture') data.set(field.name, textFor(field, words, hasPictureField));
    else if (words.picture !== null) data.set(field.name, words.picture.blob, words.picture.name);
  }
  for (const { name, value } of words.uploaded ?? []) data.set(name, String(value));
  for (const [name, choices] of Map.groupBy(deed.chosen, (choice) => choice.name)) {
    data.delete(name);
    const isEmpty = choices.every(({ value }) => value === '');
    const isUnticked = isEmpty && controlsOf(form).some((one) => one.name === name && isTick(one));
    if (!isUnticked) for (const { value } of choices) data.append(name, value);
  }
  if (deed.press !== null) data.set(deed.press.name, deed.press.value);
}

/** A part of the article as its field wants it; the picture stands in the text only where it has no field of its own. */
export function textFor({ role, form }: RecipeField, { title, post, now }: Words, hasPictureField: boolean): string {
  switch (role) {
    case 'title':
      return title;
    case 'slug':
      return slugOf(title);
    case 'body':
      return bodyFor(form, post, hasPictureField);
    case 'link':
      return post.link;
    case 'pictureUrl':
      return post.pictureUrl ?? '';
    case 'excerpt':
      return excerptOf(post.html, title);
    case 'date':
      return writeDay(form, now);
    case 'picture':
      return '';
  }
}

function bodyFor(
  form: RecipeField['form'],
  { html, link, pictureUrl }: Words['post'],
  hasPictureField: boolean,
): string {
  if (form === 'address') return link;
  if (form === 'text') return bodyAsText(withImage(html, null), link);
  return withImage(html, hasPictureField ? null : (pictureUrl ?? null));
}
