import type { RecipeChange } from '#contract';
import { type Reply, request, type Session } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { isAbout, MOST_ALIKE, rowLinks, withNumber } from './articleShape.ts';
import { actionOf, controlsOf, isHidden, shownNames, untouched } from './formShape.ts';
import { listPages } from './listPages.ts';
import { sameTitle } from './safeWords.ts';
import { atSite, idOf, sitePath } from './sitePath.ts';
import { ARTICLE_ID, inForm, onOrigin } from './toDeed.ts';

/** The form in which an article of ours stands, ready to be changed. */
export interface EditForm {
  page: Reply;
  form: HTMLFormElement;
  /** What stands in the field for the body, or for the product's address alone. */
  body: string;
  /** Where this article is saved. */
  action: string;
}

/** Which article is wanted. */
export interface Wanted {
  titles: readonly string[];
  /** Whether a body is the one that is looked for. */
  isOurs(body: string): boolean;
}

type Deed = Omit<RecipeChange, 'list'>;

/**
 * Finds the article's form as the person did when it was shown: on the same list, by the row that holds its title. A form
 * counts only when its title is the article's; of several the one whose body is ours. Throws `not_reached` when there is
 * none, or when two cannot be told apart, and `form_changed` when the form asks for other things than it did.
 */
export async function findEditForm(
  session: Session,
  siteUrl: string,
  deed: RecipeChange,
  wanted: Wanted,
): Promise<EditForm> {
  const found: EditForm[] = [];
  let isChanged = false;
  const looked = new Set<string | null>();
  // An older article has left the first page of the list.
  for await (const list of listPages(session, atSite(deed.list, siteUrl))) {
    for (const id of deed.page.includes('{id}') ? idsOn(list, siteUrl, deed, wanted) : [null]) {
      if (id !== null && looked.has(id)) continue;
      looked.add(id);
      const page = id === null ? list : await request(session, atSite(withNumber(deed.page, id), siteUrl));
      const forms = titledForms(page, siteUrl, deed, id, wanted.titles);
      const same = forms.filter(({ form }) => isShownForm(form, deed));
      isChanged ||= forms.length > same.length;
      found.push(...same);
    }
    if (found.some(({ body }) => wanted.isOurs(body))) break;
  }
  const ours = found.filter(({ body }) => wanted.isOurs(body));
  const [one] = ours.length > 0 ? ours : found;
  if (one === undefined) throw new CmsError(isChanged ? 'form_changed' : 'not_reached');
  // Two that are alike may be the same form, drawn twice.
  const others = (ours.length > 0 ? ours : found).filter((other) => saidBy(other) !== saidBy(one));
  if (others.length > 0) throw new CmsError('not_reached');
  // The site's token is the newest just before it is used.
  return looked.size === 1 ? one : again(session, siteUrl, deed, one, wanted);
}

function idsOn({ document, url }: Reply, siteUrl: string, { page }: Deed, { titles }: Wanted): string[] {
  const links = rowLinks(document, url, siteUrl).filter((link) => isAbout(link, titles));
  const ids = new Set(links.flatMap(({ path }) => idOf(path, page) ?? []));
  if (ids.size > MOST_ALIKE) throw new CmsError('not_reached');
  return [...ids];
}

async function again(session: Session, siteUrl: string, deed: Deed, found: EditForm, wanted: Wanted) {
  const page = await request(session, found.page.url);
  const id = idOf(sitePath(found.page.url, siteUrl) ?? '', deed.page);
  const form = titledForms(page, siteUrl, deed, id, wanted.titles).find((one) => saidBy(one) === saidBy(found));
  if (form === undefined) throw new CmsError('not_reached');
  return form;
}

/** The forms of a page that hold an article of one of these titles, and are for that article. */
function titledForms(
  page: Reply,
  siteUrl: string,
  deed: Deed,
  id: string | null,
  titles: readonly string[],
): EditForm[] {
  const title = deed.fields.find(({ role }) => role === 'title')?.name ?? '';
  const body = deed.fields.find(({ role }) => role === 'body' || role === 'link')?.name ?? '';
  const wanted = new Set(titles.map(sameTitle));
  return [...page.document.querySelectorAll('form')].flatMap((form) => {
    const names = new Set(controlsOf(form).map(({ name }) => name));
    if (!deed.fields.every(({ role, name }) => role === 'picture' || names.has(inForm(name)))) return [];
    if (!wanted.has(sameTitle(untouched(form, inForm(title))))) return [];
    const action = deed.way === 'form' ? ownAction(form, page, siteUrl, deed, id) : withNumber(deed.action, id);
    if (action === null || (!deed.action.includes('{id}') && !namesArticle(form, id))) return [];
    return [{ page, form, body: untouched(form, inForm(body)), action }];
  });
}

/** Where the form goes, when that is the shown address with this article's number in it. */
function ownAction(form: HTMLFormElement, page: Reply, siteUrl: string, deed: Deed, id: string | null): string | null {
  const url = actionOf(form, page.url);
  const path = url && sitePath(onOrigin(url, page.url), siteUrl);
  if (path === null) return null;
  if (!deed.action.includes('{id}')) return path === deed.action ? path : null;
  const named = idOf(path, deed.action);
  return named !== null && (id === null || named === id) ? path : null;
}

/** Where one address saves every article, a hidden field says which one is meant. */
export function namesArticle(form: HTMLFormElement, id: string | null): boolean {
  const hidden = controlsOf(form).filter(isHidden);
  return hidden.some(({ name, value }) => (id === null ? ARTICLE_ID.test(name) && /[1-9]/.test(value) : value === id));
}

function isShownForm(form: HTMLFormElement, { controls }: Deed): boolean {
  return shownNames(form).join('\n') === [...controls].sort().join('\n');
}

function saidBy({ form, action }: EditForm): string {
  const said = controlsOf(form).map(({ name }) => `${name}=${untouched(form, name)}`);
  return [action, ...said].join('\n');
}
