import { demandedField } from '#utils/cms/demandedField.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import type { FilledForm } from '#utils/cms/form.ts';
import type { Picture } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { forgetCategory, rememberedCategory } from './category.ts';
import { type Article, articleById } from './list.ts';
import { isRefusal, type Opensid, submit, visitForm } from './session.ts';

/** The fields of an article that we fill. */
const OURS: ReadonlySet<string> = new Set(['judul', 'isi', 'gambar', 'dokumen']);

/** What the article shall say in OpenSID. */
export interface Wanted {
  title: string;
  html: string;
  picture: Picture | null;
}

/** The form of a new article in our category. */
export async function newForm(session: Opensid): Promise<FilledForm> {
  const form = await visitForm(session, `web/form/${await rememberedCategory(session)}`);
  if (!form.action.pathname.includes('/web/insert/')) throw new CmsError('markup_changed', 'web/insert');
  return form;
}

/** Sends a new article, without its picture where OpenSID does not take it. */
export async function writeNew(
  session: Opensid,
  form: FilledForm,
  wanted: Wanted,
  isWritten: () => Promise<boolean>,
): Promise<void> {
  fill(form, wanted);
  await submitAnyhow(session, form, wanted.picture, isWritten).catch((error: unknown) => {
    forgetCategory(session);
    throw error;
  });
}

/**
 * Submits the form, and once more without its picture when it is refused with it, because the link matters more. Throws
 * `field_required` where OpenSID says no to a form that demands a field of the village's own.
 */
async function submitAnyhow(
  session: Opensid,
  form: FilledForm,
  picture: Picture | null,
  isWritten?: () => Promise<boolean>,
): Promise<void> {
  try {
    await submit(session, form, isWritten);
  } catch (error) {
    if (picture === null || !isRefusal(error)) throw named(error, form);
    if (await isWritten?.()) return;
    form.data.set('gambar', new Blob([]), '');
    await submit(session, form, isWritten).catch((problem: unknown) => {
      throw named(problem, form);
    });
  }
}

/** What OpenSID's no means: its own words often say nothing but that it failed. */
function named(error: unknown, form: FilledForm): unknown {
  if (!(error instanceof CmsError) || error.code !== 'refused') return error;
  const field = demandedField(form, (name) => OURS.has(name));
  return field === null ? error : new CmsError('field_required', field);
}

/** Brings an article up to date; nothing is sent when it already is. Answers the article as it stands afterwards. */
export async function writeOver(
  session: Opensid,
  there: Article,
  wanted: Wanted,
  post: LinkBackPost,
): Promise<Article> {
  const show = there.state !== 'published' && isToShow(there, post) && mayPublish(session);
  const picture = hasPicture(there, wanted, post) ? null : wanted.picture;
  const before = fingerprintOf(there.title, there.html);
  const isSame = before === fingerprintOf(wanted.title, wanted.html);
  if (isSame && picture === null && !show) return there;
  if (there.edit === null) throw new CmsError('no_permission');
  const form = await visitForm(session, there.edit);
  // Anything but the update form of this very article would make a second one.
  if (!form.action.pathname.endsWith(`/${there.id}`)) throw new CmsError('markup_changed', `web/update/…/${there.id}`);
  // The form's date goes back as it came: a new one would move the address.
  fill(form, { ...wanted, picture });
  if (show) form.data.set('enabled', '1');
  await submitAnyhow(session, form, picture);
  const after = await articleById(session, there.id);
  // OpenSID said yes; the stored words show whether it wrote anything.
  const isUntouched = after !== null && !isSame && fingerprintOf(after.title, after.html) === before;
  if (after === null || isUntouched) throw new CmsError('not_read_back');
  return after;
}

/**
 * True when a hidden article is to be shown again: only one that we hid ourselves, or that the person said to put back.
 */
function isToShow({ id }: Article, { known, mayStand, overwriteEdits }: LinkBackPost): boolean {
  const isOurDoing = known?.state === 'gone' || mayStand?.some(({ postId }) => postId === id) === true;
  return isOurDoing || (known?.state === 'published' && overwriteEdits);
}

/**
 * True when this person may publish. A kontributor's articles wait for an editor, but OpenSID sees to that for new ones
 * only and lets an update publish. So the role is read off the menu: everybody who may publish has the category module
 * too.
 */
export function mayPublish({ document }: Opensid): boolean {
  return document.querySelector('.sidebar-menu a[href$="/kategori"]') !== null;
}

function hasPicture(there: Article, { picture }: Wanted, { known }: LinkBackPost): boolean {
  if (picture === null) return true;
  // A picture that a person put in place of ours stays until the listing itself gets another one.
  return there.picture !== null && (there.picture.includes(picture.print) || known?.imageId === picture.print);
}

function fill({ data }: FilledForm, { title, html, picture }: Wanted): void {
  data.set('judul', title);
  data.set('isi', html);
  if (picture !== null) data.set('gambar', picture.blob, picture.name);
  // Without this part, even empty, PHP dies on the missing file.
  if (!data.has('dokumen')) data.set('dokumen', new Blob([]), '');
}
