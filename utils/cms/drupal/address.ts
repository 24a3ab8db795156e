import { idIn } from '#utils/cms/link.ts';
import { type Drupal, nodeOn, visit } from './session.ts';

/**
 * How many addresses are tried. A post from which a person took our link, or a colleague's draft, keeps its address;
 * the next one is then ours.
 */
const TRIES = 5;

/**
 * Looks at the addresses that we give to new posts, made of the listing's id alone: Drupal cannot search in texts, but
 * it opens an address at once, and gives none away twice. Answers the posts that have one of these addresses, and the
 * first one that is free.
 */
export async function postsAtAddress(session: Drupal, link: string): Promise<{ ids: string[]; free: string | null }> {
  const ids: string[] = [];
  for (let count = 1; count <= TRIES; count += 1) {
    const address = `produk/${idIn(link)}${count === 1 ? '' : `-${count}`}`;
    const page = await visit(session, address);
    const id = nodeOn(page);
    if (page.status !== 403 && id === null) return { ids, free: address };
    if (id !== null) ids.push(id);
  }
  return { ids, free: null };
}
