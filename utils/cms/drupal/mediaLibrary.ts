import type { Reply } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { type MediaField, pictureOf } from './mediaField.ts';
import { type NodeForm, nodeFormOn } from './nodeForm.ts';
import { IMAGE_NAME } from './pictureField.ts';
import { type Drupal, post, visit } from './session.ts';

/** The library as Drupal opens it for one field: everything that is asked of it carries Drupal's own signature (`hash`). */
export interface Library {
  /** Where the things of a type are listed; its filter looks into names. */
  list: URL;
  /** The types that the field takes, as a village names them: those of pictures first. */
  types: string[];
}

const LISTS = 'a[href*="media_library_opener_id="][href*="hash="]';
const ALLOWED = /^media_library_allowed_types\[/;
const CHOICES = 'input[type="checkbox"][name^="media_library_select_form["]';
const ITEM = '.js-media-library-item, .media-library-item, tr';

/**
 * Opens the library of a field as its button does. Null where this person may not look into it, or the site shows it in
 * a way that we do not know.
 */
export async function openLibrary(session: Drupal, node: NodeForm, { open }: MediaField): Promise<Library | null> {
  if (open === null) return null;
  // The form itself is sent later: what is asked for here is filled anew.
  const { data, action } = nodeFormOn(node.page);
  data.set('_triggering_element_name', open.name);
  data.set('_triggering_element_value', open.value);
  data.set('_drupal_ajax', '1');
  const url = new URL(action);
  url.searchParams.set('ajax_form', '1');
  url.searchParams.set('_wrapper_format', 'drupal_ajax');
  const reply = await post(session, { action: url, data });
  return reply.status === 200 ? libraryOn(htmlIn(reply), reply.url) : null;
}

/** The pages that an answer to the browser's script carries. */
function htmlIn({ text }: Reply): Document {
  const commands = jsonIn(text);
  const parts = Array.isArray(commands) ? commands.map((one: { data?: unknown }) => one?.data) : [];
  const html = parts.filter((part) => typeof part === 'string').join('');
  return new DOMParser().parseFromString(html, 'text/html');
}

function libraryOn(document: Document, base: URL): Library | null {
  const links = [...document.querySelectorAll(LISTS)].map((link) => new URL(link.getAttribute('href') ?? '', base));
  // The library's own address, with the choice of types, is among them; it has no filter for names.
  const list = links.find(({ pathname }) => !pathname.endsWith('/media-library'));
  if (list === undefined) return null;
  const types = [...list.searchParams].filter(([name]) => ALLOWED.test(name)).map(([, type]) => type);
  const own = new URL(list.pathname + list.search, base.origin);
  return { list: own, types: types.sort((a, b) => Number(IMAGE_NAME.test(b)) - Number(IMAGE_NAME.test(a))) };
}

/** The number of the item that was made of the picture with this print; null when there is none that this person sees. */
export async function findItem(session: Drupal, { list }: Library, print: string): Promise<string | null> {
  const url = new URL(list);
  url.searchParams.set('name', print);
  const page = await visit(session, url);
  if (page.status !== 200) return null;
  for (const box of page.document.querySelectorAll(CHOICES)) {
    const item = box.closest(ITEM);
    const isOurs = item?.textContent?.includes(print) || pictureOf(item, page.url)?.includes(print);
    if (isOurs) return box.getAttribute('value');
  }
  return null;
}
