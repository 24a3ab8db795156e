import { sessionOf, visit } from '#utils/cms/drupal/session.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { fileNameIn, isPictureName, MEDIA_MAX, sitePicture } from '#utils/cms/media.ts';
import { CmsError, type DriverContext, type SitePicture } from '#utils/cms/types.ts';

/**
 * The list from which Backdrop's own editor and picture fields choose ("Select from library"), as its pager asks for it: the
 * newest pictures of every file, with their whole addresses. The list of files in the admin is for administrators alone, and
 * names no addresses.
 */
const LIBRARY = 'views/ajax?view_name=image_library&view_display_id=default';
const PICTURE = 'img[data-file-url]';
const IS_LIBRARY = '.view-id-image_library, .view-image-library';

/** The newest pictures of the site, twenty as Backdrop pages them. */
export async function library(context: DriverContext): Promise<SitePicture[]> {
  const session = sessionOf(context);
  // The library is open to strangers too, so that its answer does not tell whether the session has ended.
  await visit(session, 'user');
  const reply = await visit(session, LIBRARY);
  const commands = jsonIn(reply.text);
  if (!Array.isArray(commands)) throw new CmsError('markup_changed', 'views/ajax');
  const parts = commands.map((one: { data?: unknown } | null) => one?.data);
  const html = parts.filter((part) => typeof part === 'string').join('');
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  // A library that this person may not see, or that the site has switched off, is answered with settings alone.
  if (body.querySelector(IS_LIBRARY) === null) throw new CmsError('no_permission', 'image_library');
  // Among those of one second the list has no order.
  const newestFirst = [...body.querySelectorAll(PICTURE)].sort((one, other) => numberOf(other) - numberOf(one));
  return newestFirst.slice(0, MEDIA_MAX).flatMap((image) => {
    const whole = image.getAttribute('data-file-url') ?? '';
    const name = fileNameIn(whole);
    const picture = sitePicture(session.siteUrl, whole, image.getAttribute('src') ?? whole, name);
    return picture === null || !isPictureName(name) ? [] : [picture];
  });
}

const numberOf = (image: Element): number => Number(image.getAttribute('data-fid')) || 0;
