import type { Recipe, RecipeChange, RecipeDeed } from '#contract';
import type { Reply, Session } from '#utils/cms/form.ts';
import type { Picture } from '#utils/cms/picture.ts';
import type { CmsError, DriverContext, LinkBackPost, PostRef } from '#utils/cms/types.ts';
import { asError, LOOKS, type Tools } from './create.ts';
import type { EditForm } from './editForm.ts';
import { sendDeed } from './sendDeed.ts';
import { type Read, readPublic } from './standing.ts';

/** What goes into the form of an article that stands; everything else stays, its title, day and address too. */
export interface Rewrite {
  /** Null leaves the words as they are. */
  words: Pick<LinkBackPost, 'html' | 'link' | 'pictureUrl'> | null;
  picture: Picture | null;
  choices: RecipeDeed['chosen'];
}

const WRITTEN: ReadonlySet<string> = new Set(['body', 'excerpt', 'pictureUrl', 'picture']);

/** Sends the form once. What the site says to it is not believed, so that a failure is answered, not thrown. */
export function sendRewrite(
  session: Session,
  recipe: Recipe,
  deed: RecipeChange,
  { page, form, action }: EditForm,
  { words, picture, choices }: Rewrite,
  now: number,
): Promise<Reply | CmsError> {
  const hasField = recipe.create.fields.some(({ role }) => role === 'picture');
  const isWritten = ({ role }: { role: string }) =>
    WRITTEN.has(role) && (role !== 'pictureUrl' || words?.pictureUrl !== undefined);
  const fields = words === null ? [] : deed.fields.filter(isWritten);
  const { html = '', link = '', pictureUrl } = words ?? {};
  // The picture stands in the text only where the form for a new article has no field for it.
  const post = { html, link, pictureUrl: hasField ? undefined : pictureUrl };
  const chosen = [...deed.chosen, ...choices];
  const own = { ...deed, action, fields, chosen };
  return sendDeed(session, page, form, recipe, own, { title: '', post, picture, now }).catch(asError);
}

/** Whether a stranger comes to read it so: some sites show for a moment what they kept. */
export async function isSeenSo(
  context: DriverContext,
  { url, link }: { url: string; link: string },
  isSo: (read: Read | null) => boolean,
  { wait }: Tools,
): Promise<boolean> {
  for (const pause of LOOKS) {
    if (pause > 0) await wait(pause);
    if (isSo(await readPublic(context, url, link))) return true;
  }
  return false;
}

export function refAt(url: string, state: PostRef['state'], wrote: PostRef['wrote']): PostRef {
  return { postId: url, url, state, editedMark: '', imageId: null, imageUrl: null, ...(wrote && { wrote }) };
}
