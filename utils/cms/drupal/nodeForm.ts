import type { CmsPost } from '#utils/cms/engine.ts';
import { type FilledForm, formOf, type Reply } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { type Drupal, visit } from './session.ts';

export const NODE_FORM = 'form.node-form';

/** The names that the two generations give to the same fields. Everything else is found by how the form is built. */
interface Names {
  title: string;
  status: string;
  alias: string;
  /** The tick box of "make the address by itself", where that module is installed. */
  autoAlias: string;
  /** What an address begins with. */
  aliasRoot: string;
}
const NEW: Names = {
  title: 'title[0][value]',
  status: 'status[value]',
  alias: 'path[0][alias]',
  autoAlias: 'path[0][pathauto]',
  aliasRoot: '/',
};
const OLD: Names = {
  title: 'title',
  status: 'status',
  alias: 'path[alias]',
  autoAlias: 'path[pathauto]',
  aliasRoot: '',
};
const BACKDROP: Names = { ...OLD, autoAlias: 'path[auto]' };

/** Any language's body field: `body[0][value]`, `body[und][0][value]`, `body[id][0][value]`. */
const BODY = 'textarea[name^="body["][name$="[value]"]';
/** The field for free tagging; a term that is new is made when the form is saved. */
const TAGS = 'input[type="text"][name^="field_tags["]';
/** The state in a workflow; a form that has this field does not have the tick box "published". */
const MODERATION = 'select[name^="moderation_state["]';

export interface NodeForm extends FilledForm {
  names: Names;
  body: HTMLTextAreaElement;
  /** `formatName`, `tagsName` and `moderation` are null when this site or role has no such field. */
  formatName: string | null;
  tagsName: string | null;
  moderation: HTMLSelectElement | null;
  hasStatus: boolean;
  hasAlias: boolean;
  /** The form of a more fitting type, which is of use only to a post whose picture goes into its Media field. */
  better?: NodeForm | null;
}

/**
 * The form in which a post is edited; null when there is no such post, 'forbidden' when this person may not edit it.
 */
export async function editForm(session: Drupal, id: string): Promise<NodeForm | 'forbidden' | null> {
  const page = await visit(session, `node/${id}/edit`);
  if (page.status === 404) return null;
  return page.status === 403 ? 'forbidden' : nodeFormOn(page);
}

/** Reads a post's form. Throws `markup_changed` for a page without the form, or a form without title and text. */
export function nodeFormOn(page: Reply): NodeForm {
  const filled = formOf(page, NODE_FORM);
  const { form, data } = filled;
  const body = form.querySelector<HTMLTextAreaElement>(BODY);
  if (body === null) throw new CmsError('markup_changed', BODY);
  const names = namesOf(form);
  if (!has(form, names.title)) throw new CmsError('markup_changed', names.title);
  // The part of a file that nobody chose is left out: it means nothing to Drupal, and Firefox and jsdom differ in it.
  for (const input of form.querySelectorAll('input[type="file"]')) data.delete(input.getAttribute('name') ?? '');
  const formatName = body.name.replace(/\[value\]$/, '[format]');
  return {
    ...filled,
    names,
    body,
    formatName: has(form, formatName) ? formatName : null,
    tagsName: form.querySelector(TAGS)?.getAttribute('name') ?? null,
    moderation: form.querySelector<HTMLSelectElement>(MODERATION),
    hasStatus: has(form, names.status),
    hasAlias: has(form, names.alias),
  };
}

/** The post as the form has it. `stateOnPage` is asked for a role to which the form does not show whether it is published. */
export async function storedIn(
  session: Drupal,
  id: string,
  { data, names, body, hasStatus, moderation }: NodeForm,
  stateOnPage: () => Promise<CmsPost['state']>,
): Promise<CmsPost> {
  const stateInForm = data.get(names.status) === '1' ? 'published' : 'draft';
  return {
    id,
    title: String(data.get(names.title) ?? ''),
    html: body.value,
    state: hasStatus ? stateInForm : await stateOnPage(),
    mayPublish: hasStatus || moderation?.querySelector('[value="published"]') != null,
    // The post's pretty address may follow the title; this one stays.
    url: session.at(`node/${id}`).href,
  };
}

/**
 * True for a text in a format that this role may not use: its field is closed and says so instead of showing the text.
 */
export function isLocked({ data, body }: NodeForm): boolean {
  return !data.has(body.name);
}

/** True when two copies of a form were drawn from the same post, so that nobody saved in between. */
export function isSameText(one: NodeForm, other: NodeForm): boolean {
  const titleOf = ({ form, names }: NodeForm) => form.querySelector(`[name="${names.title}"]`)?.getAttribute('value');
  return one.body.value === other.body.value && titleOf(one) === titleOf(other);
}

function namesOf(form: HTMLFormElement): Names {
  if (has(form, NEW.title)) return NEW;
  return has(form, BACKDROP.autoAlias) ? BACKDROP : OLD;
}

function has(form: HTMLFormElement, name: string): boolean {
  return form.querySelector(`[name="${name}"]`) !== null;
}
