import { formOf, postForm, request } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { type Article, FORM, field, isFormOf, newArticle } from './article.ts';
import { refusal } from './refusal.ts';
import { adminUrl, type Joomla, postTask, tokenOf } from './session.ts';

export const CATEGORY = 'Produk Desa';
export const CATEGORY_FIELD = 'jform[catid]';

/** The select in which an article's category is chosen. Throws `markup_changed` when the form has none. */
export function categoriesOf({ form }: Pick<Article, 'form'>): HTMLSelectElement {
  const select = field<HTMLSelectElement>(form, CATEGORY_FIELD);
  if (select === null) throw new CmsError('markup_changed', CATEGORY_FIELD);
  return select;
}

/**
 * The number of "Produk Desa" among a select's options, null when it is not there; sub-categories stand behind dashes.
 */
export function ourCategory(select: HTMLSelectElement): string | null {
  const found = [...select.options].find(
    ({ text }) =>
      text
        .replace(/^[\s-]+/, '')
        .trim()
        .toLowerCase() === CATEGORY.toLowerCase(),
  );
  return found?.value ?? null;
}

/** Makes the category before the first article does. Throws `no_permission` where this person may not. */
export async function makeCategory(session: Joomla): Promise<string> {
  const url = adminUrl(session, { option: 'com_categories', task: 'category.add', extension: 'com_content' });
  const page = await request(session, url);
  if (page.document.querySelector(FORM) === null) throw new CmsError('no_permission', 'com_categories');
  const form = formOf(page, FORM);
  form.data.set('jform[title]', CATEGORY);
  // Joomla 5 refuses a category without a language.
  if (!form.data.get('jform[language]')) form.data.set('jform[language]', '*');
  form.data.set('task', 'category.apply');
  const reply = await postForm(session, form);
  const id = reply.url.searchParams.get('id') ?? '0';
  // A list in the form's place does not say that nothing was made, see `openForm`: then the articles' own choice tells.
  const isMade = Number(id) > 0 && isFormOf(reply, id);
  const made = isMade ? id : ourCategory(categoriesOf(await newArticle(session)));
  const fields = { task: 'category.cancel', id: made ?? '0', 'jform[id]': made ?? '0' };
  await postTask(session, form.action, tokenOf(page), fields);
  if (made === null) throw refusal(form, reply);
  return made;
}
