import { assertOurs } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { NODE_FORM, type NodeForm, nodeFormOn } from './nodeForm.ts';
import { askedField, asksMediaAlone } from './requiredField.ts';
import { type Drupal, refusalOn, visit } from './session.ts';

/** Types of post by what they are called: news first, for a product is news; then what every site has; then any. */
const WANTED = [/^article$/, /^post$/, /artikel|berita|news|blog|story/, /^page$/, /./];
/** How many types are tried. */
const TRIES = 4;

/** An empty form for a new post. Throws `no_permission` when this person may write none of the types that have a text. */
export async function newNodeForm(session: Drupal): Promise<NodeForm> {
  const page = await visit(session, 'node/add');
  if (page.status === 403) throw new CmsError('no_permission', refusalOn(page));
  // With one type only, Drupal goes straight to its form.
  if (page.document.querySelector(NODE_FORM) !== null) return nodeFormOn(page);
  const types = typesOn(page.document);
  if (types.length === 0) assertOurs(page);
  if (types.length === 0) throw new CmsError('no_permission', 'node/add');
  let problem: unknown = null;
  let demanding: NodeForm | null = null;
  let better: NodeForm | null = null;
  for (const type of types.slice(0, TRIES)) {
    const page = await visit(session, `node/add/${type}`);
    if (page.status !== 200) continue;
    try {
      const form = nodeFormOn(page);
      if (askedField(form) === null) return { ...form, better };
      if (asksMediaAlone(form)) better ??= form;
      demanding ??= form;
    } catch (error) {
      // A type without a text (a poll, a picture of the day) is not for us.
      problem = error;
    }
  }
  if (demanding !== null) return better ?? demanding;
  throw problem ?? new CmsError('no_permission', 'node/add');
}

function typesOn(document: Document): string[] {
  const links = [...document.querySelectorAll('a[href*="node/add/"]')];
  const types = links.map((link) => /node\/add\/([\w-]+)$/.exec(link.getAttribute('href') ?? '')?.[1]);
  const rank = (type: string) => WANTED.findIndex((kind) => kind.test(type));
  return [...new Set(types.filter((type) => type !== undefined))].sort((a, b) => rank(a) - rank(b));
}
