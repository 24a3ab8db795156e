import type { CmsPost, Store, Written } from '#utils/cms/engine.ts';
import { assertIn, assertOurs, assertUp, type Reply, request, send } from '#utils/cms/form.ts';
import { hasSameText, idIn } from '#utils/cms/link.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { formCategory } from './formCategory.ts';
import { formImage } from './formMedia.ts';
import { type EditPage, editPage, hasDied, type ListRow, listPosts, newPage } from './pages.ts';
import { saidInRed, wordsIn } from './refusal.ts';
import { contentHtml, featured, isUnfinished, titleHtml, type WordPress } from './session.ts';

/** How many posts of one kind are opened when the search for the link has found none: each is a page of the admin. */
const OPENED = 8;

/**
 * The posts of a site by its own admin pages, where REST is closed. `link` is searched for in the lists, because the
 * trash does not show its posts' text.
 */
export function formStore(session: WordPress, link: string, toJpeg: ToJpeg): Store {
  async function open(rows: readonly ListRow[]): Promise<CmsPost[]> {
    const found: CmsPost[] = [];
    for (const { id, canEdit, view, title } of rows) {
      if (canEdit) found.push(...listed(await editPage(session, id)));
      // The post is a colleague's: its public page tells whether it is ours, and writing to it will be refused openly.
      else if (view !== null) found.push(await publicPost(session, id, view, title));
    }
    return found;
  }

  return {
    async read(id) {
      const page = await editPage(session, id);
      if (page !== null) return page.stored;
      const down = await rowOf(session, link, id, 'trash');
      if (down !== undefined) return trashed(session, id, down.title);
      if ((await rowOf(session, link, id, 'all')) !== undefined) throw new CmsError('no_permission', 'edit_post');
      return null;
    },

    async search() {
      const words = idIn(link);
      const [standing, down] = [await listPosts(session, words, 'all'), await listPosts(session, words, 'trash')];
      return [...(await open(standing.rows)), ...down.rows.map(({ id, title }) => trashed(session, id, title))];
    },

    async lookAround({ title, newest }) {
      const titled = title === null ? [] : (await listPosts(session, title, 'all')).rows;
      const last = newest ? (await listPosts(session, '', 'all')).rows : [];
      const isTitled = (row: ListRow) => title === null || hasSameText(row.title, title);
      const rows = [...titled.filter(isTitled).slice(0, OPENED), ...last.slice(0, OPENED)];
      return open([...new Map(rows.map((row) => [row.id, row])).values()]);
    },

    async write(current, post) {
      if (current?.state === 'down') await untrash(session, link, current.id);
      const page = current === null ? await newPage(session) : await editPage(session, current.id);
      if (page === null) throw new CmsError('no_permission', 'edit_post');
      return writeForm(session, page, current, post, toJpeg);
    },

    async unpublish({ id }) {
      const row = await rowOf(session, link, id, 'all');
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
  toJpeg: ToJpeg,
): Promise<Written> {
  const uploaded = post.image && (await formImage(session, post.image, post.known, toJpeg));
  const [image, pictureMissing] = typeof uploaded === 'string' ? [null, uploaded] : [uploaded, undefined];
  const category = isUnfinished(current, post) ? await formCategory(session) : null;
  const { data } = page;
  data.set('post_title', titleHtml(post.title));
  data.set('content', contentHtml(post, image));
  if (image) data.set('_thumbnail_id', featured(post, image, '-1'));
  if (category !== null) {
    if (current !== null) data.delete('post_category[]');
    data.append('post_category[]', category);
  }
  const isPublic = current?.state === 'published';
  // WordPress itself makes "pending" of it for a role that may not publish.
  data.set('post_status', post.asDraft && !isPublic ? 'draft' : 'publish');
  data.set(isPublic || post.asDraft ? 'save' : 'publish', '1');
  const { document } = await submit(session, page);
  const said = saidInRed(document);
  return { id: page.stored.id, imageId: image?.id ?? null, imageUrl: image?.url ?? null, pictureMissing, said };
}

/**
 * Sends a filled form and answers the page that it leads to. Throws `refused` with WordPress's own words when it does not save, `signed_out`, or `site_down`
 * for a 5xx. The engine reads back whether the post was saved.
 */
export async function submit(session: WordPress, page: Pick<EditPage, 'action' | 'data'>): Promise<Reply> {
  const reply = await send(session, page.action, { method: 'POST', body: page.data });
  assertIn(session, reply);
  if (hasDied(reply)) throw new CmsError('refused', wordsIn(reply.document.body.innerHTML));
  assertUp(reply);
  assertOurs(reply);
  if (reply.status >= 400) throw new CmsError('refused', `HTTP ${reply.status}`);
  return reply;
}

async function untrash(session: WordPress, link: string, id: string): Promise<void> {
  const row = await rowOf(session, link, id, 'trash');
  if (!row?.untrash) throw new CmsError('no_permission', 'delete_post');
  await request(session, new URL(row.untrash, `${session.siteUrl}/wp-admin/`));
}

/** A post's line, found by our link, else among the newest: some sites search in titles only. */
async function rowOf(
  session: WordPress,
  link: string,
  id: string,
  status: 'all' | 'trash',
): Promise<ListRow | undefined> {
  const isRow = (row: ListRow) => row.id === id;
  return (
    (await listPosts(session, idIn(link), status)).rows.find(isRow) ??
    (await listPosts(session, '', status)).rows.find(isRow)
  );
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
