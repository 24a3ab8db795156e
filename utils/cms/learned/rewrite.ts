import type { Recipe, RecipeChange, RecipeDeed, RecipeUpload } from '#contract';
import type { Reply, Session } from '#utils/cms/form.ts';
import type { Picture } from '#utils/cms/picture.ts';
import type { CmsError, DriverContext, LinkBackPost, PostRef } from '#utils/cms/types.ts';
import { asError, LOOKS, type Tools } from './create.ts';
import type { EditForm } from './editForm.ts';
import { ownsPicture } from './fillForm.ts';
import { controlsOf, untouched } from './formShape.ts';
import { isOwnExcerpt } from './safeWords.ts';
import { sendDeed } from './sendDeed.ts';
import { type Read, readPublic } from './standing.ts';
import { inForm } from './toDeed.ts';
import type { Uploaded } from './uploadAnswer.ts';

/** What goes into the form of an article that stands; everything else stays, its title, day and address too. */
export interface Rewrite {
  /** Null leaves the words as they are. */
  words: Pick<LinkBackPost, 'html' | 'link' | 'pictureUrl'> | null;
  picture: Picture | null;
  /** What the picture is called in the form, where it was sent before. */
  uploaded?: Uploaded | null;
  choices: RecipeDeed['chosen'];
}

const WRITTEN: ReadonlySet<string> = new Set(['body', 'excerpt', 'pictureUrl']);

/** The form's own field for the picture, as it was shown, or as the form for a new article calls it; null for none. */
export function pictureFieldOf({ create }: Recipe, { fields, controls }: RecipeChange): string | null {
  const named = (all: RecipeDeed['fields']) => all.find(({ role }) => role === 'picture')?.name;
  const inNew = named(create.fields);
  return named(fields) ?? (inNew !== undefined && controls.includes(inNew) ? inNew : null);
}

/** The form by which a hidden article comes back, where the person has shown only how one is hidden; null for none. */
export function backForm({ takeDown }: Recipe): RecipeChange | null {
  return takeDown !== null && (takeDown.before ?? []).length > 0 ? (takeDown.form ?? null) : null;
}

/** How the picture is sent before its article, where this form has the fields that say it; null elsewhere. */
export function uploadFor({ create }: Recipe, { form }: EditForm): RecipeUpload | null {
  const names = new Set(controlsOf(form).map(({ name }) => name));
  return create.upload?.into.every(({ name }) => names.has(inForm(name))) === true ? create.upload : null;
}

/** Sends the form once. What the site says to it is not believed, so that a failure is answered, not thrown. */
export function sendRewrite(
  session: Session,
  recipe: Recipe,
  deed: RecipeChange,
  { page, form, action, body }: EditForm,
  { words, picture, uploaded = null, choices }: Rewrite,
  now: number,
): Promise<Reply | CmsError> {
  const pictureField = pictureFieldOf(recipe, deed);
  const hasField = ownsPicture(recipe.create);
  const isWritten = ({ role }: { role: string }) =>
    WRITTEN.has(role) && (role !== 'pictureUrl' || words?.pictureUrl !== undefined);
  const isOurs = ({ role, name }: RecipeDeed['fields'][number]) =>
    role !== 'excerpt' || isOwnExcerpt(untouched(form, inForm(name)), body);
  const worded = words === null ? [] : deed.fields.filter(isWritten).filter(isOurs);
  const file = picture === null || pictureField === null ? [] : [{ role: 'picture' as const, name: pictureField }];
  const fields = [...worded, ...file];
  const { html = '', link = '', pictureUrl } = words ?? {};
  // The picture stands in the text only where the form for a new article has no field for it.
  const post = { html, link, pictureUrl: hasField ? undefined : pictureUrl };
  const chosen = [...deed.chosen, ...choices];
  const own = { ...deed, action, fields, chosen };
  return sendDeed(session, page, form, recipe, own, { title: '', post, picture, uploaded, now }).catch(asError);
}

/** What a stranger comes to read, once it is so; null when it does not. Some sites show for a moment what they kept. */
export async function seenSo(
  context: DriverContext,
  { url, link }: { url: string; link: string },
  isSo: (read: Read | null) => boolean,
  { wait }: Tools,
): Promise<{ read: Read | null } | null> {
  for (const pause of LOOKS) {
    if (pause > 0) await wait(pause);
    const read = await readPublic(context, url, link);
    if (isSo(read)) return { read };
  }
  return null;
}

export function refAt(url: string, state: PostRef['state'], wrote: PostRef['wrote']): PostRef {
  return { postId: url, url, state, editedMark: '', imageId: null, imageUrl: null, ...(wrote && { wrote }) };
}
