import { assertOurs, formOf, request } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { isRefusal, type Opensid, submit, visit } from './session.ts';

export const CATEGORY_NAME = 'Produk Desa';
/** The column beside the article list links every category as `web/{id}`, for every role. */
const LINKS = '.nav-stacked a[href]';
/** OpenSID's number for "no category": shown in the list of all articles only. */
export const NO_CATEGORY = '-1';

/** Short, because somebody may remove the category in another tab, and OpenSID files articles under numbers that are gone. */
const REMEMBERED_MS = 10 * 60_000;
/** Each site's category, as long as this page stands: an official who lists ten products waits for it once. */
const known = new Map<string, { category: string; until: number }>();

/** The number of the category, from what this page has seen lately where it has. */
export async function rememberedCategory(session: Opensid): Promise<string> {
  const seen = known.get(session.siteUrl);
  if (seen !== undefined && Date.now() < seen.until) return seen.category;
  const category = await categoryFor(session);
  if (category !== NO_CATEGORY) known.set(session.siteUrl, { category, until: Date.now() + REMEMBERED_MS });
  return category;
}

/** To be called when the site did not take what was filed under it: somebody may have removed the category. */
export function forgetCategory({ siteUrl }: Opensid): void {
  known.delete(siteUrl);
}

/**
 * The number of the category "Produk Desa", which is made when it is missing and this person may make it. Otherwise the
 * number of no category, which whoever approves the draft can change. The visit also shows whether the session still
 * stands, before anything is sent.
 */
export async function categoryFor(session: Opensid): Promise<string> {
  const found = await findCategory(session);
  if (found !== null) return found;
  const url = new URL('kategori/ajax_form/0', session.base);
  const dialog = await request(session, url);
  // A kontributor lands on the dashboard instead.
  if (dialog.url.pathname !== url.pathname) return NO_CATEGORY;
  const form = formOf(dialog, 'form');
  form.data.set('kategori', CATEGORY_NAME);
  try {
    await submit(session, form, async () => (await findCategory(session)) !== null);
  } catch (error) {
    // Another tab may have made it in between; the list tells.
    if (!isRefusal(error)) throw error;
  }
  return (await findCategory(session)) ?? NO_CATEGORY;
}

async function findCategory(session: Opensid): Promise<string | null> {
  const page = await visit(session, 'web');
  const links = [...page.document.querySelectorAll(LINKS)];
  if (links.length === 0) assertOurs(page);
  if (links.length === 0) throw new CmsError('markup_changed', LINKS);
  const link = links.find((a) => a.textContent?.trim().toLowerCase() === CATEGORY_NAME.toLowerCase());
  return /\/web\/(\d+)$/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}
