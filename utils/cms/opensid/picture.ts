import { markOf } from '../mark.ts';
import { CmsProblem, type LinkBackPost } from '../types.ts';

/** What OpenSID takes; WebP it refuses under any name. */
const TAKEN: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Turns any picture that the browser can decode into JPEG. Given from outside: it needs a canvas. */
export type ToJpeg = (blob: Blob) => Promise<Blob>;

export interface Picture {
  blob: Blob;
  /** Plain ASCII, with the print in it: the stored name shows whether this very picture is there already. */
  name: string;
  print: string;
}

/** A fingerprint of the picture as the panel made it, before any conversion. */
export async function printOf(blob: Blob): Promise<string> {
  return markOf(new TextDecoder('latin1').decode(await blob.arrayBuffer()));
}

/** The picture as OpenSID takes it. Throws `image_refused` when it cannot be made into one. */
export async function toPicture(image: NonNullable<LinkBackPost['image']>, toJpeg: ToJpeg): Promise<Picture> {
  const print = await printOf(image.blob);
  const blob = image.blob.type in TAKEN ? image.blob : await convert(image.blob, toJpeg);
  const stem = image.fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return { blob, name: `${stem || 'produk'}-${print}.${TAKEN[blob.type] ?? 'jpg'}`, print };
}

async function convert(blob: Blob, toJpeg: ToJpeg): Promise<Blob> {
  try {
    return await toJpeg(blob);
  } catch (error) {
    throw new CmsProblem('image_refused', error instanceof Error ? error.message : null);
  }
}
