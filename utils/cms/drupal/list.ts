import { assertUp, send } from '#utils/cms/form.ts';
import { countLinks } from '#utils/cms/link.ts';
import { type Drupal, nodeOn, visit } from './session.ts';

/** One post as a list shows it. */
export interface Row {
  id: string | null;
  title: string;
  href: string;
}

const EDIT = /node\/(\d+)\/(?:edit|delete)\b/;
/** The newest posts: as many as the list's first page has. */
const ADMIN = 'admin/content';
/** What a role without that list sees of the newest posts. */
const FRONT = 'node';
const FRONT_TITLES = 'h2 a[href], h3 a[href]';

/** The posts that were changed last, newest first; of one title only, where the list can be asked so. */
export async function newestPosts(session: Drupal, title: string | null): Promise<Row[]> {
  const query = title === null ? '' : `?title=${encodeURIComponent(title)}`;
  const list = await visit(session, ADMIN + query);
  if (list.status === 200) return [...list.document.querySelectorAll('tr')].flatMap(adminRow);
  const { document } = await visit(session, FRONT);
  return [...document.querySelectorAll(FRONT_TITLES)].map((link) => rowOf(link, null));
}

function adminRow(row: Element): Row[] {
  const [first, ...others] = row.querySelectorAll('td a[href]');
  if (first === undefined) return [];
  const ids = others.map((link) => EDIT.exec(link.getAttribute('href') ?? '')?.[1]);
  return [rowOf(first, ids.find((id) => id !== undefined) ?? null)];
}

function rowOf(link: Element, id: string | null): Row {
  return { id, title: link.textContent?.trim() ?? '', href: link.getAttribute('href') ?? '' };
}

/**
 * The number of a row's post. Where the list does not tell it, the post's page does, if the link is on that page. The
 * page is asked for without a session, because a stranger may have written its address, and Drupal 7 signs out whoever
 * opens the wrong one.
 */
export async function idOfRow(session: Drupal, { id, href }: Row, link: string): Promise<string | null> {
  if (id !== null) return id;
  const site = session.at('');
  const url = URL.parse(href, site);
  if (url === null || url.hostname !== site.hostname) return null;
  const page = await send(session, new URL(url.pathname + url.search, site), { credentials: 'omit' });
  // A page that cannot be had just now does not say that the post is not ours.
  assertUp(page);
  return countLinks(page.text, link) > 0 ? nodeOn(page) : null;
}
