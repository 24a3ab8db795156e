import type { Recipe, RecipeChange } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { beforeWriting } from '#utils/cms/traces.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { smallPicture, type Tools, throwUnseen } from './create.ts';
import type { EditForm } from './editForm.ts';
import { findOurs, isOurs, isWordless, markIn, type Place, placeOf, titleIn } from './ours.ts';
import { isSeenSo, refAt, sendRewrite } from './rewrite.ts';
import { type Read, saysAll } from './standing.ts';
import { wordsMark } from './wordsMark.ts';

/**
 * Brings an article of ours up to date as a change was shown, and reads it as a stranger does. Its form is looked for
 * anew each time, and it is written to only when it holds what we wrote: nobody else's article is touched, and no
 * person's words without their yes.
 */
export async function changeArticle(
  context: DriverContext,
  session: Session,
  recipe: Recipe,
  deed: RecipeChange,
  post: LinkBackPost,
  known: PostRef,
  tools: Tools,
): Promise<PostRef> {
  const { link, html, image } = post;
  const { place, found } = await beforeWriting(async () => {
    const place = await placeOf(context, recipe, known, { link, title: post.title });
    const found = await findOurs(session, recipe, deed, place, link);
    assertUnedited(found, place, deed, post, known);
    return { place, found };
  });
  const saysSo = (read: Read | null) => read?.isLinked === true && (isWordless(deed) || saysAll(read, html));
  const isPictureOld = known.wrote !== undefined && known.wrote.image !== (image?.fileName ?? null);
  const isInForm = isWordless(deed) || markIn(found, deed, link) === wordsMark(html);
  // Also a write of ours whose answer was lost: it is only looked at.
  if (!isInForm || isPictureOld || !saysSo(place.read)) {
    const hasField = deed.fields.some(({ role }) => role === 'picture');
    const picture = hasField && isPictureOld ? await smallPicture(post, tools.toJpeg) : null;
    const isHidden = !place.read?.isLinked;
    const choices = isHidden ? (recipe.takeDown?.before ?? []) : [];
    const answer = await sendRewrite(session, recipe, deed, found, { words: post, picture, choices }, tools.now());
    if (!(await isSeenSo(context, { url: place.url, link }, saysSo, tools))) throwUnseen(session, answer);
  }
  const title = titleIn(found, deed);
  return refAt(place.url, 'published', { title, mark: wordsMark(html), image: image?.fileName ?? null });
}

/** Throws `edited_by_hand` when a person's words would be lost, and `not_reached` for what is not ours to write over. */
function assertUnedited(
  found: EditForm,
  { read }: Place,
  deed: RecipeChange,
  { link, html, overwriteEdits }: LinkBackPost,
  known: PostRef,
): void {
  const mark = markIn(found, deed, link);
  const isBack = known.state === 'gone';
  const isKept = isOurs(found.body, deed, link) || (isBack && mark === known.wrote?.mark);
  // A body without our link may be another article's, whatever the person says of it.
  if (!isKept) throw new CmsError(overwriteEdits || found.body.includes(link) ? 'not_reached' : 'edited_by_hand');
  const isWrote = isWordless(deed) || [wordsMark(html), known.wrote?.mark].includes(mark);
  const isHidden = !isBack && !read?.isLinked;
  if ((!isWrote || isHidden) && !overwriteEdits) throw new CmsError('edited_by_hand');
}
