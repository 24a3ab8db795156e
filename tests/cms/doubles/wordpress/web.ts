import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Posted, parseBody } from '#tests/cms/doubles/opensid/form.ts';
import { type Media, type Post, type Role, type State, USER_IDS } from './state.ts';

export interface Env {
  Variables: { state: State; session: string; role: Role | null };
}
export type Ctx = Context<Env>;

export type Answer = Response | Promise<Response>;
export const fault = (
  c: Ctx,
  status: 400 | 401 | 403 | 404 | 410 | 500 | 501,
  code: string,
  data: object = {},
): Answer => c.json({ code, message: 'Maaf.', data: { status, ...data } }, status);

export const SESSION = 'wordpress_logged_in';

export function origin(c: Ctx): string {
  return new URL(c.req.url).origin;
}

export function sessionOf(c: Ctx): { session: string; role: Role | null } {
  const session = getCookie(c, SESSION) ?? '';
  return { session, role: c.get('state').sessions.get(session) ?? null };
}

/** The role of a page behind the login; the pages' own middleware has made sure that there is one. */
export function roleOf(c: Ctx): Role {
  const role = c.get('role');
  if (role === null) throw new Error('not behind the login');
  return role;
}

export function linkOf(c: Ctx, post: Post): string {
  return post.status === 'publish' ? `${origin(c)}/${post.slug}/` : `${origin(c)}/?p=${post.id}`;
}

export function fileUrl(c: Ctx, media: Media): string {
  return `${origin(c)}/wp-content/uploads/${media.file}`;
}

export async function fieldsOf(c: Ctx): Promise<Posted> {
  return parseBody(Buffer.from(await c.req.arrayBuffer()), c.req.header('content-type') ?? '');
}

/** A field as PHP keeps it, the last one of its name; undefined when it was not sent. */
export function textIn({ fields }: Posted, name: string): string | undefined {
  return fields.get(name)?.at(-1)?.replaceAll('\r\n', '\n');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** wp_die: a page of its own without bar and menu. */
export function die(c: Ctx, words: string, status: 403 | 404 = 403): Response | Promise<Response> {
  return c.html(`<!DOCTYPE html><body id="error-page"><div class="wp-die-message">${words}</div></body>`, status);
}

/** An admin page: what a recogniser and a driver read of it, in the shape of 7.1. */
export function adminPage(c: Ctx, bodyClass: string, main: string, bar = ''): Response | Promise<Response> {
  const home = origin(c);
  return c.html(`<!DOCTYPE html><html lang="id"><head><title>Desa Dagan — WordPress</title></head>
<body class="wp-admin wp-core-ui no-js ${bodyClass} auto-fold admin-bar branch-7-1 version-7-1-1 locale-id-id">
<div id="adminmenumain"><ul id="adminmenu"><li id="menu-posts"><a href="edit.php">Pos</a></li>${shopMenu(c)}</ul></div>
<div id="wpadminbar"><ul id="wp-admin-bar-root-default"><li id="wp-admin-bar-site-name"><a class="ab-item" href="${home}/">Desa Dagan</a></li>
<li id="wp-admin-bar-new-content"><a class="ab-item" href="${home}/wp-admin/post-new.php">Baru</a></li>${bar}
<li id="wp-admin-bar-my-account"><a><span class="display-name">${roleOf(c)}</span></a></li></ul></div>
<div id="wpbody">${main}</div></body></html>`);
}

/** WooCommerce's entries: its products for who may edit others' posts, all of it for who looks after the shop. */
function shopMenu(c: Ctx): string {
  const role = roleOf(c);
  if (!c.get('state').store.options.isOn || role === 'author' || role === 'contributor') return '';
  const goods = '<li id="menu-posts-product"><a href="edit.php?post_type=product">Produk</a></li>';
  return role === 'editor' ? goods : `<li id="toplevel_page_woocommerce"><a>WooCommerce</a></li>${goods}`;
}

export function userName(role: Role): string {
  return `Pengguna ${USER_IDS[role]}`;
}
