import type { Recipe, RecipeChange, RecipeDeed } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { countLinks } from '#utils/cms/link.ts';
import { inert } from '#utils/cms/plainText.ts';
import { CmsError, type DriverContext, type PostRef } from '#utils/cms/types.ts';
import { type EditForm, findEditForm } from './editForm.ts';
import { controlsOf, untouched } from './formShape.ts';
import { findStanding, isThere, type Read, readPublic, standingTitles } from './standing.ts';
import { inForm } from './toDeed.ts';
import { bodyMark } from './wordsMark.ts';

/** Where an article of ours stands now, as a stranger finds it. */
export interface Place {
  url: string;
  read: Read | null;
  /** What it may be called in the admin. */
  titles: string[];
}

/** Looks at the known address, and where it is not there any more, on the lists: a person may have given it another title. */
export async function placeOf(
  context: DriverContext,
  recipe: Recipe,
  known: PostRef,
  { link, title }: { link: string; title: string | undefined },
): Promise<Place> {
  const named = known.wrote === undefined ? [] : [known.wrote.title];
  const at = async (url: string, read: Read | null, titles: string[]): Promise<Place> =>
    titles.length > 0 ? { url, read, titles } : { url, read, titles: await standingTitles(context, recipe, url, read) };
  const read = await readPublic(context, known.url, link);
  if (isThere(read)) return at(known.url, read, named);
  const [moved] = await findStanding(context, recipe, { link, title: known.wrote?.title ?? title });
  if (moved !== undefined) return at(moved.url, await readPublic(context, moved.url, link), []);
  return { url: known.url, read, titles: [...named, ...(title === undefined ? [] : [title])] };
}

/** The article's form in the admin, of several the one whose body is ours. Throws as `findEditForm` does. */
export async function findOurs(
  session: Session,
  { siteUrl }: Recipe,
  deed: RecipeChange,
  { titles, url }: Place,
  link: string,
): Promise<EditForm> {
  try {
    return await findEditForm(session, siteUrl, deed, { titles, isOurs: (body) => isOurs(body, deed, link) });
  } catch (error) {
    // The person, whose turn it is, is given the address.
    if (error instanceof CmsError && error.code === 'not_reached') throw new CmsError('not_reached', url);
    throw error;
  }
}

const bodyField = ({ fields }: Pick<RecipeDeed, 'fields'>) =>
  fields.find(({ role }) => role === 'body' || role === 'link');

/** True where the article has no words of ours: only the product's address. */
export function isWordless(deed: Pick<RecipeDeed, 'fields'>): boolean {
  const field = bodyField(deed);
  return field?.role !== 'body' || field.form === 'address';
}

/** A body that we may write over holds our link once: a person's own article holds it twice, as a card is put in. */
export function isOurs(body: string, deed: RecipeChange, link: string): boolean {
  if (isWordless(deed)) return body.trim() === link;
  return bodyField(deed)?.form === 'text' ? body.split(link).length === 2 : countLinks(body, link) === 1;
}

/** Whether a body shows or links what no card of ours does (a picture, a film, another page): its words do not tell. */
export function hasOthers(body: string, link: string): boolean {
  const all = [...inert(body).querySelectorAll('img[src], iframe[src], video[src], a[href]')];
  const to = (one: Element) =>
    URL.parse(one.getAttribute('src') ?? one.getAttribute('href') ?? '', 'https://own.invalid');
  return all.some((one) => to(one)?.host !== new URL(link).host);
}

/** The fingerprint of the words in the form. */
export function markIn({ body }: EditForm, deed: RecipeChange, link: string): string {
  return bodyMark(body, bodyField(deed)?.form, link);
}

/** The article's title, which is never changed: its address may follow it. */
export function titleIn({ form }: EditForm, { fields }: RecipeChange): string {
  const name = inForm(fields.find(({ role }) => role === 'title')?.name ?? '');
  return controlsOf(form).some((control) => control.name === name) ? untouched(form, name) : '';
}
