import type { RecipeDeed } from '#contract';
import { actionOf, controlsOf, isHidden, shownNames, untouched } from './formShape.ts';
import type { SeenSave } from './observe.ts';
import { sitePath } from './sitePath.ts';

/** A hidden field that says which article the form is for; it is empty in a form for a new one. */
const ARTICLE_ID = /^(?:id|id_?(?:artikel|berita|post|data|edit|konten)|(?:artikel|berita|post|konten)_?id)$/i;

/** The form's own title and body stand empty in it, and no hidden field names an article. */
export function isForNew(form: HTMLFormElement, deed: Pick<RecipeDeed, 'fields'>): boolean {
  const isFilled = deed.fields.some(
    ({ role, name }) => ['title', 'body'].includes(role) && untouched(form, name) !== '',
  );
  const names = controlsOf(form).filter((control) => isHidden(control) && ARTICLE_ID.test(control.name));
  return !isFilled && names.every(({ value }) => value === '' || value === '0');
}

/** The forms of a page that post to this path and have every field of the deed. */
export function formsFor(
  document: Document,
  page: URL,
  siteUrl: string,
  deed: Pick<RecipeDeed, 'action' | 'fields'>,
  isAction = (path: string) => path === deed.action,
): HTMLFormElement[] {
  return [...document.querySelectorAll('form')].filter((form) => {
    const action = actionOf(form, page);
    const path = action === null ? null : sitePath(onOrigin(action, page), siteUrl);
    const names = new Set(controlsOf(form).map(({ name }) => name));
    return path !== null && isAction(path) && deed.fields.every(({ name }) => names.has(name));
  });
}

/** Behind a TLS proxy a site may write http:// into its own pages, so the scheme is the page's. */
function onOrigin(url: URL, page: URL): URL {
  return url.hostname === page.hostname ? new URL(url.pathname + url.search, page.origin) : url;
}

/**
 * A seen save and the empty form of the same page, together the deed of a recipe: what the person chose is what differs
 * from the empty form. Null when the form is not there any more for a new article.
 */
export function toDeed(seen: SeenSave, empty: Document, page: URL, siteUrl: string): RecipeDeed | null {
  const path = sitePath(page, siteUrl);
  const action = sitePath(onOrigin(seen.action, page), siteUrl);
  if (path === null || action === null) return null;
  const { fields, press } = seen;
  const form = formsFor(empty, page, siteUrl, { action, fields }).find((one) => isForNew(one, { fields }));
  if (form === undefined) return null;
  const said = new Map<string, string[]>();
  for (const { name, value } of seen.shown) said.set(name, [...(said.get(name) ?? []), value]);
  const chosen = seen.shown.filter(({ name }) => said.get(name)?.join('\n') !== untouched(form, name));
  return { way: 'form', page: path, action, method: 'POST', controls: shownNames(form), fields, chosen, press };
}
