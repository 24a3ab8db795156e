import { formOf, postForm } from '#utils/cms/form.ts';
import { visit } from './pages.ts';
import { CATEGORY, type WordPress } from './session.ts';

/** The filter over the list of posts names every category, for every role. */
const FILTER_OPTIONS = 'select[name="cat"] > option';
const ADD_FORM = 'form#addtag';

/**
 * Our category's number; the category is made if the role may do that. Null when it may not: the post then goes into
 * the site's usual category.
 */
export async function formCategory(session: WordPress): Promise<string | null> {
  const there = await find(session);
  if (there !== null) return there;
  const page = await visit(session, 'edit-tags.php?taxonomy=category');
  if (page === null || page.document.querySelector(ADD_FORM) === null) return null;
  const form = formOf(page, ADD_FORM);
  form.data.set('tag-name', CATEGORY.name);
  form.data.set('slug', CATEGORY.slug);
  await postForm(session, form);
  return find(session);
}

async function find(session: WordPress): Promise<string | null> {
  const list = await visit(session, 'edit.php');
  const options = list?.document.querySelectorAll(FILTER_OPTIONS) ?? [];
  const ours = [...options].find((option) => option.textContent?.trim().toLowerCase() === CATEGORY.name.toLowerCase());
  return ours?.getAttribute('value') ?? null;
}
