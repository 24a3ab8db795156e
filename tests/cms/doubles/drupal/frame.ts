import { esc, type Generation, type State } from './state.ts';

/** One request, as far as the pages want to know of it. */
export interface Visit {
  state: State;
  /** Whose session it is, null for a stranger. */
  user: string | null;
  session: string | null;
  /** Drupal's own path, aliases resolved. */
  path: string;
  query: URLSearchParams;
  host: string;
  /** The language that the address asks for. */
  langcode: string;
}

/** A path as this site writes addresses. */
export function href({ state, langcode }: Visit, path: string): string {
  const { folder, rewrites, generation, prefix } = state.options;
  // A page links on in its own language.
  const own = prefix === `/${langcode}` ? `${prefix}/${path}`.slice(1) : path;
  if (rewrites) return `${folder}/${own}`;
  return generation === 'drupal' ? `${folder}/index.php/${own}` : `${folder}/?q=${own}`;
}

const GENERATORS: Record<Generation, string> = {
  drupal7: 'Drupal 7 (http://drupal.org)',
  backdrop: 'Backdrop CMS 1 (https://backdropcms.org)',
  drupal: 'Drupal 10 (https://www.drupal.org)',
};

/** The frame of every page: only what a script outside could hold on to, in the real ones' markup. */
export function page(visit: Visit, title: string, content: string, status = 200, head = ''): Response {
  const { generation } = visit.state.options;
  const html = `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8" />
<meta name="Generator" content="${GENERATORS[generation]}" />${head}${generation === 'drupal' ? '' : legacySettings(visit)}
<title>${esc(title)} | Desa Dagan</title></head>
<body class="${bodyClass(visit)}">${bar(visit)}<main><h1 class="page-title">${esc(title)}</h1>
${content}</main>${loginBlock(visit)}${generation === 'drupal' ? settings(visit) : ''}</body></html>`;
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function bodyClass({ state, user, path }: Visit): string {
  const { generation } = state.options;
  const node = /^node\/(\d+)$/.exec(path)?.[1];
  if (generation === 'drupal') return user === null ? 'path-node' : 'user-logged-in path-node';
  const signed = user === null ? 'not-logged-in' : 'logged-in';
  return `html ${signed}${node === undefined ? '' : ` page-node page-node-${node}`}`;
}

/** On Drupal 7's standard pages a stranger finds the form to sign in beside everything. */
function loginBlock({ state, user }: Visit): string {
  const has = state.options.generation === 'drupal7' && user === null;
  return has ? '<form id="user-login-form"><input type="hidden" name="form_id" value="user_login_block" /></form>' : '';
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('/', '\\/');
}

function legacySettings({ state }: Visit): string {
  const { folder, generation } = state.options;
  const own = json({ basePath: `${folder}/`, pathPrefix: '', ajaxPageState: { theme: 'seven' } });
  return generation === 'drupal7'
    ? `<script type="text/javascript">\n<!--//--><![CDATA[//><!--\njQuery.extend(Drupal.settings, ${own});\n//--><!]]>\n</script>`
    : `<script>window.Backdrop = {settings: ${own}};</script>`;
}

function settings({ state, user, session, path, langcode }: Visit): string {
  const { folder, rewrites, prefix, inlinePictures } = state.options;
  const uploadUrl = (format: string) => `${folder}/ckeditor5/upload-image/${format}?token=${session}`;
  const formats = ['basic_html', 'full_html'].map((format) => [
    format,
    { editorSettings: { config: inlinePictures ? { drupalImageUpload: { uploadUrl: uploadUrl(format) } } : {} } },
  ]);
  const own = {
    path: {
      ...{ baseUrl: rewrites ? `${folder}/` : `${folder}/index.php/`, currentPath: path },
      pathPrefix: prefix === `/${langcode}` ? `${langcode}/` : '',
    },
    user: { uid: user === null ? 0 : '2', permissionsHash: 'x' },
    ...(/^node\/(?:add|\d+\/edit)/.test(path) && { editor: { formats: Object.fromEntries(formats) } }),
  };
  return `<script type="application/json" data-drupal-selector="drupal-settings-json">${json(own)}</script>`;
}

function bar(visit: Visit): string {
  const { state, user } = visit;
  if (user === null) return '';
  const content = `<a href="${href(visit, 'admin/content')}"`;
  switch (state.options.generation) {
    case 'drupal7':
      return `<div id="toolbar"><div class="toolbar-menu clearfix"><ul id="toolbar-user"><li class="account first"><a href="${href(visit, 'user')}">Halo <strong>${user}</strong></a></li>
<li class="logout last"><a href="${href(visit, 'user/logout')}">Keluar</a></li></ul><ul id="toolbar-menu"><li class="leaf">${content}>Isi</a></li></ul></div></div>`;
    case 'backdrop':
      return `<div id="admin-bar"><div id="admin-bar-wrapper"><ul id="admin-bar-menu" class="dropdown"><li class="expandable"><ul class="dropdown"><li class="expandable">${content} class="admin-content">Isi</a></li></ul></li></ul>
<ul><li class="admin-bar-account"><a href="${href(visit, 'user')}" class="account">${user}</a></li><li><a href="${href(visit, 'user/logout')}">Keluar</a></li></ul></div></div>`;
    case 'drupal':
      return `<div id="toolbar-administration" class="toolbar"><nav id="toolbar-bar" class="toolbar-bar"><div class="toolbar-tab">
<a href="${href(visit, 'admin')}" id="toolbar-item-administration" class="toolbar-item">Kelola</a></div><div class="toolbar-tab">
<a href="${href(visit, 'user')}" id="toolbar-item-user" class="toolbar-item">${user}</a></div></nav></div>`;
  }
}

/** 403 is "you may not" and "who are you?" alike, with no way to tell but the page around it. */
export const denied = (visit: Visit): Response => page(visit, 'Akses ditolak', 'Anda tidak berhak.', 403);
export const missing = (visit: Visit): Response => page(visit, 'Tidak ditemukan', '', 404);
