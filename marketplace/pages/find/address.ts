import { link, type View } from '#marketplace/web/view.ts';
import { type Ask, type Member, membersOf } from './ask.ts';

/** Where a list is: one address for each ask. All of a kind is the kind's own page. */
export function placeOf(ask: Ask): { path: string; members: [Member, string][] } {
  const members = membersOf(ask);
  if (ask.query !== '' || ask.category === null) return { path: '/cari', members };
  return { path: `/kategori/${ask.category}`, members: members.filter(([member]) => member !== 'jenis') };
}

/** A link to a list, or to where it goes on. */
export function listLink(view: Pick<View, 'locale'>, ask: Ask, after: string | null = null): string {
  const { path, members } = placeOf(ask);
  return link(view, path, { ...Object.fromEntries(members), sesudah: after });
}

/**
 * True when an address asks the same as the one address for it, but is written otherwise: an empty field of a form, another
 * order, a price in words. Foreign members (`utm_source`) do not count.
 */
export function isWrittenOtherwise(
  search: URLSearchParams,
  path: string,
  ask: Ask,
  members: readonly string[],
): boolean {
  const own = placeOf(ask);
  const written = [...search].filter(([name]) => members.includes(name));
  return path !== own.path || JSON.stringify(written) !== JSON.stringify(own.members);
}
