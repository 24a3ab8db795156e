import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';

/**
 * Says for which of the known sites a new product is; null for none. Throws `bad_message` for a site that was never seen,
 * and for a product that is published: its article stands on its site.
 */
export function moveDraft(db: Db, id: string, siteUrl: string | null): Promise<void> {
  return db.change(['drafts', 'listings', 'sites'], async (tx) => {
    const draft = await tx.get('drafts', id);
    const isKnown = siteUrl === null || (await tx.get('sites', siteUrl)) !== undefined;
    if (draft === undefined || !isKnown || (await tx.get('listings', id)) !== undefined)
      throw new AppError('bad_message');
    await tx.put('drafts', { ...draft, siteUrl });
  });
}
