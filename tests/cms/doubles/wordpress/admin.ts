import { Hono } from 'hono';
import { demandedOfForm, demandedOnPage } from './demands.ts';
import { nonceFor, type Post, type State, type Status } from './state.ts';
import { adminPage, type Ctx, die, type Env, escapeHtml, fieldsOf, linkOf, origin, roleOf, textIn } from './web.ts';

/** The pages under /wp-admin/ that a driver meets; everybody here is signed in. */
export const admin = new Hono<Env>()
  .get('/', (c) => adminPage(c, 'index-php', '<h1>Dasbor</h1>'))
  .get('/profile.php', (c) => adminPage(c, 'profile-php', '<h1>Profil</h1>'))
  .get('/edit.php', (c) => adminPage(c, 'edit-php post-type-post', list(c)))
  .get('/post-new.php', (c) => editor(c, c.get('state').insert(roleOf(c), { status: 'auto-draft' })))
  .get('/post.php', (c) => {
    const post = c.get('state').posts.find(({ id }) => String(id) === c.req.query('post'));
    if (!post) return die(c, 'Anda mencoba untuk mengedit objek yang tidak ada.', 404);
    const action = c.req.query('action');
    if (action === 'trash' || action === 'untrash') return move(c, post, action);
    if (!c.get('state').canTouch(roleOf(c), post, 'edit')) return die(c, 'Anda tidak diizinkan mengedit objek ini.');
    if (post.status === 'trash') return die(c, 'Anda tidak dapat mengedit objek ini karena ada di tong sampah.');
    return editor(c, post);
  })
  .post('/post.php', save)
  .get('/edit-tags.php', (c) => {
    if (!c.get('state').can(roleOf(c), 'manage_categories')) return die(c, 'Anda perlu izin lebih tinggi.');
    const nonce = nonceFor(c.get('session'), 'add-tag');
    return adminPage(
      c,
      'edit-tags-php',
      `<form id="addtag" method="post" action="edit-tags.php"><input type="hidden" name="action" value="add-tag">
<input type="hidden" name="_wpnonce_add-tag" value="${nonce}"><input name="tag-name"><input name="slug"></form>`,
    );
  })
  .post('/edit-tags.php', async (c) => {
    const fields = await fieldsOf(c);
    const state = c.get('state');
    if (textIn(fields, '_wpnonce_add-tag') !== nonceFor(c.get('session'), 'add-tag'))
      return die(c, 'Tautan kedaluwarsa.');
    const slug = textIn(fields, 'slug') ?? '';
    if (!state.categories.some((category) => category.slug === slug)) {
      state.categories.push({ id: state.nextId(), name: textIn(fields, 'tag-name') ?? '', slug });
    }
    return c.redirect('/wp-admin/edit-tags.php?taxonomy=category&message=1');
  })
  .get('/media-new.php', (c) => {
    if (!c.get('state').can(roleOf(c), 'upload_files')) return die(c, 'Anda tidak diizinkan mengunggah berkas.');
    const nonce = nonceFor(c.get('session'), 'media-form');
    return adminPage(
      c,
      'media-new-php',
      `<form id="file-form" method="post" enctype="multipart/form-data" action="media-new.php"><input type="file" name="async-upload">
<input type="submit" name="html-upload" value="Unggah"><input type="hidden" name="_wpnonce" value="${nonce}"></form>`,
    );
  });

function list(c: Ctx): string {
  const state = c.get('state');
  const isTrash = c.req.query('post_status') === 'trash';
  const search = c.req.query('s') ?? '';
  const rows = state.posts
    .filter(({ status }) => status !== 'auto-draft' && (status === 'trash') === isTrash)
    .filter((post) => state.isFound(post, search))
    .sort((a, b) => b.id - a.id)
    .slice(0, 20)
    .map((post) => row(c, state, post));
  const options = state.categories.map(({ id, name }) => `<option value="${id}">${escapeHtml(name)}</option>`);
  return `<select name="cat">${options.join('')}</select><table><tbody id="the-list">${rows.join('')}</tbody></table>`;
}

function row(c: Ctx, state: State, post: Post): string {
  const canEdit = state.canTouch(roleOf(c), post, 'edit') && post.status !== 'trash';
  const canDelete = state.canTouch(roleOf(c), post, 'delete') && state.options.hasTrash;
  const act = (action: string, name: string) =>
    `<span class="${name}"><a href="post.php?post=${post.id}&amp;action=${action}&amp;_wpnonce=${nonceFor(c.get('session'), `${action}-post_${post.id}`)}">.</a></span>`;
  const edit = `<a class="row-title" href="post.php?post=${post.id}&amp;action=edit">${escapeHtml(post.title)}</a>`;
  return `<tr id="post-${post.id}" class="status-${post.status}"><td class="column-title"><strong>${canEdit ? edit : escapeHtml(post.title)}</strong>
<div class="row-actions">${canDelete ? act(post.status === 'trash' ? 'untrash' : 'trash', 'trash') : ''}
${post.status === 'publish' ? `<span class="view"><a href="${linkOf(c, post)}">.</a></span>` : ''}</div></td></tr>`;
}

/** Both editors; the block editor's page carries the post in a script, the classic one in its form. */
function editor(c: Ctx, post: Post): Response | Promise<Response> {
  const hidden = (name: string, value: string | number) =>
    `<input type="hidden" name="${name}" value="${escapeHtml(String(value))}">`;
  const state = c.get('state');
  const fields = `${hidden('_wpnonce', nonceFor(c.get('session'), `update-post_${post.id}`))}${hidden('action', 'editpost')}
${hidden('post_type', 'post')}${hidden('original_post_status', post.status)}<input type="hidden" id="post_ID" name="post_ID" value="${post.id}">`;
  const bar = post.status === 'publish' ? `<li id="wp-admin-bar-view"><a href="${linkOf(c, post)}">Lihat</a></li>` : '';
  const page = `post-${post.status === 'auto-draft' ? 'new-' : ''}php post-type-post`;
  if (state.options.editor === 'classic') {
    const main = `<form id="post" method="post" action="post.php">${fields}<input id="title" name="post_title" value="${escapeHtml(post.title)}">
<textarea id="content" name="content">${escapeHtml(post.content)}</textarea>${hidden('_thumbnail_id', post.featured || -1)}
<ul id="categorychecklist">${state.categories.map(({ id }) => `<li><input type="checkbox" name="post_category[]" value="${id}"${post.categories.includes(id) ? ' checked' : ''}></li>`).join('')}</ul></form>`;
    return adminPage(c, page, `${demandedOnPage(c)}${main}`, bar);
  }
  const text = (raw: string) => ({ raw, rendered: raw });
  const body = {
    id: post.id,
    status: post.status,
    link: linkOf(c, post),
    title: text(post.title),
    content: text(post.content),
  };
  const json = JSON.stringify({ [`/wp/v2/posts/${post.id}?context=edit`]: { body, headers: {} } }).replaceAll(
    '<',
    '\\u003c',
  );
  const nonce = nonceFor(c.get('session'), 'wp_rest');
  const script = `<script>wp.apiFetch.nonceMiddleware = wp.apiFetch.createNonceMiddleware( "${nonce}" );
wp.apiFetch.use( wp.apiFetch.createPreloadingMiddleware( ${json} ) );</script>`;
  return adminPage(
    c,
    `${page} block-editor-page`,
    `${demandedOnPage(c)}<form class="metabox-base-form">${fields}</form>${script}`,
    bar,
  );
}

async function save(c: Ctx): Promise<Response> {
  const fields = await fieldsOf(c);
  const state = c.get('state');
  const post = state.posts.find(({ id }) => String(id) === textIn(fields, 'post_ID'));
  if (!post || textIn(fields, '_wpnonce') !== nonceFor(c.get('session'), `update-post_${post.id}`)) {
    return die(c, 'Tautan yang Anda ikuti telah kedaluwarsa.');
  }
  if (!state.canTouch(roleOf(c), post, 'edit')) return die(c, 'Anda tidak diizinkan mengedit objek ini.');
  const wanted = textIn(fields, 'post_status') as Status;
  const shown = `${origin(c)}/wp-admin/post.php?post=${post.id}&action=edit`;
  const refused = demandedOfForm(c, shown);
  if (refused !== null) return refused;
  const status = wanted === 'publish' && !state.can(roleOf(c), 'publish_posts') ? 'pending' : wanted;
  const thumbnail = Number(textIn(fields, '_thumbnail_id') ?? 0);
  const category = Number(textIn(fields, 'post_category[]') ?? 0);
  state.update(roleOf(c), post, {
    ...{ title: textIn(fields, 'post_title') ?? '', content: textIn(fields, 'content') ?? '', status },
    ...(thumbnail !== 0 && { featured: thumbnail }),
    ...(category > 0 && { categories: [category] }),
  });
  const message = { publish: 6, pending: 8 }[status as string] ?? 10;
  return c.redirect(`${shown}&message=${message}`);
}

function move(c: Ctx, post: Post, action: 'trash' | 'untrash'): Response | Promise<Response> {
  const state = c.get('state');
  if (c.req.query('_wpnonce') !== nonceFor(c.get('session'), `${action}-post_${post.id}`))
    return die(c, 'Kedaluwarsa.');
  if (!state.canTouch(roleOf(c), post, 'delete')) return die(c, 'Anda tidak diizinkan.');
  if (action === 'trash' && post.status !== 'trash') state.trash(post);
  if (action === 'untrash' && post.status === 'trash') state.update(roleOf(c), post, { status: 'draft' });
  return c.redirect(`/wp-admin/edit.php?${action}ed=1`);
}
