import type { Recipe, RecipeDeed } from '#contract';
import { type Reply, type Session, send } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { fillForm, textFor, type Words } from './fillForm.ts';
import { shownNames, untouched } from './formShape.ts';
import { atSite } from './sitePath.ts';
import { formsFor, inForm, isForNew, scriptForm } from './toDeed.ts';

/** The form of a fresh page that is the shown one. Throws `form_changed` where there is none. */
export function shownForm(page: Reply, { create, siteUrl }: Recipe): HTMLFormElement {
  // What can only be driven in sight is never sent from here.
  if (create.way === 'driven') throw new CmsError('form_changed');
  const forms =
    create.way === 'form'
      ? formsFor(page.document, page.url, siteUrl, create).filter((form) => isForNew(form, create))
      : [scriptForm(page.document, create)].filter((form) => form !== null);
  const form = forms.find((one) => shownNames(one).join('\n') === [...create.controls].sort().join('\n'));
  if (form === undefined) throw new CmsError('form_changed', page.document.title.trim().slice(0, 100) || null);
  return form;
}

/** Sends the deed once, as the browser or the page's own script sent it when it was shown. */
export function sendDeed(
  session: Session,
  page: Reply,
  form: HTMLFormElement,
  { siteUrl }: Recipe,
  deed: RecipeDeed,
  words: Words,
): Promise<Reply> {
  // Sites that lead back to where one came from must come back to the form, as they do for a person.
  const init = { method: deed.method, referrer: page.url.href };
  const action = atSite(deed.action, siteUrl);
  if (deed.way === 'form') return send(session, action, { ...init, body: formData(form, deed, words) });
  const headers = scriptHeaders(page.document, deed);
  if (deed.way === 'formData') return send(session, action, { ...init, headers, body: formData(form, deed, words) });
  headers['content-type'] = 'application/json';
  return send(session, action, { ...init, headers, body: JSON.stringify(jsonFor(form, deed, words)) });
}

function formData(form: HTMLFormElement, deed: RecipeDeed, words: Words): FormData {
  const data = new FormData(form);
  fillForm(form, data, deed, words);
  return data;
}

/** What a page's script says of itself, and the token that the page shows for it. */
export const scriptHeaders = (document: Document, shown: Pick<RecipeDeed, 'token'>): Record<string, string> => ({
  accept: 'application/json',
  'x-requested-with': 'XMLHttpRequest',
  ...tokenIn(document, shown),
});

/** The token that the page shows for its script; a page without one sends none. */
function tokenIn(document: Document, { token }: Pick<RecipeDeed, 'token'>): Record<string, string> {
  if (token === undefined) return {};
  const { header, meta, cookie } = token;
  if (meta !== undefined) {
    const metas = [...document.querySelectorAll('meta[name]')];
    const shown = metas.find((one) => one.getAttribute('name') === meta)?.getAttribute('content');
    return shown ? { [header]: shown } : {};
  }
  const found = globalThis.document.cookie.split('; ').find((one) => one.startsWith(`${cookie}=`));
  return found === undefined ? {} : { [header]: decodeURIComponent(found.slice(found.indexOf('=') + 1)) };
}

/** The JSON of a new article: its parts, what was chosen, and the rest as the empty form has it. */
function jsonFor(form: HTMLFormElement, deed: RecipeDeed, words: Words): unknown {
  const body: Record<string, unknown> = {};
  for (const name of deed.members ?? []) put(body, name, untouched(form, inForm(name)));
  for (const { name, value } of deed.chosen) put(body, name, JSON.parse(value));
  for (const field of deed.fields) put(body, field.name, textFor(field, words, deed.upload !== undefined));
  for (const { name, value } of words.uploaded ?? []) put(body, name, value);
  return body;
}

/** Puts a value at its place (`/data/judul`), making the objects on the way. */
function put(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/'));
  const last = parts.pop();
  if (last === undefined || [...parts, last].includes('__proto__')) return;
  let at = body;
  for (const part of parts) {
    if (typeof at[part] !== 'object' || at[part] === null) at[part] = {};
    at = at[part] as Record<string, unknown>;
  }
  at[last] = value;
}
