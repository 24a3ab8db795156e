import type { CmsPost, Store, Written } from '#utils/cms/engine.ts';
import { request, send } from '#utils/cms/form.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { formCategory } from './formCategory.ts';
import { formImage } from './formMedia.ts';
import { type EditPage, editPage, listPosts, newPage } from './pages.ts';
import { contentHtml, titleHtml, type WordPress } from './session.ts';

/** wp_die's page, in which WordPress says why it did not save. */
const DIED = 'body#error-page';

/**
 * The posts of a site by its own admin pages, where REST is closed. `link` is searched for in the lists, because the
 * trash does not show its posts' text.
 */
export function formStore(session: WordPress, link: string): Store {
  return {
    async read(id) {
      const page = await editPage(session, id);
      if (page !== null) return page.stored;
      const down = (await listPosts(session, link, 'trash')).rows.find((row) => row.id === id);
      if (down !== undefined) return trashed(session, id, down.title);
      const standing = (await listPosts(session, link, 'all')).rows.find((row) => row.id === id);
      if (standing !== undefined) throw new CmsError('no_permission', 'edit_post');
      return null;
    },

    async search() {
      const [standing, down] = [await listPosts(session, link, 'all'), await listPosts(session, link, 'trash')];
      const found: CmsPost[] = [];
      for (const { id, canEdit, view, title } of standing.rows) {
        if (canEdit) found.push(...listed(await editPage(session, id)));
        // The post is a colleague's: its public page tells whether it is ours, and writing to it will be refused
        // openly.
        else if (view !== null) found.push(await publicPost(session, id, view, title));
      }
      return [...found, ...down.rows.map(({ id, title }) => trashed(session, id, title))];
    },

    async write(current, post) {
      if (current?.state === 'down') await untrash(session, link, current.id);
      const page = current === null ? await newPage(session) : await editPage(session, current.id);
      if (page === null) throw new CmsError('no_permission', 'edit_post');
      return writeForm(session, page, current, post);
    },

    async unpublish({ id }) {
      const row = (await listPosts(session, link, 'all')).rows.find((candidate) => candidate.id === id);
      if (row?.trash) {
        await request(session, new URL(row.trash, `${session.siteUrl}/wp-admin/`));
        return;
      }
      const page = await editPage(session, id);
      if (page === null) throw new CmsError('no_permission', 'delete_post');
      page.data.set('post_status', 'draft');
      page.data.set('content', page.stored.html ?? '');
      page.data.set('post_title', page.stored.title);
      await submit(session, page);
    },
  };
}

async function writeForm(
  session: WordPress,
  page: EditPage,
  current: CmsPost | null,
  post: LinkBackPost,
): Promise<Written> {
  const image = post.image && (await formImage(session, post.image));
  const category = current === null ? await formCategory(session) : null;
  const { data } = page;
  data.set('post_title', titleHtml(post.title));
  data.set('content', contentHtml(post, image));
  if (image) data.set('_thumbnail_id', image.id);
  if (category !== null) data.append('post_category[]', category);
  // WordPress itself makes "pending" of it for a role that may not publish.
  data.set('post_status', 'publish');
  data.set(current?.state === 'published' ? 'save' : 'publish', '1');
  await submit(session, page);
  return { id: page.stored.id, imageId: image?.id ?? null, imageUrl: image?.url ?? null };
}

/**
 * Sends a filled form. Throws `refused` with WordPress's own words when it does not save, `signed_out`, or `network`
 * for a 5xx. The engine reads back whether the post was saved.
 */
export async function submit(session: WordPress, page: Pick<EditPage, 'action' | 'data'>): Promise<void> {
  const reply = await send(session, page.action, { method: 'POST', body: page.data });
  if (session.isSignedOut(reply)) throw new CmsError('signed_out');
  const died = reply.document.querySelector(DIED);
  if (died !== null) throw new CmsError('refused', died.textContent?.trim().slice(0, 200) ?? null);
  if (reply.status >= 500) throw new CmsError('network', `HTTP ${reply.status}`);
  if (reply.status >= 400) throw new CmsError('refused', `HTTP ${reply.status}`);
}

async function untrash(session: WordPress, link: string, id: string): Promise<void> {
  const row = (await listPosts(session, link, 'trash')).rows.find((candidate) => candidate.id === id);
  if (!row?.untrash) throw new CmsError('no_permission', 'delete_post');
  await request(session, new URL(row.untrash, `${session.siteUrl}/wp-admin/`));
}

function listed(page: EditPage | null): CmsPost[] {
  return page === null ? [] : [page.stored];
}

async function publicPost(session: WordPress, id: string, view: string, title: string): Promise<CmsPost> {
  const { text } = await request(session, new URL(view, session.siteUrl));
  return { id, title, html: text, state: 'published', url: view, readOnly: true };
}

function trashed(session: WordPress, id: string, title: string): CmsPost {
  return { id, title, html: null, state: 'down', url: `${session.siteUrl}/?p=${id}` };
}
