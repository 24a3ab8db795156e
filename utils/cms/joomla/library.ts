import * as z from 'zod/mini';
import { request } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { fileNameIn, isPictureName, MEDIA_MAX, sitePicture } from '#utils/cms/media.ts';
import { CmsError, type DriverContext, type SitePicture } from '#utils/cms/types.ts';
import { adminUrl, type Joomla, sessionOf } from './session.ts';

/** Folders that every Joomla brings along, with nothing of the village in them. */
const JOOMLAS_OWN = new Set(['banners', 'headers', 'sampledata']);
/** How many folders below the first are looked into: each costs a request. */
const FOLDERS = 6;
/** The picker of Joomla 3: what it lists, and where a folder leads. */
const OLD_PAGE = /\bcom_media\b|ImageManager|imgOutline|manager/i;
const OLD_PICTURE = 'a[href^="javascript:ImageManager.populateFields"] img';
const OLD_FOLDER = 'a[href*="view=imagesList"][href*="folder="]';

const File = z.object({
  type: z.enum(['dir', 'file']),
  name: z.string(),
  path: z.string(),
  url: z.optional(z.string()),
  thumb_path: z.catch(z.string(), ''),
  modified_date: z.catch(z.string(), ''),
});
type File = z.infer<typeof File>;
const Listed = z.object({ success: z.literal(true), data: z.array(File) });

interface Folder {
  pictures: (SitePicture & { date: string })[];
  folders: { path: string; date: string }[];
}

/**
 * The newest pictures of the media folder and of the folders in it. Joomla 3 tells no dates: there they come in its own
 * order, the last first, because names mostly grow with the time.
 */
export async function library({ page, ...rest }: DriverContext): Promise<SitePicture[]> {
  const session = sessionOf({ page, ...rest });
  const read = Number(page.version?.split('.')[0] ?? 4) < 4 ? oldFolder : folder;
  const first = await read(session, '');
  const inside = [...first.folders].sort(newestFirst).slice(0, FOLDERS);
  const all = [first];
  // One after the other: of two requests at once the last to end writes its session over the other's.
  for (const { path } of inside) all.push(await read(session, path));
  return all
    .flatMap(({ pictures }) => pictures)
    .sort(newestFirst)
    .slice(0, MEDIA_MAX)
    .map(({ date: _, ...picture }) => picture);
}

const newestFirst = (one: { date: string }, other: { date: string }): number => other.date.localeCompare(one.date);

/** From Joomla 4 on: as its media manager asks, with what lets those see it who may only write articles. */
async function folder(session: Joomla, path: string): Promise<Folder> {
  const query = { option: 'com_media', format: 'json', task: 'api.files', asset: 'com_content', url: '1' };
  const at = path === '' ? 'local-images:/' : path;
  const reply = await request(session, adminUrl(session, { ...query, path: at }));
  const listed = Listed.safeParse(jsonIn(reply.text));
  if (!listed.success) {
    // "You may not" and "who are you?" look alike here; any page of the administration tells them apart.
    await request(session, adminUrl(session, { option: 'com_content' }));
    throw new CmsError('no_permission', 'com_media');
  }
  const { data } = listed.data;
  return {
    pictures: data.flatMap((file) => pictureOf(session, file)),
    folders: data
      .filter(({ type, name }) => type === 'dir' && !JOOMLAS_OWN.has(name))
      .map(({ path: to, modified_date }) => ({ path: to, date: modified_date })),
  };
}

function pictureOf({ siteUrl }: Joomla, { type, name, url = '', thumb_path, modified_date }: File): Folder['pictures'] {
  if (type !== 'file' || url === '' || !isPictureName(name)) return [];
  const picture = sitePicture(siteUrl, url, thumb_path || url, name);
  return picture === null ? [] : [{ ...picture, date: modified_date }];
}

/** Joomla 3: the page from which an article's picture is chosen. */
async function oldFolder(session: Joomla, path: string): Promise<Folder> {
  const query = { option: 'com_media', view: 'imagesList', tmpl: 'component', asset: 'com_content', folder: path };
  const { document, status, text } = await request(session, adminUrl(session, query));
  if (status !== 200 || !OLD_PAGE.test(text)) throw new CmsError('no_permission', 'com_media');
  const pictures = [...document.querySelectorAll(OLD_PICTURE)].reverse().flatMap((image) => {
    const src = image.getAttribute('src') ?? '';
    const name = fileNameIn(src);
    const picture = isPictureName(name) ? sitePicture(session.siteUrl, src, src, name) : null;
    return picture === null ? [] : [{ ...picture, date: '' }];
  });
  const folders = [...document.querySelectorAll(OLD_FOLDER)].reverse().flatMap((link) => {
    const to = URL.parse(link.getAttribute('href') ?? '', session.siteUrl)?.searchParams.get('folder') ?? '';
    return to === '' || to === path || JOOMLAS_OWN.has(to) || !to.startsWith(path) ? [] : [{ path: to, date: '' }];
  });
  return { pictures, folders };
}
