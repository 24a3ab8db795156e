import type { RecipeChange, RecipeTakeDown } from '#contract';
import { NUMBERED } from '#contract/numbered.ts';
import { type Reply, request } from '#utils/cms/form.ts';
import { countLinks } from '#utils/cms/link.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { isAbout, rowLinks, shapeAmong, shapeFor } from './articleShape.ts';
import { namesArticle } from './editForm.ts';
import { controlsOf, shownNames, untouched } from './formShape.ts';
import type { SeenSave } from './observe.ts';
import { sameTitle } from './safeWords.ts';
import { learnedSession } from './session.ts';
import { shapeOnList } from './shapeOnList.ts';
import { SECRET, sitePath } from './sitePath.ts';
import { readPublic } from './standing.ts';
import { formsFor, inForm, onOrigin, tokenOf } from './toDeed.ts';

/** What a lesson is about: the article that stands, and what the person does with it. */
export interface Shown {
  deed: 'change' | 'takeDown';
  link: string;
  /** What the article may be called on the site. */
  titles: readonly string[];
  /** Its public address. */
  url: string;
  /** The page of the admin on which the person chose it; null when none was seen. */
  list: URL | null;
  /** What is sold out may stay in public, where its page says so. */
  mayStay?: boolean;
}

/** How such a lesson ends: learned, or why not. */
export type ChangeEnd =
  | { state: 'changed'; form: RecipeChange; takeDown: Omit<RecipeTakeDown, 'form'> | null }
  | { state: 'storage' | 'no_list' | 'no_id' | 'no_edit_form' | 'alike' | 'not_public' | 'still_public' };

/**
 * Makes of a save that was seen what is to be known to do it again: the list from which the person came is fetched once
 * more, to see by which of its links the form is reached, then the form itself; and the article is read as a stranger
 * reads it, to see that the deed was done. Throws `CmsError`.
 */
export async function finishChange(
  context: DriverContext,
  seen: SeenSave,
  page: URL,
  shown: Shown,
): Promise<ChangeEnd> {
  const { siteUrl } = context.page;
  if ([page, seen.action, ...(shown.list ? [shown.list] : [])].some(({ search }) => SECRET.test(search)))
    return { state: 'storage' };
  const list = shown.list && sitePath(shown.list, siteUrl);
  const path = sitePath(page, siteUrl);
  const action = sitePath(onOrigin(seen.action, page), siteUrl);
  if (shown.list === null || list === null || path === null || action === null) return { state: 'no_list' };
  // A page that names one article is the form of that one, and leads to no other.
  if (list === path && NUMBERED.test(path)) return { state: 'no_list' };

  const session = learnedSession(context);
  const listed = await request(session, shown.list);
  const place = list === path ? { page: path, id: null } : placeOf(listed, path, siteUrl, shown.titles);
  if (place === null) return { state: 'no_list' };
  const fresh = list === path ? listed : await request(session, page);
  const forms = formsOf(fresh, seen, action, siteUrl).filter((form) => isShown(form, seen, shown, list === path));
  const [form] = forms;
  if (form === undefined) return { state: 'no_edit_form' };
  if (new Set(forms.map(saidBy)).size > 1) return { state: 'alike' };
  const shape = place.id === null ? shapeOnList(fresh, action, siteUrl) : shapeFor(action, place.id);
  if (place.id !== null && !place.page.includes('{id}')) return { state: 'no_id' };
  if (!shape.includes('{id}') && !namesArticle(form, place.id)) return { state: 'no_id' };

  const read = await readPublic(context, shown.url, shown.link);
  const isPublic = read !== null && (read.isLinked || read.isMentioned);
  if (shown.deed === 'change' && !isPublic) return { state: 'not_public' };
  if (shown.deed === 'takeDown' && isPublic && shown.mayStay !== true) return { state: 'still_public' };
  const { way, method, fields, press, members, tokenHeader } = seen;
  const sends = {
    ...(members && { members: members.slice(0, 120) }),
    ...(tokenHeader && { token: tokenOf(tokenHeader) }),
  };
  const chosen = seen.shown.filter(({ name }) => name === '_method');
  const controls = shownNames(form);
  return {
    state: 'changed',
    form: { way, page: place.page, action: shape, method, controls, fields, chosen, press, list, ...sends },
    takeDown: shown.deed === 'takeDown' ? takenDown(seen) : null,
  };
}

/** By which address the list leads to the form; null when it does not, with the article's title in the row. */
function placeOf({ document, url }: Reply, path: string, siteUrl: string, titles: readonly string[]) {
  const links = rowLinks(document, url, siteUrl);
  if (!links.some((link) => link.path === path && isAbout(link, titles))) return null;
  const found = shapeAmong(path, links);
  return found === null ? { page: path, id: '' } : { page: found.shape, id: found.id };
}

function formsOf(page: Reply, { way, fields }: SeenSave, action: string, siteUrl: string): HTMLFormElement[] {
  const needed = fields.filter(({ role }) => role !== 'picture');
  if (way === 'form') return formsFor(page.document, page.url, siteUrl, { action, fields: needed });
  return [...page.document.querySelectorAll('form')].filter((form) => {
    const names = new Set(controlsOf(form).map(({ name }) => name));
    return needed.every(({ name }) => names.has(inForm(name)));
  });
}

/** Whether this is the form of the article; what was taken down by words holds the product's address no more. */
function isShown(
  form: HTMLFormElement,
  { fields }: SeenSave,
  { deed, link, titles }: Shown,
  isOnList: boolean,
): boolean {
  const standsIn = (...roles: string[]) => {
    const field = fields.find(({ role }) => roles.includes(role));
    return field === undefined ? '' : untouched(form, inForm(field.name));
  };
  if (!titles.map(sameTitle).includes(sameTitle(standsIn('title')))) return false;
  const body = standsIn('body', 'link');
  return body.includes(link) || countLinks(body, link) > 0 || (deed === 'takeDown' && !isOnList);
}

const saidBy = (form: HTMLFormElement): string =>
  controlsOf(form)
    .map(({ name }) => `${name}=${untouched(form, name)}`)
    .join('\n');

/** What the person chose otherwise than it stood. */
function takenDown({ shown, before = [] }: SeenSave): Omit<RecipeTakeDown, 'form'> {
  const said = (choices: readonly { name: string; value: string }[], name: string) =>
    choices.filter((choice) => choice.name === name).map(({ value }) => value);
  const names = [...new Set(before.map(({ name }) => name))];
  const other = names.filter((name) => said(shown, name).join('\n') !== said(before, name).join('\n'));
  const of = (choices: readonly { name: string; value: string }[]) =>
    choices.filter(({ name }) => other.includes(name));
  return { chosen: of(shown), before: of(before) };
}
