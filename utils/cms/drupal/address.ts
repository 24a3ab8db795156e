import { idIn } from '#utils/cms/link.ts';
import { type Drupal, nodeOn, visit } from './session.ts';

/** A person who took our link out of a post, or a colleague's draft, keeps that post's address: then the next one is ours. */
const TRIES = 5;

/**
 * The address that we give a new post, of its listing's number alone: Drupal cannot search in texts, but it opens an address
 * at once, and gives none away twice. Answers the posts that have one of ours, and the first address that is free.
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
