import type { CmsPost } from '#utils/cms/engine.ts';
import {
  assertIn,
  assertOurs,
  assertUp,
  type FilledForm,
  formOf,
  isDown,
  type Reply,
  request,
  send,
} from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { preloaded } from './preload.ts';
import { stateOf, type WordPress } from './session.ts';
import { fromRest, RestPost } from './shapes.ts';

/** The classic editor's form; else the one in which the block editor keeps what its page must send back. */
export const EDIT_FORMS = ['form#post', 'form.metabox-base-form'];
/** wp_die's page: "no such post", "you may not", "this link has expired", with a status that differs by version. */
const ERROR_PAGE = 'body#error-page';
/**
 * On that page, with 500: a plugin's fatal error (its link leads to help), or no database (its heading). "No such post"
 * comes with 500 too, and has neither.
 */
const BROKEN = '.wp-die-message :is(h1, a[href^="http"])';
const TITLE = '[name="post_title"]';
const CONTENT = 'textarea[name="content"]';
const STATUS = 'input[name="original_post_status"]';
/** The classic editor shows the date and who may see it only to those who may publish. */
const MAY_PUBLISH = '#timestampdiv, input[name="visibility"]';
/** The link in the bar on top that leads to a published post. */
const VIEW = '#wp-admin-bar-view > a[href]';

export interface EditPage extends FilledForm {
  stored: CmsPost;
}

/** An admin page by its file name; null when WordPress dies with a message instead of showing it. */
export async function visit(session: WordPress, path: string): Promise<Reply | null> {
  const reply = await send(session, `${session.siteUrl}/wp-admin/${path}`);
  assertIn(session, reply);
  if (hasDied(reply)) return null;
  assertUp(reply);
  return reply;
}

/** True when WordPress says no to this very request. Its maintenance page looks alike, and comes with 503. */
export function hasDied({ status, document }: Reply): boolean {
  if (isDown(status) && status !== 500) return false;
  if (document.querySelector(ERROR_PAGE) === null) return false;
  return status !== 500 || document.querySelector(BROKEN) === null;
}

/** A post in whichever editor this site uses, null when it is not to be edited (gone, in the trash, not this role's). */
export async function editPage(session: WordPress, id: string): Promise<EditPage | null> {
  const page = await visit(session, `post.php?post=${id}&action=edit`);
  return page === null ? null : editPageOf(session, page);
}

/** A new, empty post; WordPress gives it its number right away. */
export async function newPage(session: WordPress): Promise<EditPage> {
  const page = await visit(session, 'post-new.php');
  if (page === null) throw new CmsError('no_permission', 'post-new.php');
  return editPageOf(session, page);
}

function editPageOf(session: WordPress, page: Reply): EditPage {
  const selector = EDIT_FORMS.find((candidate) => page.document.querySelector(candidate));
  const filled = formOf(page, selector ?? EDIT_FORMS.join(', '));
  // The block editor's form has no action of its own; both forms are sent to this address.
  const action = new URL(`${session.siteUrl}/wp-admin/post.php`);
  const id = filled.data.get('post_ID');
  if (typeof id !== 'string') throw new CmsError('markup_changed', 'post_ID');
  return { ...filled, action, stored: storedOf(session, page.document, id) };
}

function storedOf(session: WordPress, document: Document, id: string): CmsPost {
  const brought = RestPost.safeParse(preloaded(document, `/wp/v2/posts/${id}?context=edit`));
  if (brought.success) return fromRest(brought.data);
  const title = document.querySelector(TITLE)?.getAttribute('value');
  const content = document.querySelector(CONTENT)?.textContent;
  const status = document.querySelector(STATUS)?.getAttribute('value');
  if (title == null || content == null) throw new CmsError('markup_changed', CONTENT);
  if (!status) throw new CmsError('markup_changed', STATUS);
  return {
    id,
    title,
    html: content,
    state: stateOf(status),
    mayPublish: document.querySelector(MAY_PUBLISH) !== null,
    url: document.querySelector(VIEW)?.getAttribute('href') ?? `${session.siteUrl}/?p=${id}`,
  };
}

/** One line of the list of posts. */
export interface ListRow {
  id: string;
  title: string;
  view: string | null;
  canEdit: boolean;
  /** The address that moves the post to the trash, with its nonce; null when the role may not, or there is no trash. */
  trash: string | null;
  untrash: string | null;
}

export interface PostList {
  page: Reply;
  rows: ListRow[];
}

/** The lines of a search in the list of posts, of everything that stands or of the trash; without words the newest. */
export async function listPosts(session: WordPress, words: string, status: 'all' | 'trash'): Promise<PostList> {
  const query = new URLSearchParams({ post_type: 'post', post_status: status, all_posts: '1', s: words });
  const page = await request(session, `${session.siteUrl}/wp-admin/edit.php?${query}`);
  // An empty list is believed only of WordPress itself: a post that is not found is written anew.
  assertOurs(page);
  const rows = [...page.document.querySelectorAll('tr[id^="post-"]')].map((row) => {
    const href = (selector: string) => row.querySelector(selector)?.getAttribute('href') ?? null;
    return {
      id: row.id.slice('post-'.length),
      title: row.querySelector('.row-title, .column-title strong')?.textContent?.trim() ?? '',
      view: href('.row-actions .view a'),
      canEdit: href('a[href*="action=edit"]') !== null,
      trash: href('a[href*="action=trash"]'),
      untrash: href('a[href*="action=untrash"]'),
    };
  });
  return { page, rows };
}
