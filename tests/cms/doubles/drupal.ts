import { type ServerType, serve } from '@hono/node-server';
import type { SeenPost } from '#tests/cms/suite/target.ts';
import { fileAt, listFiles, listItems, listLibrary } from './drupal/files.ts';
import { denied, missing, page, type Visit } from './drupal/frame.ts';
import { addMedia, listMedia } from './drupal/media.ts';
import { menus } from './drupal/menus.ts';
import { addNode, deleteNode, editNode, front, listNodes, viewNode } from './drupal/pages.ts';
import { uploadInline } from './drupal/save.ts';
import { type MediaItem, type Node, type Options, PROPOSALS, State } from './drupal/state.ts';
import { addTerm, listTerms, propose, viewTerm } from './drupal/tags.ts';
import { type Posted, parseBody, text } from './opensid/form.ts';
import { losing, type SiteFaults } from './siteFaults.ts';

const COOKIE = 'SESSdodolan';

export interface DrupalDouble {
  /** The village site, no trailing slash. */
  url: string;
  state: State;
  faults: SiteFaults;
  witness(name: string, body?: Body): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * A small server that behaves to a driver as Drupal 7, Drupal 8 to 11 or Backdrop do. Its own code; each trait was first seen
 * on a running one.
 */
export async function startDrupal(options: Partial<Options> & Pick<Options, 'generation'>): Promise<DrupalDouble> {
  const state = new State(options);
  const posts = () => WITNESS.posts?.(state, {});
  const served = losing((request) => answer(state, request), { faults: state.faults, posts });
  const server = await new Promise<ServerType>((ready) => {
    const started = serve({ fetch: served, port: 0, hostname: '127.0.0.1' }, () => ready(started));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the double has no port');
  return {
    url: `http://127.0.0.1:${address.port}${state.options.folder}`,
    state,
    faults: state.faults,
    witness: async (name, body = {}) => WITNESS[name]?.(state, body) ?? null,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

async function answer(state: State, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { folder, generation } = state.options;
  if (!url.pathname.startsWith(`${folder}/`)) return new Response('not this site', { status: 404 });
  const behind = decodeURIComponent(url.pathname.slice(folder.length + 1)).replace(/^index\.php\/?/, '');
  const whole = generation === 'drupal' ? behind : behind || (url.searchParams.get('q') ?? '');
  const { prefix } = state.options;
  const hasPrefix = prefix !== '' && `/${whole}/`.startsWith(`${prefix}/`);
  const path = hasPrefix ? whole.slice(prefix.length) : whole;
  const picture = path.startsWith('files/') ? fileAt(state, path.slice('files/'.length)) : undefined;
  if (picture) return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/jpeg' } });

  const session = new RegExp(`${COOKIE}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
  const user = state.sessions.get(session ?? '') ?? null;
  const aliased = state.nodes.find(({ alias }) => alias === path);
  const term = state.terms.find(({ alias }) => alias === path);
  const own = aliased ? `node/${aliased.id}` : term ? `taxonomy/term/${term.id}` : path;
  const langcode = hasPrefix ? prefix.slice(1) : 'en';
  const visit: Visit = { state, user, session, path: own, query: url.searchParams, host: url.host, langcode };
  const body = request.method === 'POST' ? Buffer.from(await request.arrayBuffer()) : null;
  return route(visit, body && parseBody(body, request.headers.get('content-type') ?? ''));
}

function route(visit: Visit, form: Posted | null): Response {
  const { state, user, path } = visit;
  const role = user === null ? undefined : state.roles[user];
  if (path === 'user/login') return signIn(visit, form);
  if (path === 'user') return user === null ? signIn(visit, null) : page(visit, user, '<p>Anggota sejak 2026</p>');
  if (path === '' || path === 'node') return front(visit);
  if (path === 'views/ajax' && state.options.generation === 'backdrop') return listLibrary(visit);
  const [, id = '', action] = /^node\/(\d+)(?:\/(edit|delete))?$/.exec(path) ?? [];
  const node = state.node(id);
  if (node !== undefined && action === undefined) return viewNode(visit, node);
  if (path.startsWith('taxonomy/term/')) return viewTerm(visit);
  const isOurs =
    path.startsWith('ckeditor5/') ||
    node !== undefined ||
    path.startsWith('node/add') ||
    path.startsWith('media/add/') ||
    path.startsWith('admin') ||
    path === PROPOSALS;
  if (!isOurs) return missing(visit);
  if (role === undefined) return denied(visit);
  if (node !== undefined) return (action === 'edit' ? editNode : deleteNode)(visit, role, node, form);
  if (path === 'media/add/image') return addMedia(visit, role, form);
  if (path.startsWith('admin/content/media-widget/')) return listMedia(visit);
  if (path === 'admin/content/files' && state.options.generation === 'drupal') return listFiles(visit, role);
  if (path === 'admin/content/media' && state.options.generation === 'drupal') return listItems(visit, role);
  // To Drupal 7, what follows a path that it knows is a word to that path's page.
  if (path.startsWith('admin/content')) return listNodes(visit, role);
  if (path.startsWith('ckeditor5/upload-image/')) return uploadInline(visit, form);
  if (path === PROPOSALS) return propose(visit);
  if (path.startsWith('admin/structure/menu')) return menus(visit, role, form);
  if (path.startsWith('admin/structure/taxonomy')) {
    return path.endsWith('/add') ? addTerm(visit, role, form) : listTerms(visit, role);
  }
  return addNode(visit, role, /^node\/add\/([\w-]+)$/.exec(path)?.[1] ?? null, form);
}

function signIn(visit: Visit, form: Posted | null): Response {
  const { state } = visit;
  const name = form && text(form, 'name');
  if (name === null || !(name in state.roles)) {
    return page(
      visit,
      'Masuk',
      '<form id="user-login-form" method="post"><input name="name" /><input name="pass" type="password" /><input type="hidden" name="form_id" value="user_login" /><input type="submit" name="op" value="Masuk" /></form>',
    );
  }
  const session = crypto.randomUUID();
  state.sessions.set(session, name);
  const headers = { 'set-cookie': `${COOKIE}=${session}; Path=/; HttpOnly`, location: `${state.options.folder}/` };
  return new Response(null, { status: 302, headers });
}

interface Body {
  id?: string;
  title?: string;
  html?: string;
  name?: string;
  on?: boolean;
  holds?: number;
  demanded?: boolean;
}
type Deed = (state: State, body: Body) => unknown;

/** What people do beside us, and what the site really holds. */
const WITNESS: Record<string, Deed> = {
  posts: ({ nodes }): SeenPost[] =>
    nodes.map(({ id, title, body, published }) => ({
      id: String(id),
      title,
      html: body,
      state: published ? 'published' : 'draft',
    })),
  pictures: ({ files }) => files.size,
  write(state, { title = '', html = '' }) {
    const node: Node = {
      ...{
        id: state.nextId(),
        type: state.types[0]?.name ?? '',
        title,
        body: html,
        format: 'full_html',
        published: true,
      },
      ...{ alias: null, autoAlias: false, tags: '', picture: null, author: 'admin', changed: state.now() },
    };
    state.nodes.push(node);
    return node.id;
  },
  edit(state, { id = '', html = '' }) {
    const node = state.node(id);
    if (node) Object.assign(node, { body: html, changed: state.now() });
  },
  erase(state, { id = '' }) {
    state.nodes = state.nodes.filter((node) => String(node.id) !== id);
  },
  mediaField(state, { on = false, holds = 1, demanded = false }) {
    Object.assign(state.options, { mediaField: on, mediaHolds: holds, mediaDemanded: demanded });
    Object.assign(state.roles.editor ?? {}, { media: on });
    state.media = [];
    for (const node of state.nodes) node.media = [];
  },
  media(state, { id = '' }) {
    const own = state.node(id)?.media ?? [];
    const names = (items: MediaItem[]) => items.map(({ name }) => name);
    return { all: names(state.media), inPost: names(state.media.filter((item) => own.includes(item.id))) };
  },
  putMedia(state, { id = '', name = '' }) {
    const node = state.node(id);
    if (node) Object.assign(node, { media: [state.addMedia(name, new Uint8Array()).id], changed: state.now() });
  },
  endSessions: ({ sessions }) => sessions.clear(),
};
