import { demandedField } from './demanded.ts';
import { type Article, esc, type Options, RIGHTS, type Session, type State } from './state.ts';

const options = ({ version, prefix }: Options, token: string): string => {
  const full = version === 3 ? {} : { rootFull: `http://127.0.0.1${prefix}/` };
  const paths = { root: prefix, base: `${prefix}/administrator`, ...full };
  return `<script type="application/json" class="joomla-script-options new">${JSON.stringify({ 'csrf.token': token, 'system.paths': paths })}</script>`;
};

export const loginPage = (site: Options, token: string): string =>
  `<!DOCTYPE html><html><head><title>Desa Dagan - Administration</title>${options(site, token)}</head>
<body class="site com_login view-login layout-default"><div id="system-message-container"></div>
<form action="${site.prefix}/administrator/index.php" method="post" id="form-login"><input name="username"><input name="passwd" type="password">
<input type="hidden" name="option" value="com_login"><input type="hidden" name="task" value="login"><input type="hidden" name="${token}" value="1"></form></body></html>`;

/** Menu, user menu and bars as far as a visitor from outside looks at them. The article form hides or greys the menu. */
export function page(state: State, session: Session, title: string, view: string, body: string): string {
  const { version, prefix } = state.options;
  const isForm = view === 'article';
  const { notice, user } = session;
  session.notice = null;
  const old =
    notice &&
    `<div class="alert alert-${notice.isError ? 'error' : 'success'}"><div class="alert-message">${esc(notice.text)}</div></div>`;
  // Since 4 a script draws the notices; what the server sends is for those without one.
  const modern =
    notice &&
    `<noscript><div class="alert alert-${notice.isError ? 'danger' : 'success'}">${esc(notice.text)}</div></noscript>`;
  const needsScript =
    version === 3
      ? ''
      : '<noscript><div class="alert alert-danger" role="alert">Warning! JavaScript must be enabled.</div></noscript>';
  const articles = isForm ? '#' : 'index.php?option=com_content';
  const menu =
    version === 3
      ? `<nav class="navbar"><ul id="menu" class="nav${isForm ? ' disabled' : ''}"><li><a href="#">System</a></li><li class="dropdown"><a href="#">Content</a><ul><li><a href="${articles}">Articles</a></li></ul></li><li><a href="#">Help</a></li></ul>
<ul class="nav nav-user"><li><ul class="dropdown-menu"><li><strong>${user?.name}</strong></li></ul></li></ul><a class="brand" href="/">Desa Dagan</a></nav><header class="header"><div class="container-title"><h1>${title}</h1></div></header>`
      : `<header id="header"><div class="header-items d-flex">${isForm ? '' : `<div class="header-item"><div class="header-profile"><div class="dropdown-header"><span class="icon-user-circle"></span> Signed in as ${user?.name}</div></div></div>`}</div></header>
${isForm ? '' : `<ul class="nav flex-column main-nav"><li class="item item-level-1"><a href="index.php">Home</a></li><li class="item parent item-level-1"><a class="has-arrow" href="#">Content</a><ul><li class="item"><a href="${articles}">Articles</a></li></ul></li></ul>`}`;
  const status = version === 3 ? '<div id="status">Joomla! 3.10.12 &mdash; &copy; 2026 Desa Dagan</div>' : '';
  // Joomla 3 writes script options only where a script asks for them.
  return `<!DOCTYPE html><html><head><title>${title} - Desa Dagan - Administration</title>${version === 3 && !isForm ? '' : options(state.options, session.token)}</head>
<body class="admin com_content view-${view} layout-${isForm ? 'edit' : 'default'} task- itemid-0" data-basepath="${prefix}">${needsScript}${menu}
<div id="system-message-container">${(version === 3 ? old : modern) ?? ''}</div>${body}${status}</body></html>`;
}

const STATES: Record<string, string> = { '1': 'Published', '0': 'Unpublished', '2': 'Archived', '-2': 'Trashed' };
const STEPS: Record<string, string> = {
  '1': 'Unpublish',
  '2': 'Publish',
  '3': 'Trash',
  '4': 'Archive',
  '5': 'Feature',
};

const select = (name: string, choices: [string, string][], chosen: string, attributes = ''): string =>
  `<select name="${name}" ${attributes}>${choices.map(([value, label]) => `<option value="${value}"${value === chosen ? ' selected="selected"' : ''}>${esc(label)}</option>`).join('')}</select>`;

function stateField(state: State, session: Session, article: Article): string {
  const may = RIGHTS[session.user?.role ?? 'author'].editState;
  const { version, workflow, steps } = state.options;
  if (!workflow) {
    const shown = select(
      'jform[state]',
      Object.entries(STATES).reverse(),
      String(article.state),
      may ? '' : 'disabled="disabled"',
    );
    // Since 4 the field of the steps is there all the same.
    return version === 3
      ? shown
      : `${shown}<input type="hidden" name="jform[transition]" id="jform_transition" value="">`;
  }
  // The state is words; the steps that this person may take follow the stage that the article is in, from the first form on.
  const offered = Object.entries(STEPS).filter(([, label]) => may && (steps === null || steps.includes(label)));
  const group = offered.map(([value, label]) => `<option value="${value}">${label}</option>`).join('');
  return `<div><span class="spacer"><span class="text-body">Status: ${STATES[String(article.state)]}</span></span></div>
<select name="jform[transition]" id="jform_transition"><option value="" selected="selected">Published by the village</option>
<option value="-1" disabled="disabled">--------</option>${group && `<optgroup label="Run Transition">${group}</optgroup>`}</select>`;
}

/** The buttons of a row, in their order: of the stage, of "featured", of the state. Joomla 3 draws a state without its number. */
export function rowButtons(
  { options: { version, workflow, hidesState } }: State,
  article: Article,
  index: number,
): string {
  if (version === 3) return '<td class="center"><a class="btn btn-micro"><span class="icon-publish"></span></a></td>';
  const button = (state: string) =>
    `<button type="button" class="js-grid-item-action tbody-icon data-state-${state}"></button>`;
  const stage = `<td class="article-stage text-center"><button type="button" class="tbody-icon data-state-" aria-labelledby="workflow-${article.id}"></button>
<select id="transition-select_${index}"><option value="">Published by the village</option></select></td>`;
  const shown = hidesState ? '' : button(String(article.state));
  return `${workflow ? stage : ''}<td class="text-center">${button('0')}</td><td class="article-status text-center">${shown}</td>`;
}

/** Who has an article or an entry open, as a list tells it: 3 in the button's title, later ones in a tooltip beside it. */
export function padlock(
  { options: { version }, users }: Pick<State, 'options' | 'users'>,
  checkedOut: number,
  index: number,
): string {
  if (checkedOut === 0) return '';
  const name = users.find(({ id }) => id === checkedOut)?.name ?? '';
  const said = `<strong>Check-in</strong><br>${name}<br>Friday, 27 November 2026<br>15:33`;
  const icon = '<span class="icon-checkedout" aria-hidden="true"></span>';
  return version === 3
    ? `<a class="btn btn-micro active hasTooltip" href="#" title="${esc(said.replaceAll('<br>', '<br />'))}">${icon}</a>`
    : `<a href="#" class="js-grid-item-action tbody-icon" aria-labelledby="cbcheckin${index}-desc">${icon}</a><div role="tooltip" id="cbcheckin${index}-desc">${said}</div>`;
}

/** The article form; what a refused save left behind is shown instead of what is stored. */
export function articleForm(state: State, session: Session, article: Article): string {
  const { version, pictureFields } = state.options;
  const leftover = session.leftover.get(article.id);
  const value = (name: string, stored: string) => esc(leftover?.get(`jform[${name}]`) ?? stored);
  const categories = [...state.categories].map(([id, title]): [string, string] => [String(id), title]);
  const category = select(
    'jform[catid]',
    categories,
    String(article.catid),
    version === 3 ? 'data-custom_value_prefix="#new#"' : '',
  );
  const images = ['image_intro', 'image_intro_alt', 'image_fulltext', 'image_fulltext_alt'].map(
    (name) => `<input name="jform[images][${name}]" value="${esc(article.images[name] ?? '')}">`,
  );
  const action = `${state.options.prefix}/administrator/index.php?option=com_content&amp;layout=edit&amp;id=${article.id}`;
  return page(
    state,
    session,
    article.id === 0 ? 'Articles: New' : 'Articles: Edit',
    'article',
    `<form action="${action}" method="post" name="adminForm" id="item-form">
<input name="jform[title]" value="${value('title', article.title)}" required><input name="jform[alias]" value="${value('alias', article.alias)}">
<textarea name="jform[articletext]" id="jform_articletext">\n${value('articletext', article.text)}</textarea>${stateField(state, session, article)}
${version === 3 ? category : `<joomla-field-fancy-select allow-custom new-item-prefix="#new#">${category}</joomla-field-fancy-select>`}
${select('jform[access]', [['1', 'Public']], '1')}${select(
  'jform[language]',
  [
    ['*', 'All'],
    ['id-ID', 'Indonesia'],
  ],
  '*',
)}
<input name="jform[note]" value="${value('note', article.note)}">${pictureFields ? images.join('') : ''}${demandedField(state.options.demands)}
<input name="jform[publish_up]" value="24-11-2026 17:02:16" data-alt-value="2026-11-24 17:02:16">
<input type="hidden" name="jform[id]" value="${article.id}"><input type="hidden" name="task" value=""><input type="hidden" name="${session.token}" value="1"></form>`,
  );
}
