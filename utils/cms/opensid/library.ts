import { isPictureName, MEDIA_MAX, sitePicture } from '#utils/cms/media.ts';
import { CmsError, type DriverContext, type SitePicture } from '#utils/cms/types.ts';
import { decode } from './list.ts';
import { type Opensid, sessionOf } from './session.ts';
import { tableRows } from './table.ts';

/** How the lists write a month. */
const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ');
/** The day and time of a row as its list writes it: `28 November 2026 07:41:12`. */
const WHEN = /^(\d{1,2}) (\p{L}+) (\d{4}) (\d{2}:\d{2}:\d{2})$/u;
/** The main picture of an article, and the three more that its form takes. */
const FIELDS = ['gambar', 'gambar1', 'gambar2', 'gambar3'];
/** A gallery's picture is a stored file (1), or an address that somebody typed (2). */
const FILE = '1';

type Row = Record<string, unknown>;
type Dated = SitePicture & { when: string };

/**
 * The newest pictures of the articles, and of the gallery: of its albums' covers and of the newest album. That is three
 * requests, none of which needs a right that a contributor lacks. The file manager is not opened: it wants a key that only
 * an editor's page has. Lapak's photos are taken over with their products.
 */
export async function library(context: DriverContext): Promise<SitePicture[]> {
  const session = sessionOf(context);
  const ofArticles = await rows(session, 'web/datatables', { cat: -1 });
  const pictures = ofArticles.flatMap((row) => articlePictures(session, row));
  const ofGallery = await galleryPictures(session).catch((error: unknown) => {
    // A group may have the one module and not the other; and with pictures at hand nothing is said to be missing.
    const isOthers = error instanceof CmsError && error.code === 'no_permission';
    if (isOthers || (pictures.length > 0 && isOfGallery(error))) return [];
    throw error;
  });
  return [...pictures, ...ofGallery]
    .sort((one, other) => other.when.localeCompare(one.when))
    .slice(0, MEDIA_MAX)
    .map(({ when: _, ...picture }) => picture);
}

/** True for a failure of one list, which says nothing of the session or of the way to the site. */
const isOfGallery = (error: unknown): boolean =>
  error instanceof CmsError && ['site_down', 'markup_changed', 'refused'].includes(error.code);

async function galleryPictures(session: Opensid): Promise<Dated[]> {
  const albums = await rows(session, 'gallery/datatables', { parent: 0 });
  const newest = String(albums[0]?.id ?? '');
  const inside = /^\d+$/.test(newest) ? await rows(session, 'gallery/datatables', { parent: newest }) : [];
  return [...inside, ...albums].flatMap((row) => galleryPicture(session, row));
}

async function rows(session: Opensid, path: string, own: Record<string, string | number>): Promise<Row[]> {
  const asked = { path, own, column: 'id', value: '', start: 0, length: MEDIA_MAX };
  const { data } = await tableRows(session, asked);
  return data.filter((row): row is Row => typeof row === 'object' && row !== null);
}

function articlePictures(session: Opensid, row: Row): Dated[] {
  return FIELDS.flatMap((field) => stored(session, 'artikel', row[field], decode(String(row.judul ?? '')), row));
}

function galleryPicture(session: Opensid, row: Row): Dated[] {
  // The name is a label that shows the picture when it is pointed at.
  const { body } = new DOMParser().parseFromString(String(row.nama ?? ''), 'text/html');
  return String(row.jenis ?? FILE) === FILE ? stored(session, 'galeri', row.gambar, body.textContent ?? '', row) : [];
}

/** OpenSID keeps no picture as it was sent: one of 440 px and one of 880 px are made of it. */
function stored(session: Opensid, folder: string, file: unknown, name: string, row: Row): Dated[] {
  if (typeof file !== 'string' || !isPictureName(file)) return [];
  const at = (size: string) =>
    `${session.siteUrl}/desa/upload/${folder}/${encodeURIComponent(`${size}_${decode(file)}`)}`;
  const picture = sitePicture(session.siteUrl, at('sedang'), at('kecil'), name.trim());
  return picture === null ? [] : [{ ...picture, when: whenOf(row.tgl_upload) }];
}

/** What sorts as the time does; empty for a time in another form, which then comes last. */
function whenOf(text: unknown): string {
  const [, day = '', month = '', year = '', time = ''] = WHEN.exec(String(text ?? '').trim()) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase()) + 1;
  return at === 0 ? '' : `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')} ${time}`;
}
