import { formOf, type Reply } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { NodeForm } from './nodeForm.ts';
import { press } from './press.ts';
import { settingsIn } from './recognise.ts';
import { type Drupal, post, refusalOn, visit } from './session.ts';

/** The tag that our posts get, by which a site lists its products of its own accord. */
export const TAG = 'Produk Desa';
/** The tag's vocabulary, which every standard installation of Drupal and Backdrop has. */
const VOCABULARY = 'tags';
/** The form of a tag: since Drupal 8, then in 7 and Backdrop. */
const FORM = 'form.taxonomy-term-form, form#taxonomy-form-term';
const NAME = '[name="name[0][value]"], [name="name"]';
/** The tag's own form, linked beside it in the list. */
const EDIT = /taxonomy\/term\/(\d+)\/edit\b/;
/** How many pages of the list of tags are read, a hundred tags each. */
const PAGES_MAX = 10;

export interface Term {
  id: string;
  /** The address by which the site links to its page: by its number, or a pretty one. Null when only the number is known. */
  href: URL | null;
}

/** True for Drupal 8 or newer, whose addresses of menus and tags differ from those of 7 and Backdrop. */
export function isModern({ document }: Drupal): boolean {
  return settingsIn(document) !== null;
}

/** Our tag, null when there is none yet. `sawAll` is false for a person who may not look at the list of all tags. */
export async function findTerm(session: Drupal, node: NodeForm): Promise<{ term: Term | null; sawAll: boolean }> {
  const path = pathTo(session, 'list');
  for (let number = 0; number < PAGES_MAX; number += 1) {
    const page = await visit(session, number === 0 ? path : `${path}?page=${number}`);
    if (page.status !== 200) return { term: await askField(session, node), sawAll: false };
    const term = termOn(page);
    const hasMore = page.document.querySelector(`a[href*="page=${number + 1}"]`) !== null;
    if (term !== null || !hasMore) return { term, sawAll: true };
  }
  return { term: await askField(session, node), sawAll: false };
}

/** Makes the tag, before the first post does. Throws `no_permission` where this person may not. */
export async function makeTerm(session: Drupal, node: NodeForm): Promise<Term> {
  const path = pathTo(session, 'add');
  const page = await visit(session, path);
  if (page.status !== 200) throw new CmsError('no_permission', path);
  const form = formOf(page, FORM);
  const name = form.form.querySelector(NAME)?.getAttribute('name');
  if (!name) throw new CmsError('markup_changed', NAME);
  form.data.set(name, TAG);
  press(form);
  const reply = await post(session, form);
  const { term } = await findTerm(session, node);
  if (term === null) throw new CmsError('refused', refusalOn(reply));
  return term;
}

function pathTo(session: Drupal, end: 'list' | 'add'): string {
  const root = `admin/structure/taxonomy/${isModern(session) ? 'manage/' : ''}${VOCABULARY}`;
  if (end === 'add') return `${root}/add`;
  return isModern(session) ? `${root}/overview` : root;
}

function termOn({ document, url }: Reply): Term | null {
  const links = [...document.querySelectorAll('td a[href]')];
  for (const link of links.filter(({ textContent }) => isOurs(textContent))) {
    const beside = [...(link.closest('tr')?.querySelectorAll('a[href]') ?? [])];
    const id = beside.map((one) => EDIT.exec(decodeURIComponent(one.getAttribute('href') ?? ''))?.[1]).find(Boolean);
    if (id) return { id, href: URL.parse(link.getAttribute('href') ?? '', url) };
  }
  return null;
}

/** Finds the tag by the field for tags: since Drupal 8 it proposes tags with their numbers to everybody who writes. */
async function askField(session: Drupal, { form, tagsName }: NodeForm): Promise<Term | null> {
  const field = form.querySelector(`[name="${tagsName}"]`);
  const path = field?.getAttribute('data-autocomplete-path');
  if (!path) return null;
  const url = new URL(path, session.siteUrl);
  url.searchParams.set('q', TAG);
  const { text } = await visit(session, url);
  const ids = proposals(text).map((value) => /^"*(.*?)"* \((\d+)\)$/.exec(value));
  const id = ids.find((match) => isOurs(match?.[1]))?.[2];
  return id === undefined ? null : { id, href: null };
}

function proposals(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map((one: { value?: unknown }) => String(one.value)) : [];
  } catch {
    throw new CmsError('markup_changed', 'data-autocomplete-path');
  }
}

const isOurs = (name: string | null | undefined): boolean => name?.trim().toLowerCase() === TAG.toLowerCase();
