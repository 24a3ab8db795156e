import { Hono } from 'hono';
import { demanded } from './demands.ts';
import { pages } from './pages.ts';
import { shopRest } from './shopRest.ts';
import { capabilitiesOf, nonceFor, type Post, type Role, type State, type Status, USER_IDS } from './state.ts';
import { storeUpload, UnfitError } from './uploads.ts';
import { type Answer, type Ctx, type Env, fault, fieldsOf, fileUrl, linkOf, textIn, userName } from './web.ts';

/** `index.php?rest_route=…`; everything in a query, so one handler sorts it by hand. */
export const rest = new Hono<Env>().all('/index.php', async (c) => {
  const route = c.req.query('rest_route') ?? '/';
  const method = c.req.header('x-http-method-override') ?? c.req.method;
  const { options } = c.get('state');
  if (options.rest === 'html' || (options.rest === 'writes-blocked' && c.req.method === 'POST')) {
    return c.html(
      '<!doctype html><title>Diblokir</title><p>Permintaan ini diblokir.',
      options.rest === 'html' ? 200 : 403,
    );
  }
  if (options.rest === '503') return c.html('<!doctype html><title>Checking your browser</title>', 503);
  if (options.rest === 'forbidden') return fault(c, 403, 'rest_disabled');
  const nonce = c.req.header('x-wp-nonce');
  // Without a nonce the cookie counts for nothing; with a wrong or old one the request is refused.
  if (nonce !== undefined && (c.get('role') === null || nonce !== nonceFor(c.get('session'), 'wp_rest'))) {
    return fault(c, 403, 'rest_cookie_invalid_nonce');
  }
  const role = nonce === undefined ? null : c.get('role');
  if (route === '/') return c.json({ name: 'Desa Dagan', url: '' });
  if (route.startsWith('/wc/v3/products') && c.get('state').store.options.isOn) return shopRest(c, method, role);
  if (route.startsWith('/wc/')) return fault(c, 404, 'rest_no_route');
  if (route.startsWith('/wp/v2/posts')) return posts(c, method, route.split('/')[4], role);
  if (role === null) return fault(c, 401, 'rest_forbidden_context');
  if (route === '/wp/v2/users/me') {
    return c.json({ id: USER_IDS[role], name: userName(role), capabilities: capabilitiesOf(role) });
  }
  if (route.startsWith('/wp/v2/pages')) return pages(c, method, route.split('/')[4], role);
  if (route.startsWith('/wp/v2/categories')) return categories(c, method, role);
  if (route.startsWith('/wp/v2/media')) return media(c, method, route.split('/')[4], role);
  return fault(c, 404, 'rest_no_route');
});

function toJson(c: Ctx, post: Post, canEdit: boolean): object {
  const text = (raw: string) => ({ ...(canEdit && { raw }), rendered: raw });
  return {
    id: post.id,
    status: post.status,
    slug: post.slug,
    link: linkOf(c, post),
    title: text(post.title),
    content: text(post.content),
    featured_media: post.featured,
  };
}

async function posts(c: Ctx, method: string, id: string | undefined, role: Role | null): Promise<Response> {
  const state = c.get('state');
  const isEdit = c.req.query('context') === 'edit';
  if (id === undefined && method === 'GET') return c.json(found(c, state, role, isEdit));
  const post = state.posts.find((candidate) => String(candidate.id) === id);
  if (id !== undefined && (!post || post.status === 'auto-draft')) return fault(c, 404, 'rest_post_invalid_id');
  const canEdit = role !== null && post !== undefined && state.canTouch(role, post, 'edit');
  if (method === 'GET' && post) {
    if (isEdit && !canEdit) return fault(c, 403, 'rest_forbidden_context');
    return post.status === 'publish' || canEdit ? c.json(toJson(c, post, isEdit)) : fault(c, 403, 'rest_forbidden');
  }
  if (role === null) return fault(c, 401, 'rest_cannot_create');
  if (method === 'DELETE' && post) return remove(c, state, role, post);
  return write(c, state, role, post, canEdit);
}

function found(c: Ctx, state: State, role: Role | null, isEdit: boolean): object[] {
  const search = c.req.query('search') ?? '';
  const statuses = (c.req.query('status') ?? 'publish').split(',');
  return state.posts
    .filter((post) => statuses.includes(post.status) && state.isFound(post, search))
    .filter((post) => !isEdit || (role !== null && state.canTouch(role, post, 'edit')))
    .sort((a, b) => (c.req.query('order') === 'asc' ? a.id - b.id : b.id - a.id))
    .slice(0, Number(c.req.query('per_page') ?? 10))
    .map((post) => toJson(c, post, isEdit));
}

async function write(c: Ctx, state: State, role: Role, post: Post | undefined, canEdit: boolean): Promise<Response> {
  if (post && !canEdit) return fault(c, 403, 'rest_cannot_edit');
  const fields = await fieldsOf(c);
  const status = textIn(fields, 'status') as Status | undefined;
  if (status === 'publish' && !state.can(role, 'publish_posts')) return fault(c, 403, 'rest_cannot_publish');
  const change = {
    ...given('title', textIn(fields, 'title')),
    ...given('content', textIn(fields, 'content')),
    ...given('status', status),
    ...given('categories', textIn(fields, 'categories')?.split(',').map(Number)),
    ...given('featured', textIn(fields, 'featured_media') && Number(textIn(fields, 'featured_media'))),
  };
  const refused = demanded(c);
  if (refused !== null) return refused;
  if (post) state.update(role, post, change);
  const saved = post ?? state.insert(role, change);
  return c.json(toJson(c, saved, true), post ? 200 : 201);
}

function given<K extends string, V>(key: K, value: V | undefined | ''): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: V });
}

function remove(c: Ctx, state: State, role: Role, post: Post): Answer {
  if (!state.canTouch(role, post, 'delete')) return fault(c, 403, 'rest_cannot_delete');
  if (!state.options.hasTrash) return fault(c, 501, 'rest_trash_not_supported');
  if (post.status === 'trash') return fault(c, 410, 'rest_already_trashed');
  state.trash(post);
  return c.json(toJson(c, post, true));
}

async function categories(c: Ctx, method: string, role: Role): Promise<Response> {
  const state = c.get('state');
  if (method === 'GET') return c.json(state.categories.filter(({ slug }) => slug === c.req.query('slug')));
  if (!state.can(role, 'manage_categories')) return fault(c, 403, 'rest_cannot_create');
  const fields = await fieldsOf(c);
  const there = state.categories.find(({ slug }) => slug === textIn(fields, 'slug'));
  if (there) return fault(c, 400, 'term_exists', { term_id: there.id });
  const made = { id: state.nextId(), name: textIn(fields, 'name') ?? '', slug: textIn(fields, 'slug') ?? '' };
  state.categories.push(made);
  return c.json(made, 201);
}

async function media(c: Ctx, method: string, id: string | undefined, role: Role): Promise<Response> {
  const state = c.get('state');
  const json = (item: State['media'][number]) => ({
    id: item.id,
    slug: item.slug,
    source_url: fileUrl(c, item),
    title: { rendered: item.slug },
    media_details: { sizes: { medium: { source_url: fileUrl(c, item) } } },
  });
  if (method === 'GET' && c.req.query('media_type') === 'image') {
    return c.json(
      state.media
        .toReversed()
        .slice(0, Number(c.req.query('per_page')))
        .map(json),
    );
  }
  if (method === 'GET') {
    const slug = c.req.query('slug');
    const items = state.media
      .filter((item) => (id === undefined ? item.slug === slug : String(item.id) === id))
      .map(json);
    return c.json(id === undefined ? items : (items[0] ?? null));
  }
  if (!state.can(role, 'upload_files')) return fault(c, 403, 'rest_cannot_create');
  const fields = await fieldsOf(c);
  try {
    const item = storeUpload(state, fields.files.get('file'), textIn(fields, 'slug'));
    item.alt = textIn(fields, 'alt_text') ?? '';
    return c.json(json(item), 201);
  } catch (error) {
    if (error instanceof UnfitError) return fault(c, 500, 'rest_upload_sideload_error');
    throw error;
  }
}
