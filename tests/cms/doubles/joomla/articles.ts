import { text } from '#tests/cms/doubles/opensid/form.ts';
import { kept } from '#tests/cms/doubles/siteFaults.ts';
import { demandOf } from './demanded.ts';
import { articleForm, padlock, page, rowButtons } from './pages.ts';
import { type Article, esc, filterText, RIGHTS, type State } from './state.ts';
import { type Ctx, input, isTokenRight, lead, userOf } from './web.ts';

const LIST = 'view=articles';
const NO_STATE = "You're not allowed to change the state of this item.";
/** The form of a new article, shown again after a refusal too, has no number. */
const formOf = (id: number): string => `view=article&layout=edit${id === 0 ? '' : `&id=${id}`}`;
const STATE_OF: Record<string, number> = { '1': 0, '2': 1, '3': -2, '4': 2 };
const TASK_STATE: Record<string, number> = { publish: 1, unpublish: 0, trash: -2 };

const find = (c: Ctx, id: number): Article | undefined => c.get('state').articles.find((found) => found.id === id);
const may = (c: Ctx) => RIGHTS[userOf(c).role];
const mayEdit = (c: Ctx, article: Article | undefined): boolean =>
  may(c).edit || (article !== undefined && article.createdBy === userOf(c).id);

function blank(c: Ctx): Article {
  const rest = { catid: 2, createdBy: userOf(c).id, checkedOut: 0, note: '', images: {}, publishUp: '' };
  return { id: 0, title: '', alias: '', text: '', state: 1, ...rest };
}

/** All of com_content's administration, by task or view. */
export function content(c: Ctx): Response {
  const [, kind, action] = /^(articles?)\.(\w+)$/.exec(input(c, 'task')) ?? [];
  if (kind === 'article' && action === 'edit') return checkOut(c);
  if (kind !== undefined && !isTokenRight(c)) return lead(c, LIST, 'The security token did not match.', true);
  if (kind === 'article' && action === 'cancel') return cancel(c);
  if (kind === 'article') return save(c, action === 'apply');
  if (kind === 'articles') return setStates(c, action ?? '');
  return input(c, 'layout') === 'edit' ? form(c) : list(c);
}

function checkOut(c: Ctx): Response {
  const article = find(c, Number(input(c, 'id')));
  if (!mayEdit(c, article)) return lead(c, LIST, 'Edit not permitted.', true);
  if (article === undefined || (article.checkedOut !== 0 && article.checkedOut !== userOf(c).id)) {
    return lead(c, LIST, 'Check-out failed: the user does not match the user who checked out the item.', true);
  }
  article.checkedOut = userOf(c).id;
  c.get('session').editing.add(article.id);
  return c.redirect(`?option=com_content&${formOf(article.id)}`, 303);
}

function form(c: Ctx): Response {
  const id = Number(input(c, 'id'));
  const session = c.get('session');
  const article = id === 0 ? blank(c) : find(c, id);
  if (article === undefined || (id !== 0 && !session.editing.has(id))) {
    return lead(c, LIST, `You are not permitted to use that link to directly access that page (#${id}).`, true);
  }
  return c.html(articleForm(c.get('state'), session, article));
}

function cancel(c: Ctx): Response {
  const id = Number(input(c, 'id'));
  const article = find(c, id);
  // Super users break everybody's lock by closing the form.
  const mayBreak = userOf(c).role === 'admin' || article?.checkedOut === userOf(c).id;
  if (article !== undefined && mayBreak) article.checkedOut = 0;
  c.get('session').editing.delete(id);
  c.get('session').leftover.delete(id);
  return c.redirect(`?option=com_content&${LIST}`, 303);
}

function save(c: Ctx, stays: boolean): Response {
  const state = c.get('state');
  const session = c.get('session');
  const posted = c.get('form');
  const id = Number(c.req.query('id') ?? 0);
  const old = id === 0 ? null : find(c, id);
  if (old === undefined || (old && !mayEdit(c, old))) return lead(c, LIST, 'Save not permitted.', true);
  const field = (name: string) => text(posted, `jform[${name}]`);
  const { workflow } = state.options;
  const missing = ['title', 'catid', ...(state.options.version === 3 ? [] : ['language'])].find((name) => !field(name));
  const said = missing === undefined ? demandOf(c) : `Field required: ${missing}`;
  if (said !== null) {
    const kept = new URLSearchParams([...posted.fields].map(([name, [value = '']]) => [name, value]));
    session.leftover.set(id, kept);
    return lead(c, formOf(id), said, true);
  }
  const article = old ?? blank(c);
  article.catid = category(c, field('catid'));
  article.title = field('title').replace(/<[^>]*>/g, '');
  article.text = kept(state.faults, may(c).filtered ? filterText(field('articletext')) : field('articletext'));
  article.note = field('note');
  article.publishUp = field('publish_up');
  for (const name of ['image_intro', 'image_intro_alt', 'image_fulltext', 'image_fulltext_alt']) {
    article.images[name] = field(`images][${name}`);
  }
  if (old === null) {
    article.id = state.nextId();
    article.alias = state.alias(article.title, article.catid);
    article.state = workflow || !may(c).editState ? 0 : 1;
    state.articles.push(article);
  }
  // With stages on, a state in the post is stored past them, under a red notice.
  const isPast = workflow && field('state') !== '';
  if (may(c).editState && field('state') !== '') article.state = Number(field('state'));
  if (may(c).editState && workflow) article.state = STATE_OF[field('transition')] ?? article.state;
  if (isPast) state.statesPastStages += 1;
  const notice = isPast ? NO_STATE : 'Article saved.';
  session.leftover.delete(id);
  if (!stays) {
    article.checkedOut = 0;
    session.editing.delete(article.id);
    return lead(c, LIST, notice, isPast);
  }
  article.checkedOut = userOf(c).id;
  session.editing.add(article.id);
  return lead(c, formOf(article.id), notice, isPast);
}

/** A name behind the prefix makes a category, found again by that name. */
function category(c: Ctx, wanted: string): number {
  if (!wanted.startsWith('#new#')) return Number(wanted);
  const state = c.get('state');
  const id = state.nextId();
  state.categories.set(id, wanted.slice('#new#'.length));
  return id;
}

function setStates(c: Ctx, action: string): Response {
  const chosen = (c.get('form').fields.get('cid[]') ?? []).map(Number);
  // With stages on, only their steps change a state.
  if (c.get('state').options.workflow) return lead(c, LIST, NO_STATE, true);
  if (!may(c).editState) return lead(c, LIST, 'Edit state is not permitted.', true);
  const next = TASK_STATE[action];
  for (const article of c.get('state').articles.filter(({ id }) => chosen.includes(id))) {
    if (article.checkedOut !== 0 && article.checkedOut !== userOf(c).id) continue;
    if (next !== undefined) article.state = next;
  }
  return lead(c, LIST, 'Articles changed.');
}

/** Filters stay in the session, one set for each layout; a layout that does not exist is drawn as the normal one. */
function list(c: Ctx): Response {
  const { filters } = c.get('session');
  const context = c.req.query('layout') ?? '';
  const before = filters.get(context) ?? { search: '', published: '' };
  const { search, published } = {
    search: c.req.query('filter[search]') ?? before.search,
    published: c.req.query('filter[published]') ?? before.published,
  };
  filters.set(context, { search, published });
  const state = c.get('state');
  const found = state.articles
    .filter((article) =>
      published === '*'
        ? true
        : published === ''
          ? article.state >= 0 && article.state < 2
          : String(article.state) === published,
    )
    .filter((article) => isFound(article, search, state))
    .sort((a, b) => (c.req.query('list[fullordering]') === 'a.id DESC' ? b.id - a.id : a.id - b.id));
  const rows = found.map((article, index) => {
    const edit = `${state.options.prefix}/administrator/index.php?option=com_content&amp;task=article.edit&amp;id=${article.id}`;
    const title = mayEdit(c, article)
      ? `<a href="${edit}">${esc(article.title)}</a>`
      : `<span title="Alias">${esc(article.title)}</span>`;
    const lock = padlock(state, article.checkedOut, index);
    return `<tr><td><input type="checkbox" id="cb${index}" name="cid[]" value="${article.id}"></td>${rowButtons(state, article, index)}<td class="has-context">${lock}${title}<span class="small">(Alias: ${article.alias}, Note: ${esc(article.note)})</span></td></tr>`;
  });
  const token = `<input type="hidden" name="${c.get('session').token}" value="1">`;
  const body = `<form id="adminForm" method="post"><input name="filter[search]" value="${esc(search)}"><table><tbody>${rows.join('')}</tbody></table>${token}</form>`;
  return c.html(page(state, c.get('session'), 'Articles', 'articles', body));
}

function isFound({ id, title, alias, note, text: html }: Article, search: string, { options, faults }: State): boolean {
  const [, prefix, words = ''] = /^(id|content):(.*)$/.exec(search) ?? [];
  if (prefix === 'id') return id === Number(words);
  if (faults.searchesTitles) return title.toLowerCase().includes((words || search).toLowerCase());
  if (prefix === 'content' && options.searchesText) return html.includes(words);
  return [title, alias, note].some((field) => field.toLowerCase().includes(search.toLowerCase()));
}
