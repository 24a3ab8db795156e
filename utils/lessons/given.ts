import { safe } from '#utils/cms/learned/safeWords.ts';
import { wordsMark } from '#utils/cms/learned/wordsMark.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { updateListing } from '#utils/outbox/steps/types.ts';

/** Notes which words were put into the form that a person is about to save. */
export async function noteGiven(db: Db, { html, image }: Pick<LinkBackPost, 'html' | 'image'>): Promise<void> {
  const given = { mark: wordsMark(html), image: image?.fileName ?? null };
  await db.change(['values'], async (tx) => {
    const lesson = await tx.value('lesson');
    if (lesson) await tx.setValue('lesson', { ...lesson, given });
  });
}

/**
 * Remembers them with the article that came of it, so that they are known again when it is to be changed. What the person
 * wrote otherwise is not known by them, and is asked about then.
 */
export async function rememberGiven(db: Db, { listingId, title, given }: Lesson): Promise<void> {
  if (given === undefined) return;
  await db.change(['listings'], (tx) =>
    updateListing(tx, listingId, (stored) => {
      if (!isByHand(stored.post) || stored.post.state === 'gone') return stored;
      return { ...stored, post: { ...stored.post, wrote: { title: safe(title), ...given } } };
    }),
  );
}
