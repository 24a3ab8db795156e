import type { DraftPhoto } from '#utils/model/draft.ts';
import { fromBase64, toBase64 } from '#utils/photos/base64.ts';
import { type Crop, WHOLE } from '#utils/photos/crop.ts';
import { toJpeg } from '#utils/photos/jpeg.ts';
import { PhotoError } from '#utils/photos/photoError.ts';
import { preparePhoto } from '#utils/photos/prepare.ts';
import type { Turns } from '#utils/photos/turn.ts';
import { createQueue } from '#utils/queue.ts';

const blobOf = (base64: string, type = '') => new Blob([fromBase64(base64)], { type });

/** What the spec may ask of the page; bytes cross as base64. */
const lab = {
  async prepare(
    base64: string,
    turns: Turns = 0,
    crop: Crop = WHOLE,
  ): Promise<{ photo: DraftPhoto; base64: string } | { code: string }> {
    try {
      const { photo, blob } = await preparePhoto(blobOf(base64), { turns, crop });
      return { photo, base64: toBase64(await blob.arrayBuffer()) };
    } catch (error) {
      if (error instanceof PhotoError) return { code: error.code };
      throw error;
    }
  },
  async jpeg(base64: string, type: string): Promise<string> {
    return toBase64(await (await toJpeg(blobOf(base64, type))).arrayBuffer());
  },
  /** Prepares the same picture `count` times; answers the hashes and how many were in work at once. */
  async many(base64: string, count: number): Promise<{ hashes: string[]; atOnce: number }> {
    const inLine = createQueue();
    let working = 0;
    let atOnce = 0;
    const jobs = Array.from({ length: count }, () =>
      inLine(async () => {
        atOnce = Math.max(atOnce, ++working);
        const { photo } = await preparePhoto(blobOf(base64));
        working--;
        return photo.hash;
      }),
    );
    return { hashes: await Promise.all(jobs), atOnce };
  },
  async cancelled(base64: string): Promise<string> {
    const controller = new AbortController();
    const job = preparePhoto(blobOf(base64), { signal: controller.signal });
    controller.abort(new Error('taken out'));
    return job.then(
      () => 'finished',
      (error: Error) => error.message,
    );
  },
};

export type Lab = typeof lab;
Object.assign(globalThis, { lab });
