import type { Recipe, RecipeChange } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { beforeWriting, unwritten } from '#utils/cms/traces.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { smallPicture, type Tools, throwUnseen } from './create.ts';
import type { EditForm } from './editForm.ts';
import { findOurs, isOurs, isWordless, markIn, type Place, placeOf, titleIn } from './ours.ts';
import { pictureFieldOf, refAt, seenSo, sendRewrite } from './rewrite.ts';
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
  const wrote = { title: titleIn(found, deed), mark: wordsMark(html), image: image?.fileName ?? null };
  // What stands in the form already is only looked at: it may be a write of ours whose answer was lost.
  const isDue = !isInForm || isPictureOld || !place.read?.isLinked;
  const picture = isPictureOld && pictureFieldOf(recipe, deed) !== null ? await smallPicture(post, tools.toJpeg) : null;
  const choices = place.read?.isLinked ? [] : (recipe.takeDown?.before ?? []);
  const rewrite = { words: post, picture, choices };
  const answer = isDue ? await sendRewrite(session, recipe, deed, found, rewrite, tools.now()) : null;
  const seen = await seenSo(context, { url: place.url, link }, saysSo, tools);
  if (seen === null) return answer === null ? throwUnread() : throwUnseen(session, answer);
  const isRefused = picture !== null && seen.read?.pictures.join() === place.read?.pictures.join();
  const missing = { wrote: { ...wrote, image: known.wrote?.image ?? null }, pictureMissing: 'refused' as const };
  return { ...refAt(place.url, 'published', wrote), ...(isRefused && missing) };
}

function throwUnread(): never {
  throw unwritten(new CmsError('not_read_back'));
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
