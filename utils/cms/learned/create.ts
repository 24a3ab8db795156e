import type { Recipe } from '#contract';
import { DAY } from '#contract/time.ts';
import { assertIn, assertUp, type Reply, request, type Session } from '#utils/cms/form.ts';
import { LINK_STRIPPED_STANDS } from '#utils/cms/link.ts';
import { type Picture, type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import { beforeWriting } from '#utils/cms/traces.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { ownsPicture } from './fillForm.ts';
import { articleOnList } from './onList.ts';
import { findArticle, lookAtLists, MOST_OPENED, type PublicArticle, type Shown, titlesOf } from './publicLook.ts';
import { safeTitle } from './safeWords.ts';
import { sendDeed, shownForm } from './sendDeed.ts';
import { demandsPicture, sendUpload } from './sendUpload.ts';
import { atSite } from './sitePath.ts';
import { wordsMark } from './wordsMark.ts';

/** The largest picture (bytes) that village sites take, and the long side (px) of the smaller one. */
const PICTURE_MAX = 1_000_000;
const PICTURE_SIDE = 1000;
/** When (ms after the answer) the site's lists are looked at: some pages are kept for a moment. */
export const LOOKS = [0, 800, 2500];

export interface Tools {
  toJpeg: ToJpeg;
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/**
 * Saves a new article as it was shown, once, and finds it as a stranger does. What the site says to the request is not
 * believed: only one article more in public, with our link (or, where the site shows none, our address) is success. Throws `form_changed` before anything is sent
 * where the form is another one than was shown.
 */
export async function createArticle(
  context: DriverContext,
  session: Session,
  recipe: Recipe,
  post: LinkBackPost,
  { toJpeg, now, wait }: Tools,
): Promise<PostRef> {
  const { before, page, form, title } = await beforeWriting(async () => {
    const before = await lookAtLists(context, recipe);
    const page = await request(session, atSite(recipe.create.page, recipe.siteUrl));
    return { before, page, form: shownForm(page, recipe), title: safeTitle(post.title, titlesOf(before)) };
  });
  const picture = await smallPicture(post, toJpeg);
  const first = await beforeWriting(() => uploadFirst(session, recipe, { page, form, picture }));
  const words = { title, post, picture, uploaded: first.uploaded, now: now() };
  const answer = await sendDeed(session, first.page, first.form, recipe, recipe.create, words).catch(asError);
  // Whatever came back, or nothing: the public lists say whether it was saved.
  const found = await findNew(context, recipe, before, { link: post.link, title }, wait);
  if (found === null) return throwUnseen(session, answer);
  if (found.holds !== 'linked' && recipe.mentions !== true)
    throw new CmsError('not_read_back', LINK_STRIPPED_STANDS, null, [{ postId: found.url, editedMark: null }]);
  const isPictured = post.image === null || hasPicture(found, before.pictures, recipe, post);
  return {
    postId: found.url,
    url: found.url,
    state: 'published',
    editedMark: '',
    imageId: null,
    imageUrl: null,
    wrote: { title, mark: wordsMark(post.html), image: post.image?.fileName ?? null },
    ...(found.holds !== 'linked' && { mentioned: true as const }),
    ...(!isPictured && { pictureMissing: 'refused' as const }),
  };
}

/**
 * Sends the picture where it goes before the article, and then reads the form once more: many sites renew its token with
 * every request. Throws `image_refused` where the form takes no article without one: a day later, because each try
 * may leave a file on the site.
 */
async function uploadFirst(
  session: Session,
  recipe: Recipe,
  { page, form, picture }: { page: Reply; form: HTMLFormElement; picture: Picture | null },
) {
  const { upload, page: path } = recipe.create;
  if (upload === undefined || picture === null) return { page, form, uploaded: null };
  const answer = await sendUpload(session, page, recipe, upload, picture).catch(asError);
  const uploaded = answer instanceof CmsError ? null : answer;
  if (uploaded === null && demandsPicture(form, upload))
    throw answer instanceof CmsError ? answer : new CmsError('image_refused', 'picture', DAY / 1000);
  const fresh = await request(session, atSite(path, recipe.siteUrl));
  return { page: fresh, form: shownForm(fresh, recipe), uploaded };
}

export async function smallPicture(post: Pick<LinkBackPost, 'image'>, toJpeg: ToJpeg) {
  const made = await toPicture(post.image, toJpeg);
  if (made === null || made.blob.size < PICTURE_MAX) return made;
  const blob = await toJpeg(made.blob, PICTURE_SIDE).catch(() => null);
  return blob === null || blob.size >= PICTURE_MAX ? null : { ...made, blob };
}

/** The one article that is there now and was not before. */
async function findNew(
  context: DriverContext,
  recipe: Recipe,
  before: Shown,
  wanted: { link: string; title: string },
  wait: Tools['wait'],
): Promise<PublicArticle | null> {
  let after = before;
  for (const pause of LOOKS) {
    if (pause > 0) await wait(pause);
    after = await lookAtLists(context, recipe);
    const added = [...after.links.keys()].filter((url) => !before.links.has(url));
    const [first] = await findArticle(context, after, added, wanted);
    if (first !== undefined) return first;
    // A list that holds it already is as fresh as it will be, and none of its new addresses that were opened does.
    const onList = articleOnList(after, wanted.link);
    if (onList !== null && added.length <= MOST_OPENED) return onList;
  }
  return articleOnList(after, wanted.link);
}

/**
 * Whether a stranger sees the product's picture: in the form's own field it became one of the site's, which no list showed
 * before; in the text it is the marketplace's.
 */
export function hasPicture(
  { pictures, url }: PublicArticle,
  before: ReadonlySet<string>,
  { create }: Recipe,
  post: Pick<LinkBackPost, 'pictureUrl'>,
): boolean {
  const isOwn = ownsPicture(create);
  const isNew = (src: string) => URL.parse(src)?.host === new URL(url).host && !before.has(src);
  return pictures.some((src) => (isOwn ? isNew(src) : src === post.pictureUrl));
}

export function asError(error: unknown): CmsError {
  if (error instanceof CmsError) return error;
  throw error;
}

/** Throws why the article is not to be seen, as far as the answer tells: the write may have gone through all the same. */
export function throwUnseen(session: Session, answer: Reply | CmsError): never {
  if (answer instanceof CmsError) throw answer;
  assertIn(session, answer);
  assertUp(answer);
  throw new CmsError('not_read_back');
}
