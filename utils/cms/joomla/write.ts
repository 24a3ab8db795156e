import type { Written } from '#utils/cms/engine.ts';
import { assertOurs, postForm } from '#utils/cms/form.ts';
import { hasSameText } from '#utils/cms/link.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { type Article, articleOn, isFormOf, newArticle, release } from './article.ts';
import { chooseCategory, fill, STEP_FIELD, stepFor } from './fill.ts';
import { refusal } from './refusal.ts';
import { type Joomla, refusalOf } from './session.ts';

/**
 * Makes the article. What Joomla shows after a first save comes from its database: the article as stored. Null in its place
 * when Joomla shows the list instead, which does not tell a refusal from a save whose form was no more to be shown (see
 * `openForm`); `said` is what the list says.
 */
export async function saveNew(
  session: Joomla,
  post: LinkBackPost,
  toJpeg: ToJpeg,
): Promise<{ article: Article | null; written: Omit<Written, 'id'>; said: string | null }> {
  const article = await newArticle(session);
  const { image } = await fill(session, article, post, toJpeg);
  chooseCategory(article);
  article.form.data.set('task', 'article.apply');
  const reply = await postForm(session, article.form);
  assertOurs(reply);
  const id = reply.url.searchParams.get('id') ?? '0';
  if (Number(id) > 0 && isFormOf(reply, id)) {
    const made = articleOn(session, reply, id);
    await release(session, made);
    return { article: made, written: image, said: null };
  }
  await release(session, article);
  // The empty form once more: it is the answer to what cannot be saved.
  if (reply.url.searchParams.get('layout') === 'edit') throw refusal(article.form, reply);
  return { article: null, written: image, said: refusalOf(reply) };
}

/** Changes a checked-out article and gives it back. `isIn` tells whether the new words are what is stored. */
export function saveOver(
  session: Joomla,
  article: Article,
  post: LinkBackPost,
  toJpeg: ToJpeg,
): Promise<Written & { isIn(stored: Article): boolean }> {
  return givingBack(session, article, async () => {
    const { html, image } = await fill(session, article, post, toJpeg);
    await saveAndClose(session, article);
    return { ...image, id: article.id, isIn: (stored) => hasSameText(stored.html, html) };
  });
}

/**
 * Changes only the state of a checked-out article, on sites that work with stages. Throws `no_permission` where this person
 * may not take that step.
 */
export function takeStep(session: Joomla, article: Article, change: 'publish' | 'trash'): Promise<void> {
  return givingBack(session, article, async () => {
    const step = stepFor(article, change);
    if (step === null) throw new CmsError('no_permission', 'core.execute.transition');
    article.form.data.set(STEP_FIELD, step);
    await saveAndClose(session, article);
  });
}

/**
 * Saves and closes an article. Throws `refused` in Joomla's words, or `field_required`, when it shows the form again: then
 * nothing was saved.
 */
async function saveAndClose(session: Joomla, { id, form }: Article): Promise<void> {
  form.data.set('task', 'article.save');
  const reply = await postForm(session, form);
  assertOurs(reply);
  if (isFormOf(reply, id)) throw refusal(form, reply);
}

/** Gives the lock back when `work` fails, so that colleagues can get at the article; a save does so by itself. */
async function givingBack<T>(session: Joomla, article: Article, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The first error is the one to report; a lock that stays is this person's own and opens for them.
    await release(session, article).catch(() => undefined);
    throw error;
  }
}
