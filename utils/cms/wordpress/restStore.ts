import * as z from 'zod/mini';
import type { CmsPost, Store } from '#utils/cms/engine.ts';
import { idIn } from '#utils/cms/link.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { refusal } from './refusal.ts';
import { type Rest, type RestAnswer, RestRefusedError } from './rest.ts';
import { restImage } from './restMedia.ts';
import { CATEGORY, contentHtml, featured, isUnfinished, missing, statusFor, titleHtml } from './session.ts';
import { fromRest, RestPost } from './shapes.ts';

const Ids = z.array(z.object({ id: z.int() }));
const TermExists = z.object({ data: z.object({ term_id: z.int() }) });
export const ALL_STATUSES = 'publish,future,draft,pending,private,trash';

/** The posts of a site whose REST is open to this person. */
export function restStore(rest: Rest, toJpeg: ToJpeg): Store {
  const may = async (capability: string) => (await rest.me).capabilities[capability] === true;

  async function list(wanted: Record<string, string>): Promise<CmsPost[]> {
    const query = { ...wanted, per_page: '20', orderby: 'id' };
    const own = await rest.call('GET', 'posts', { ...query, context: 'edit', status: ALL_STATUSES });
    // A role that may not edit others' posts is shown only its own; but a colleague may have written ours already.
    const others = (await may('edit_others_posts')) ? null : await rest.call('GET', 'posts', query);
    const byId = new Map([...listOf(others), ...listOf(own)].map((post) => [post.id, post]));
    return [...byId.values()];
  }

  return {
    async read(id) {
      const answer = await rest.call('GET', `posts/${id}`, { context: 'edit' });
      if (answer.code === 'rest_post_invalid_id') return null;
      if (answer.code === null) return toStored(answer);
      // The post is somebody else's, or it was approved since: it is there, but this role may only look at it.
      const seen = await rest.call('GET', `posts/${id}`);
      if (seen.code === null) return toStored(seen);
      throw refusal(answer);
    },

    search: (link) => list({ search: idIn(link), order: 'asc' }),

    async lookAround({ title, newest }) {
      const titled = title === null ? [] : await list({ search: title, order: 'desc' });
      return newest ? [...titled, ...(await list({ order: 'desc' }))] : titled;
    },

    async write(current, post) {
      const mayUpload = await may('upload_files');
      const [image, category] = await Promise.all([
        post.image && mayUpload ? restImage(rest, post.image, toJpeg) : null,
        isUnfinished(current, post) ? findCategory(rest) : null,
      ]);
      const pictureMissing = missing(post, image, mayUpload ? 'refused' : 'role');
      const body = new FormData();
      body.set('title', titleHtml(post.title));
      body.set('content', contentHtml(post, image));
      if (image !== null) body.set('featured_media', featured(post, image, '0'));
      // It is set once only: where the village files the post later is the village's business.
      if (category !== null) body.set('categories', category);
      const id = await sendPost(rest, current, body, statusFor(current, await may('publish_posts'), post.asDraft));
      return { id, imageId: image?.id ?? null, imageUrl: image?.url ?? null, pictureMissing };
    },

    async unpublish({ id }) {
      const trashed = await rest.call('DELETE', `posts/${id}`);
      if (trashed.code === null || trashed.code === 'rest_already_trashed') return;
      // The site has no trash, or the role may edit but not delete: unpublishing is as good and can be undone.
      const body = new FormData();
      body.set('status', 'draft');
      const drafted = await rest.call('POST', `posts/${id}`, {}, body);
      if (drafted.code !== null) throw refusal(trashed);
    },
  };
}

async function sendPost(
  rest: Rest,
  current: CmsPost | null,
  body: FormData,
  status: ReturnType<typeof statusFor>,
): Promise<string> {
  const route = current === null ? 'posts' : `posts/${current.id}`;
  if (status !== null) body.set('status', status);
  let answer = await rest.call('POST', route, {}, body);
  if (answer.code === 'rest_cannot_publish') {
    body.set('status', 'pending');
    answer = await rest.call('POST', route, {}, body);
  }
  if (answer.code !== null) throw refusal(answer);
  return parsePost(answer.body).id;
}

/** The number of our category, made when it is missing; null when this role may not. */
export async function findCategory(rest: Rest): Promise<string | null> {
  const found = Ids.safeParse((await rest.call('GET', 'categories', { slug: CATEGORY.slug })).body);
  const [first] = found.success ? found.data : [];
  if (first !== undefined) return String(first.id);
  if ((await rest.me).capabilities.manage_categories !== true) return null;
  const body = new FormData();
  body.set('name', CATEGORY.name);
  body.set('slug', CATEGORY.slug);
  const made = await rest.call('POST', 'categories', {}, body);
  const exists = TermExists.safeParse(made.body);
  if (made.code === 'term_exists' && exists.success) return String(exists.data.data.term_id);
  const term = z.object({ id: z.int() }).safeParse(made.body);
  return term.success ? String(term.data.id) : null;
}

export function listOf(answer: RestAnswer | null): CmsPost[] {
  if (answer === null) return [];
  if (answer.code !== null) throw refusal(answer);
  const posts = z.array(RestPost).safeParse(answer.body);
  if (!posts.success) throw new RestRefusedError('posts');
  return posts.data.map(fromRest);
}

function toStored(answer: RestAnswer): CmsPost {
  return parsePost(answer.body);
}

function parsePost(body: unknown): CmsPost {
  const post = RestPost.safeParse(body);
  if (!post.success) throw new RestRefusedError('post');
  return fromRest(post.data);
}
