import { fingerprintOf } from './fingerprint.ts';
import type { LinkBackPost } from './types.ts';

/**
 * The types that every CMS takes, with their file extensions; OpenSID and Joomla 3 refuse WebP, OpenSID under any name.
 */
const TAKEN: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/**
 * Turns any picture that the browser can decode into JPEG, at most `longest` px on its long side. It is given from
 * outside, because it needs a canvas.
 */
export type ToJpeg = (blob: Blob, longest?: number) => Promise<Blob>;

/** The long side (px) of the one smaller try. It still fills the column of every theme, at a third of the bytes. */
const SMALL = 800;

export interface Picture {
  blob: Blob;
  /**
   * The file name: plain ASCII with `print` in it, so that the stored name shows whether this picture is there already.
   */
  name: string;
  /** A fingerprint of the picture as the panel made it, before any conversion. */
  print: string;
}

/** The post's picture as an old CMS takes it; null when there is none, or none can be made of it: the link matters more. */
export async function toPicture(image: LinkBackPost['image'], toJpeg: ToJpeg): Promise<Picture | null> {
  if (image === null) return null;
  try {
    const print = fingerprintOf(new TextDecoder('latin1').decode(await image.blob.arrayBuffer()));
    const blob = image.blob.type in TAKEN ? image.blob : await toJpeg(image.blob);
    return { blob, name: `${stemOf(image.fileName)}-${print}.${TAKEN[blob.type] ?? 'jpg'}`, print };
  } catch {
    return null;
  }
}

/**
 * What can be tried of a picture, best first: as it is, as JPEG where it is not one, and smaller where the site's limit
 * lies below it. Each is made when it is asked for; what the browser cannot make is left out.
 */
export async function* attemptsOf(blob: Blob, toJpeg: ToJpeg): AsyncGenerator<Blob, void> {
  yield blob;
  const jpeg = blob.type === 'image/jpeg' ? null : await toJpeg(blob).catch(() => null);
  if (jpeg !== null) yield jpeg;
  const small = await smaller(blob, toJpeg);
  if (small !== null) yield small;
}

/** The picture as a smaller JPEG; null when it does not get smaller. */
export async function smaller(blob: Blob, toJpeg: ToJpeg): Promise<Blob | null> {
  const small = await toJpeg(blob, SMALL).catch(() => null);
  return small !== null && small.size < blob.size ? small : null;
}

/** A file name with the extension that its bytes call for. */
export function nameFor(fileName: string, { type }: Blob): string {
  const extension = TAKEN[type];
  return extension === undefined ? fileName : fileName.replace(/\.\w+$/, `.${extension}`);
}

function stemOf(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return stem || 'produk';
}
