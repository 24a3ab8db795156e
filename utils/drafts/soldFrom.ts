import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { CmsPage } from '#utils/model/cms.ts';
import type { SoldArticle } from '#utils/model/views.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { cmsPageOf } from '#utils/sites/tabs.ts';

type Article = Pick<CmsPage, 'siteUrl' | 'openPost'>;

/** An article's key. It holds the site, because two sites of one origin may each have an article number 1. */
const keyOf = ({ siteUrl, openPost }: Article): string => `${siteUrl} ${openPost}`;

/** Remembers that a product was started from the article that is open in the panel's tab; nothing where none is open. */
export async function rememberSoldFrom(db: Db, listingId: string, { tab }: From): Promise<void> {
  if (tab === null) throw new AppError('bad_message');
  const page = await cmsPageOf(tab.id);
  if (page === null || page.openPost === null) return;
  const key = keyOf(page);
  await db.change(['values'], async (tx) =>
    tx.setValue('soldFrom', { ...(await tx.value('soldFrom')), [key]: listingId }),
  );
}

/**
 * The product that the open article sells: the one that was started from it, else the one whose own article it is. Null
 * where there is none any more. `tx` must hold `drafts`, `listings` and `values`.
 */
export async function soldFrom(tx: Tx, article: Article): Promise<SoldArticle | null> {
  if (article.openPost === null) return null;
  const started = (await tx.value('soldFrom'))?.[keyOf(article)];
  const listings = await tx.all('listings');
  const listing =
    listings.find(({ id }) => id === started) ??
    listings.find(({ input, post }) => input.siteUrl === article.siteUrl && post?.postId === article.openPost);
  if (listing !== undefined) {
    return listing.input.state === 'withdrawn' ? null : { id: listing.id, name: listing.input.name, isDraft: false };
  }
  const draft = started === undefined ? undefined : await tx.get('drafts', started);
  return draft === undefined ? null : { id: draft.id, name: draft.form.name, isDraft: true };
}
