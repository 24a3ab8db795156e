import type { DraftPhoto } from '#utils/model/draft.ts';
import { decode, draw, type Turns } from './draw.ts';
import { encode } from './encode.ts';
import { sha256 } from './hash.ts';
import { readHeader } from './header.ts';
import { PhotoError } from './photoError.ts';

/** The long side, px: sharp on every phone, and what fits 150 kB without looking poor. */
export const LONGEST = 1280;
/** 64 megapixels unpack to 256 MB: an old laptop's limit, and far above what phones save by default. */
const PIXELS_MAX = 64_000_000;
const BYTES_MAX = 60_000_000;

export interface Prepared {
  photo: DraftPhoto;
  blob: Blob;
}

interface Options {
  turns?: Turns;
  signal?: AbortSignal;
}

/**
 * A picture ready for the wire: upright, at most 1280 px and 150 kB, without EXIF, named by its hash.
 * Throws `PhotoError`, or the signal's reason when it was cancelled.
 */
export async function preparePhoto(source: Blob, { turns = 0, signal }: Options = {}): Promise<Prepared> {
  await refuseTheUnusable(source);
  signal?.throwIfAborted();
  const bitmap = await decode(source);
  try {
    for (let longest = LONGEST; ; longest = Math.round(longest * 0.8)) {
      signal?.throwIfAborted();
      const canvas = await draw(bitmap, longest, turns);
      const encoded = await encode(canvas, signal);
      if (encoded === null) continue;
      const { blob, type } = encoded;
      const { width, height } = canvas;
      return { blob, photo: { hash: await sha256(await blob.arrayBuffer()), type, width, height, bytes: blob.size } };
    }
  } finally {
    // The bitmap holds tens of megabytes outside the garbage collector's sight.
    bitmap.close();
  }
}

async function refuseTheUnusable(source: Blob): Promise<void> {
  const { format, pixels } = await readHeader(source);
  if (format === 'heic') throw new PhotoError('photo_heic');
  if (format === 'unknown') throw new PhotoError('photo_unsupported');
  if (source.size > BYTES_MAX || (pixels ?? 0) > PIXELS_MAX) throw new PhotoError('photo_too_large');
}
