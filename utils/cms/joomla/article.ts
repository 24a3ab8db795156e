import type { CmsPost } from '#utils/cms/engine.ts';
import { assertOurs, type FilledForm, formOf, type Reply, request } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { adminUrl, type Joomla, postTask, tokenOf } from './session.ts';

/** The form of articles, categories and menu entries alike. */
export const FORM = 'form#item-form';
/** Joomla's own numbers. Archived (2) is still public. */
export const STATES: Record<string, CmsPost['state']> = {
  '1': 'published',
  '2': 'published',
  '0': 'draft',
  '-2': 'down',
};
/**
 * The steps from one stage to the next. Every form of 4 and later has a field of this name; where articles do not go through
 * stages it is hidden and empty, and says nothing.
 */
const STEPS = 'select[name="jform[transition]"]';

/** The article form with what stands in it. */
export interface Article extends CmsPost {
  html: string;
  form: FilledForm;
  /** False for a role that may not publish, trash or restore (the form shows it the state greyed out), and with stages. */
  mayChangeState: boolean;
  /** Sites that work with stages show no state in the form; then `state` says draft until the list was asked. */
  showsState: boolean;
  /** The steps that this person may take from the article's stage; null on a site that does not work with stages. */
  steps: HTMLOptionElement[] | null;
}

/** The form of a new article. It locks nothing. */
export async function newArticle(session: Joomla): Promise<Article> {
  const url = adminUrl(session, { option: 'com_content', view: 'article', layout: 'edit' });
  return articleOn(session, await request(session, url), '0');
}

/**
 * The article in its form, which checks it out: nobody else can edit it until `release` or a save. Null when Joomla does
 * not open it: missing, not this person's to edit, or checked out by somebody else.
 */
export async function checkOut(session: Joomla, id: string): Promise<Article | null> {
  const reply = await openForm(session, { option: 'com_content', task: 'article.edit', id }, id);
  return reply && articleOn(session, reply, id);
}

/** How often a form is asked for. */
const TRIES = 3;

/**
 * Opens the form of an article or a menu entry. Joomla shows it only to a session in which it is marked as asked for, and a
 * page of the person's that loads meanwhile (another tab, the dashboard's checks) writes its older copy of the session
 * over the mark: so it is asked for more than once before "it does not open" is believed.
 */
export async function openForm(session: Joomla, query: Record<string, string>, id: string): Promise<Reply | null> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const reply = await request(session, adminUrl(session, query));
    if (isFormOf(reply, id)) return reply;
    // A page that somebody else put there says nothing of the article.
    assertOurs(reply);
  }
  return null;
}

/**
 * Gives the lock back; an administrator's call would break a colleague's, too. Joomla then also forgets what a refused save left, which the next form would
 * show.
 */
export async function release(session: Joomla, { id, form }: Pick<Article, 'id' | 'form'>): Promise<void> {
  const fields = { task: 'article.cancel', id, 'jform[id]': id };
  await postTask(session, form.action, tokenOf(form.page), fields);
}

export function isFormOf({ url }: Reply, id: string): boolean {
  return url.searchParams.get('layout') === 'edit' && url.searchParams.get('id') === id;
}

export function articleOn(session: Joomla, page: Reply, id: string): Article {
  const form = formOf(page, FORM);
  // The data says what the calendar's script would send: the shown date is written as the language writes dates.
  for (const input of form.form.querySelectorAll<HTMLInputElement>('input[data-alt-value]')) {
    if (form.data.has(input.name)) form.data.set(input.name, input.dataset.altValue ?? '');
  }
  const state = field<HTMLSelectElement>(form, 'jform[state]');
  const shown = state === null ? 'draft' : STATES[state.value];
  if (shown === undefined) throw new CmsError('markup_changed', 'jform[state]');
  const steps = form.form.querySelector<HTMLSelectElement>(STEPS);
  return {
    id,
    title: text(form, 'jform[title]'),
    html: text(form, 'jform[articletext]'),
    state: shown,
    url: publicUrl(session, id),
    form,
    showsState: state !== null,
    mayChangeState: form.data.has('jform[state]'),
    mayPublish: form.data.has('jform[state]'),
    // The first option is the stage that the article is in, the second a line.
    steps: steps && [...steps.options].filter(({ value }) => Number(value) > 0),
  };
}

/**
 * An article's public address. It needs no menu entry and stands whatever becomes of title, category and address
 * settings; Joomla leads on from it.
 */
export const publicUrl = ({ siteUrl }: Joomla, id: string): string =>
  `${siteUrl}/index.php?option=com_content&view=article&id=${id}`;

export function field<T extends Element>({ form }: FilledForm, name: string): T | null {
  return form.querySelector<T>(`[name="${name}"]`);
}

/** A field's value, whether the field is greyed out or not. */
export function text(form: FilledForm, name: string): string {
  return field<HTMLInputElement | HTMLTextAreaElement>(form, name)?.value ?? '';
}
