import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { formOf, request } from '#utils/cms/form.ts';
import { CmsError, type PostRef } from '#utils/cms/types.ts';
import type { Article } from './list.ts';
import type { Rows } from './rows.ts';
import { type Opensid, submit, visit } from './session.ts';

/**
 * Deletes the article where the role may, else hides it. There is no trash, so an article that a person has worked on
 * since we `known` it is only hidden.
 */
export async function takeDown(
  session: Opensid,
  { read }: Rows,
  article: Article,
  known: PostRef | null,
): Promise<void> {
  const isTouched = known !== null && fingerprintOf(article.title, article.html) !== known.editedMark;
  if (article.remove !== null && !isTouched) {
    const form = formOf(await visit(session, 'web'), 'form#mainform');
    form.action = new URL(article.remove, session.base);
    await submit(session, form, async () => (await read(article.id)) === null);
  } else if (article.state === 'published') {
    if (article.toggle === null) throw new CmsError('no_permission');
    // The switch turns the article on or off, so it is used only right after the list said "on".
    await request(session, new URL(article.toggle, session.base));
  }
}
