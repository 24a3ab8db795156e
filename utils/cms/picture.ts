import { fingerprintOf } from './fingerprint.ts';
import type { LinkBackPost } from './types.ts';

/**
 * The types that every CMS takes, with their file extensions; OpenSID and Joomla 3 refuse WebP, OpenSID under any name.
 */
const TAKEN: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Turns any picture that the browser can decode into JPEG. It is given from outside, because it needs a canvas. */
export type ToJpeg = (blob: Blob) => Promise<Blob>;

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

function stemOf(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return stem || 'produk';
}
