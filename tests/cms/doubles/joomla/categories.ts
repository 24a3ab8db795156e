import { text } from '#tests/cms/doubles/opensid/form.ts';
import { demandedField, demandOf } from './demanded.ts';
import { page } from './pages.ts';
import { RIGHTS } from './state.ts';
import { type Ctx, input, isTokenRight, lead, userOf } from './web.ts';

const OPTION = 'com_categories';
const LIST = 'view=categories&extension=com_content';
const formOf = (id: number | null): string =>
  `view=category&extension=com_content&layout=edit${id === null ? '' : `&id=${id}`}`;

/** As much of the administration of categories as it takes to make one. */
export function categories(c: Ctx): Response {
  const state = c.get('state');
  const task = input(c, 'task');
  const refuse = (query: string, words: string) => lead(c, query, words, true, OPTION);
  // Those who may show and hide may make categories here, as managers may and authors may not.
  if (!RIGHTS[userOf(c).role].editState) return c.html('<body class="admin com_categories">Error: 403</body>', 403);
  if (task === 'category.add') return lead(c, formOf(null), '', false, OPTION);
  if (task !== '' && !isTokenRight(c)) return refuse(LIST, 'The security token did not match.');
  if (task === 'category.cancel') {
    state.lockedCategories.delete(Number(input(c, 'id')));
    return lead(c, LIST, '', false, OPTION);
  }
  if (task === '') {
    const id = Number(input(c, 'id'));
    const isOpen = id === 0 || c.get('session').editing.has(id);
    return isOpen ? form(c) : refuse(LIST, 'You are not permitted to use that link to directly access that page.');
  }
  const title = text(c.get('form'), 'jform[title]');
  if (title === '' || text(c.get('form'), 'jform[language]') === '')
    return refuse(formOf(null), 'Field required: title');
  const demand = demandOf(c);
  if (demand !== null) return refuse(formOf(null), demand);
  // A category in the trash keeps its address.
  if ([...state.categories.values(), ...state.trashedCategories].includes(title)) {
    return refuse(formOf(null), 'Another category with the same parent category has the same alias.');
  }
  const id = state.nextId();
  state.categories.set(id, title);
  state.lockedCategories.add(id);
  c.get('session').editing.add(id);
  return lead(c, formOf(id), 'Category saved.', false, OPTION);
}

function form(c: Ctx): Response {
  const state = c.get('state');
  const session = c.get('session');
  const action = `${state.options.prefix}/administrator/index.php?option=${OPTION}&amp;extension=com_content&amp;layout=edit&amp;id=0`;
  const body = `<form action="${action}" method="post" name="adminForm" id="item-form"><input name="jform[title]" value=""><input name="jform[alias]" value="">
<select name="jform[published]"><option value="1" selected="selected">Published</option></select><select name="jform[language]"><option value="*" selected="selected">All</option></select>
<input type="hidden" name="jform[extension]" value="com_content">${demandedField(state.options.demands)}<input type="hidden" name="task" value=""><input type="hidden" name="${session.token}" value="1"></form>`;
  return c.html(page(state, session, 'Articles: New Category', 'article', body));
}
