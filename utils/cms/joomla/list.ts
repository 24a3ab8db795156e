import type { CmsPost } from '#utils/cms/engine.ts';
import { assertOurs, request } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { publicUrl, STATES } from './article.ts';
import { type Lock, lockOn } from './lock.ts';
import { adminUrl, type Joomla } from './session.ts';

/** This form stands on the list whatever the list holds; it is absent where this person may not see articles at all. */
const LIST = 'form#adminForm';
const ROWS = 'input[name="cid[]"]';
/**
 * The button of the state, from Joomla 4 on. A row has others of its kind before it: of the stage, where articles go through
 * stages (it says nothing), and of "featured".
 */
const STATE = '.article-status [class*="data-state-"]';
const EDIT = 'a[href*="task=article.edit"]';
/**
 * A layout that does not exist is drawn as the normal one, but Joomla keeps its filters apart: the list as the person
 * left it stays as it was.
 */
const OWN_LAYOUT = 'dodolan';
const MANY = '100';

export interface Row {
  id: string;
  title: string;
  canEdit: boolean;
  /** Null before Joomla 4, whose list does not write it down, and where it cannot be read. */
  state: CmsPost['state'] | null;
  lock: Lock;
}

/** Articles in every state, trash too, by Joomla's own search: words, `id:7`, `content:words`; the newest without words. */
export async function listArticles(session: Joomla, search: string): Promise<Row[]> {
  const page = await request(
    session,
    adminUrl(session, {
      option: 'com_content',
      view: 'articles',
      layout: OWN_LAYOUT,
      'filter[search]': search,
      'filter[published]': '*',
      'list[limit]': MANY,
      'list[fullordering]': search === '' ? 'a.id DESC' : 'a.id ASC',
    }),
  );
  const { document } = page;
  if (document.querySelector(LIST) === null) {
    assertOurs(page);
    throw new CmsError('no_permission', 'com_content');
  }
  return [...document.querySelectorAll(`${LIST} ${ROWS}`)].map((box) => {
    const row = box.closest('tr');
    const edit = row?.querySelector(EDIT) ?? null;
    const title = edit ?? row?.querySelector('.has-context span[title]') ?? null;
    const state = /data-state-(-?\d+)/.exec(row?.querySelector(STATE)?.className ?? '')?.[1];
    return {
      id: box.getAttribute('value') ?? '',
      title: title?.textContent?.trim() ?? '',
      canEdit: edit !== null,
      state: STATES[state ?? ''] ?? null,
      lock: lockOn(row, document),
    };
  });
}

/** An article that this person may not edit, as visitors see it; its html is null where they do not see it. */
export async function fromOutside(session: Joomla, { id, title }: Row): Promise<CmsPost> {
  const url = publicUrl(session, id);
  const page = await request(session, url);
  const isPublic = page.status === 200;
  return { id, title, html: isPublic ? page.text : null, state: isPublic ? 'published' : 'draft', url, readOnly: true };
}
