import type { Recipe, RecipeChange } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { goneCard } from '#utils/cms/goneCard.ts';
import { beforeWriting, unwritten, withTrace } from '#utils/cms/traces.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef, type PostTrace } from '#utils/cms/types.ts';
import { asError, smallPicture, type Tools, throwUnseen } from './create.ts';
import type { EditForm } from './editForm.ts';
import { ownsPicture } from './fillForm.ts';
import { findOurs, hasOthers, isOurs, isWordless, markIn, type Place, placeOf, titleIn } from './ours.ts';
import { pictureFieldOf, refAt, seenSo, sendRewrite, uploadFor } from './rewrite.ts';
import { sendUpload } from './sendUpload.ts';
import { holdsUs, type Read, saysAll } from './standing.ts';
import { inForm } from './toDeed.ts';
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
  const { place, found: opened } = await beforeWriting(async () => {
    const place = await placeOf(context, recipe, known, { link, title: post.title });
    const found = await findOurs(session, recipe, deed, place, link);
    assertUnedited(found, place, recipe, deed, post, known);
    return { place, found };
  });
  const saysSo = (read: Read | null) =>
    read !== null && holdsUs(read, recipe) && (isWordless(deed) || saysAll(read, html));
  const isPictureOld = known.wrote !== undefined && known.wrote.image !== (image?.fileName ?? null);
  const isInForm = isWordless(deed) || markIn(opened, deed, link) === wordsMark(html);
  const wrote = { title: titleIn(opened, deed), mark: wordsMark(html), image: image?.fileName ?? null };
  // What stands in the form already is only looked at: it may be a write of ours whose answer was lost.
  const isDue = !isInForm || isPictureOld || !holdsUs(place.read, recipe);
  const upload = uploadFor(recipe, opened);
  const takesPicture = isPictureOld && (upload !== null || pictureFieldOf(recipe, deed) !== null);
  const picture = takesPicture ? await smallPicture(post, tools.toJpeg) : null;
  const choices = holdsUs(place.read, recipe) ? [] : broughtBack(recipe, deed);
  const { found, uploaded } = await beforeWriting(async () => {
    if (upload === null || picture === null) return { found: opened, uploaded: null };
    const answer = await sendUpload(session, opened.page, recipe, upload, picture).catch(asError);
    const uploaded = answer instanceof CmsError ? null : answer;
    // Many sites renew a form's token with every request.
    return { found: await findOurs(session, recipe, deed, place, link), uploaded };
  });
  const rewrite = { words: post, picture, uploaded, choices };
  const answer = isDue ? await sendRewrite(session, recipe, deed, found, rewrite, tools.now()) : null;
  const trace = { postId: `${place.url}#${wrote.mark}`, editedMark: wrote.mark };
  const seen = await tracing(trace, async () => {
    const read = await seenSo(context, { url: place.url, link }, saysSo, tools);
    if (read === null) return answer === null ? throwUnread() : throwUnseen(session, answer);
    return read;
  });
  // The form for changing it may have no field for a picture, or the picture could not be made small enough.
  const isAsFile = image !== null && ownsPicture(recipe.create);
  const isRefused = isPictureOld && isAsFile && seen.read?.pictures.join() === place.read?.pictures.join();
  const missing = { wrote: { ...wrote, image: known.wrote?.image ?? null }, pictureMissing: 'refused' as const };
  const mentioned = seen.read?.isLinked === false && { mentioned: true as const };
  return { ...refAt(place.url, 'published', wrote), ...mentioned, ...(isRefused && missing) };
}

/** The choices by which an article is public again, where this form has them. */
const broughtBack = ({ takeDown }: Recipe, { controls }: RecipeChange) =>
  (takeDown?.before ?? []).filter(({ name }) => controls.includes(inForm(name)));

/** Says with a failure which words it may have left, so that they are known again. */
async function tracing<T>(trace: PostTrace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CmsError && error.mayHaveWritten ? withTrace(error, trace) : error;
  }
}

function throwUnread(): never {
  throw unwritten(new CmsError('not_read_back'));
}

/** Throws `edited_by_hand` when a person's words would be lost, and `not_reached` for what is not ours to write over. */
function assertUnedited(
  found: EditForm,
  { read }: Place,
  recipe: Recipe,
  deed: RecipeChange,
  { link, title, html, overwriteEdits, mayStand = [] }: LinkBackPost,
  known: PostRef,
): void {
  const mark = markIn(found, deed, link);
  const isDown = mark === wordsMark(goneCard(known.wrote?.title ?? title, link));
  const isBack = known.state === 'gone' || isDown;
  const isKept = isOurs(found.body, deed, link) || isDown || (isBack && mark === known.wrote?.mark);
  // A body without our link may be another article's, whatever the person says of it.
  if (!isKept) throw new CmsError(overwriteEdits || found.body.includes(link) ? 'not_reached' : 'edited_by_hand');
  // A write of ours whose answer was lost has left its words too.
  const tried = mayStand.map(({ editedMark }) => editedMark);
  const isWrote = isWordless(deed) || isDown || [wordsMark(html), known.wrote?.mark, ...tried].includes(mark);
  // An article that Dodolan never wrote is a person's, whatever is said of its words.
  if (!isWrote && known.wrote === undefined) throw new CmsError('not_reached');
  const isTheirs = !isWrote || hasOthers(found.body, link);
  const isHidden = !isBack && !holdsUs(read, recipe);
  if ((isTheirs || isHidden) && !overwriteEdits) throw new CmsError('edited_by_hand');
}
