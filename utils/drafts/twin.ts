import type { Db } from '#utils/db/db.ts';
import type { Draft } from '#utils/model/draft.ts';

/**
 * The unfinished product, other than this one, that has one of these photos already; null when there is none. Who points at
 * a picture twice would otherwise sell one thing twice.
 */
export function twinOf(db: Db, id: string, hashes: readonly string[]): Promise<{ id: string; name: string } | null> {
  return db.read(['drafts', 'listings'], async (tx) => {
    const published = new Set(await tx.keys('listings'));
    const twin = (await tx.all('drafts'))
      .filter((draft) => draft.id !== id && !published.has(draft.id))
      .sort((one, other) => other.updatedAt - one.updatedAt)
      .find((draft) => photosOf(draft).some((hash) => hashes.includes(hash)));
    return twin === undefined ? null : { id: twin.id, name: twin.form.name.trim() };
  });
}

/** The photos of a draft as they are and as they were before they were cut. */
export function photosOf({ photos }: Pick<Draft, 'photos'>): string[] {
  return photos.flatMap(({ hash, whole }) => (whole === undefined ? [hash] : [hash, whole.hash]));
}
