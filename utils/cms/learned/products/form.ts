import type { SitePath } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { type Field, fieldsHolding } from './fields.ts';
import { openPage } from './pages.ts';

/**
 * The form of the product that a row is about, on the page that the row's own link opened: one that holds the row's name.
 * Null where the page has no such form, so that nothing of another product is ever taken.
 */
export async function formOfRow(
  session: Session,
  siteUrl: string,
  path: SitePath,
  names: readonly string[],
): Promise<Field[] | null> {
  const { document, url } = await openPage(session, siteUrl, path);
  return fieldsHolding(document, url, names);
}
