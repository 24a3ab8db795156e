import { isPictureName, MEDIA_MAX, sitePicture } from '#utils/cms/media.ts';
import { CmsError, type DriverContext, type SitePicture } from '#utils/cms/types.ts';
import { pictureOf } from './mediaField.ts';
import { settingsIn } from './recognise.ts';
import { type Drupal, sessionOf, visit } from './session.ts';

/** The newest pictures among all files, by the list's own questions; it names each file's whole address. */
const FILES = 'admin/content/files?filemime=image&status=1&order=created&sort=desc';
const MEDIA = 'admin/content/media';
/** Stands in such a list, the empty one too, in every theme that leaves a list its head. */
const IS_LIST = '[class*="view-id-"], [id^="views-exposed-form-"], th a[href*="order="]';
/** What Drupal shows in the place of a thing that is no picture, and what a film begins with. */
const NO_PHOTO = /\/(?:media-icons|icons|oembed_thumbnails)\//;

type Dated = SitePicture & { when: string };

/**
 * The newest pictures of the site. The list of files is asked first: an editor of the standard installation may see it, and
 * it holds what stands in Media Library too. From Media Library come the names and the smaller copies, and all where the
 * list of files is closed. Null where the site has neither list: Drupal 7 has none in its core.
 */
export async function library(context: DriverContext): Promise<SitePicture[] | null> {
  if (settingsIn(context.document) === null) return null;
  const session = sessionOf(context);
  const files = await visit(session, FILES);
  if (files.status === 200) {
    const found = filesOn(session, files);
    const hasMedia = files.document.querySelector(`a[href*="${MEDIA}"]`) !== null;
    // Without it the pictures are the same, under the names of their files.
    const items = hasMedia
      ? await visit(session, MEDIA)
          .then(mediaIn(session))
          .catch(() => [])
      : [];
    return newest(found.map((file) => ({ ...file, ...itemOf(file, items) })));
  }
  const media = await visit(session, MEDIA);
  if (media.status === 200) return newest(mediaIn(session)(media));
  if (files.status === 404 && media.status === 404) return null;
  throw new CmsError('no_permission', 'admin/content/files');
}

function newest(pictures: Dated[]): SitePicture[] {
  return pictures
    .sort((one, other) => other.when.localeCompare(one.when))
    .slice(0, MEDIA_MAX)
    .map(({ when: _, ...picture }) => picture);
}

function itemOf({ url }: Dated, items: Dated[]): Partial<SitePicture> {
  const item = items.find((one) => one.url === url);
  return item ? { name: item.name, thumbUrl: item.thumbUrl } : {};
}

type Page = Awaited<ReturnType<typeof visit>>;

function filesOn({ siteUrl }: Drupal, page: Page): Dated[] {
  return rowsOf(page).flatMap((row) =>
    [...row.querySelectorAll('a[href]')].slice(0, 1).flatMap((link) => {
      const url = URL.parse(link.getAttribute('href') ?? '', page.url);
      if (url === null || !isPictureName(url.pathname)) return [];
      const name = link.textContent?.trim() ?? '';
      const picture = sitePicture(siteUrl, url.href, url.href, name);
      return picture === null ? [] : [{ ...picture, when: whenOf(row) }];
    }),
  );
}

/** Media Library shows smaller copies; where the address of a copy tells none of a stored file, the thing is left out. */
const mediaIn =
  ({ siteUrl }: Drupal) =>
  (page: Page): Dated[] =>
    page.status !== 200
      ? []
      : rowsOf(page).flatMap((row) => {
          const small = URL.parse(row.querySelector('img[src]')?.getAttribute('src') ?? '', page.url)?.href;
          const whole = pictureOf(row, page.url);
          if (!small || whole === null || whole === small || NO_PHOTO.test(whole)) return [];
          const { origin, pathname } = new URL(whole);
          const name = row.querySelector('.views-field-name')?.textContent?.trim() ?? '';
          const picture = isPictureName(pathname) ? sitePicture(siteUrl, origin + pathname, small, name) : null;
          return picture === null ? [] : [{ ...picture, when: whenOf(row) }];
        });

/** The rows of a list. Throws `markup_changed` for a page without one: that is not an empty list. */
function rowsOf({ document, url }: Page): Element[] {
  const rows = [...document.querySelectorAll('tbody tr')];
  if (rows.length === 0 && document.querySelector(IS_LIST) === null) throw new CmsError('markup_changed', url.pathname);
  return rows;
}

/** When a file came, or a thing was changed last; both are told to the second, and sort as they are written. */
function whenOf(row: Element): string {
  return (row.querySelector('.views-field-created time') ?? row.querySelector('time'))?.getAttribute('datetime') ?? '';
}
