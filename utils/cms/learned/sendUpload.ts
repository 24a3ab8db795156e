import type { Recipe, RecipeUpload } from '#contract';
import { type Reply, request, type Session } from '#utils/cms/form.ts';
import type { Picture } from '#utils/cms/picture.ts';
import { controlsOf, isFile } from './formShape.ts';
import { pageSays } from './seenUpload.ts';
import { scriptHeaders } from './sendDeed.ts';
import { atSite } from './sitePath.ts';
import { namedBy, type Uploaded } from './uploadAnswer.ts';

/**
 * Sends the picture before its article, once, as the page's script did when it was shown. Null when the site did not take
 * it, or did not say clearly how it is called: nothing is guessed. Throws `CmsError` where nothing came back.
 */
export async function sendUpload(
  session: Session,
  { document, url }: Reply,
  { siteUrl }: Recipe,
  upload: RecipeUpload,
  { blob, name }: Picture,
): Promise<Uploaded | null> {
  const body = new FormData();
  for (const beside of upload.beside) body.append(beside, pageSays(document, beside) ?? '');
  body.append(upload.field, blob, name);
  const init = { method: 'POST', referrer: url.href, headers: scriptHeaders(document, upload), body };
  const reply = await request(session, atSite(upload.action, siteUrl), init);
  return reply.status >= 200 && reply.status < 300 ? namedBy(reply.text, upload.into) : null;
}

/** Whether the form takes no article without a picture, as far as it says so itself. */
export function demandsPicture(form: HTMLFormElement, { into }: RecipeUpload): boolean {
  const names = new Set(into.map(({ name }) => name));
  const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
  return (
    files.some(({ required }) => required) ||
    controlsOf(form).some((one) => names.has(one.name) && one.required && !isFile(one))
  );
}
