import { send } from '#utils/cms/form.ts';
import type { WordPress } from './session.ts';

/** What WordPress puts behind a file's name: a size (`-300x225`), and `-scaled` where it made a large upload smaller. */
const SUFFIXES = /(?:-\d+x\d+|-scaled)*\.\w+$/;

const LOOK_MS = 10_000;

/**
 * Whether the theme draws a post's featured picture on its public page, of which the text holds none. Null when it could not
 * be looked at. The whole body counts, because themes draw it as an image, a background, or by a script's attribute; data for
 * search engines does not.
 */
export async function drawsPicture(session: WordPress, pageUrl: string, imageUrl: string): Promise<boolean | null> {
  const name = imageUrl.slice(imageUrl.lastIndexOf('/') + 1).replace(SUFFIXES, '');
  try {
    const { status, document } = await send(session, pageUrl, { signal: AbortSignal.timeout(LOOK_MS) });
    if (status !== 200 || name === '') return null;
    for (const script of document.body.querySelectorAll('script')) script.remove();
    return document.body.innerHTML.includes(name);
  } catch {
    return null;
  }
}
