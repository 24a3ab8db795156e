import type { RecipeDeed } from '#contract';
import { NUMBERED } from '#contract/numbered.ts';
import { actionOf, controlsOf, isHidden, isSelect, isStanding, isTick, shownNames, untouched } from './formShape.ts';
import type { SeenSave } from './observe.ts';
import type { ShownUpload } from './seenUpload.ts';
import { SECRET, sitePath } from './sitePath.ts';

/** A hidden field that says which article the form is for; it is empty in a form for a new one. */
export const ARTICLE_ID =
  /^(?:id|kode|id_?(?:artikel|berita|post|data|edit|konten|produk|product|barang|umkm)|(?:artikel|berita|post|konten|produk|product|barang|umkm)_?id)$/i;

/** A member of JSON is called in the form as in the last part of its place. */
export const inForm = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Nothing to read: the site's own indentation within a text field and an editor's empty paragraph say no word. */
export const isBlank = (text: string): boolean => text.replace(/<\/?(?:p|div|br)\b[^>]*>|&nbsp;|\s/gi, '') === '';

/** The form's own title and body stand empty in it, and no hidden field names an article. */
export function isForNew(form: HTMLFormElement, deed: Pick<RecipeDeed, 'fields'>): boolean {
  const isFilled = deed.fields.some(
    ({ role, name }) => ['title', 'body'].includes(role) && !isBlank(untouched(form, inForm(name))),
  );
  return !isFilled && namesNone(form);
}

/** No hidden field of the form says which article it is for. */
export function namesNone(form: HTMLFormElement): boolean {
  const names = controlsOf(form).filter((control) => isHidden(control) && ARTICLE_ID.test(control.name));
  return names.every(({ value }) => value === '' || value === '0');
}

/** True when a save was one of an article that was there before. */
export function isChange({ method, action, shown }: SeenSave): boolean {
  const named = shown.some(({ name, value }) => ARTICLE_ID.test(inForm(name)) && /[1-9]/.test(value));
  return method !== 'POST' || NUMBERED.test(action.pathname + action.search) || named;
}

/** The forms of a page that post to this path and have every field of the deed. */
export function formsFor(
  document: Document,
  page: URL,
  siteUrl: string,
  deed: Pick<RecipeDeed, 'action' | 'fields'>,
): HTMLFormElement[] {
  return [...document.querySelectorAll('form')].filter((form) => {
    const action = actionOf(form, page);
    const path = action === null ? null : sitePath(onOrigin(action, page), siteUrl);
    const names = new Set(controlsOf(form).map(({ name }) => name));
    return path === deed.action && deed.fields.every(({ name }) => names.has(name));
  });
}

/** Behind a TLS proxy a site may write http:// into its own pages, so the scheme is the page's. */
export function onOrigin(url: URL, page: URL): URL {
  return url.hostname === page.hostname ? new URL(url.pathname + url.search, page.origin) : url;
}

/**
 * The deed of a save that the page's script sent. The page has to have a form with these fields, from which the rest is
 * taken; of what was sent beside the article only what a person can choose there is kept, and what is neither word nor
 * number.
 */
function toScriptDeed(seen: SeenSave, empty: Document, page: URL, siteUrl: string): RecipeDeed | null {
  const path = sitePath(page, siteUrl);
  const action = sitePath(onOrigin(seen.action, page), siteUrl);
  const form = scriptForm(empty, seen);
  if (path === null || action === null || form === null) return null;
  const { way, method, fields, shown, members, tokenHeader } = seen;
  const choices = new Set(
    controlsOf(form)
      .filter((one) => isTick(one) || isSelect(one) || isStanding(one))
      .map(({ name }) => name),
  );
  const isSaid = ({ name, value }: { name: string; value: string }) =>
    choices.has(inForm(name)) || (way === 'json' && ['true', 'false', 'null'].includes(value));
  return {
    way,
    page: path,
    action,
    method,
    controls: shownNames(form),
    fields,
    chosen: shown.filter(isSaid),
    press: null,
    ...(members !== undefined && { members: members.slice(0, 120) }),
    ...(tokenHeader !== undefined && { token: tokenOf(tokenHeader) }),
    ...uploadOf(seen.upload, page, siteUrl),
  };
}

/** How the picture is sent first, from the site's own address on; nothing for one that goes elsewhere, or with a key. */
function uploadOf(shown: ShownUpload | undefined, page: URL, siteUrl: string): Pick<RecipeDeed, 'upload'> {
  const url = URL.parse(shown?.action ?? '');
  const action = url && !SECRET.test(url.search) ? sitePath(onOrigin(url, page), siteUrl) : null;
  if (shown === undefined || action === null) return {};
  const { field, beside, into, tokenHeader } = shown;
  return { upload: { action, field, beside, into, ...(tokenHeader && { token: tokenOf(tokenHeader) }) } };
}

/** Where pages keep the token that goes into this header: Laravel and its kin in a `meta`, axios in a cookie. */
export function tokenOf(header: string): NonNullable<RecipeDeed['token']> {
  return header === 'x-csrf-token'
    ? { header, meta: 'csrf-token' }
    : { header, cookie: header === 'x-xsrf-token' ? 'XSRF-TOKEN' : 'csrftoken' };
}

/** The form of a page that its script sends: the one with every field of the deed, empty. */
export function scriptForm(document: Document, deed: Pick<RecipeDeed, 'fields'>): HTMLFormElement | null {
  const forms = [...document.querySelectorAll('form')].filter((form) => {
    const names = new Set(controlsOf(form).map(({ name }) => name));
    // A script may add a picture that is in no field of the form.
    const isIn = ({ role, name }: RecipeDeed['fields'][number]) => role === 'picture' || names.has(inForm(name));
    return deed.fields.every(isIn) && isForNew(form, deed);
  });
  return forms[0] ?? null;
}

/**
 * A seen save and the empty form of the same page, together the deed of a recipe: what the person chose is what differs
 * from the empty form. Null when the form is not there any more for a new article.
 */
export function toDeed(seen: SeenSave, empty: Document, page: URL, siteUrl: string): RecipeDeed | null {
  if (isChange(seen)) return null;
  if (seen.way !== 'form') return toScriptDeed(seen, empty, page, siteUrl);
  const path = sitePath(page, siteUrl);
  const action = sitePath(onOrigin(seen.action, page), siteUrl);
  if (path === null || action === null) return null;
  const { fields, press } = seen;
  const form = formsFor(empty, page, siteUrl, { action, fields }).find((one) => isForNew(one, { fields }));
  if (form === undefined) return null;
  const chosen = [...Map.groupBy(seen.shown, ({ name }) => name)].flatMap(([name, said]) =>
    said.map(({ value }) => value).join('\n') === untouched(form, name) ? [] : said,
  );
  const upload = uploadOf(seen.upload, page, siteUrl);
  return {
    way: 'form',
    page: path,
    action,
    method: 'POST',
    controls: shownNames(form),
    fields,
    chosen,
    press,
    ...upload,
  };
}
