import { beforeEach, describe, expect, it } from 'vitest';
import { PhotoWork } from '#components/draft/photoWork.ts';
import { moved } from '#components/draft/usePhotos.ts';
import type { Draft, DraftPhoto } from '#utils/model/draft.ts';
import { type Crop, WHOLE } from '#utils/photos/crop.ts';
import { PhotoError } from '#utils/photos/photoError.ts';
import type { Prepared } from '#utils/photos/prepare.ts';

/** Pictures cannot be decoded here (that is tried in a real browser); a "picture" is its name and a turn. */
async function prepare(
  source: Blob,
  { turns = 0, crop = WHOLE, signal }: { turns?: number; crop?: Crop; signal?: AbortSignal } = {},
): Promise<Prepared> {
  const text = await source.text();
  signal?.throwIfAborted();
  if (text === 'heic') throw new PhotoError('photo_heic');
  const [width, height] = [crop.width * 1000, crop.height * 1000];
  const part = width === 1000 && height === 1000 ? '' : `/${width}x${height}`;
  return { blob: source, photo: { hash: `${text}/${turns}${part}`, type: 'image/webp', width, height, bytes: 5 } };
}

describe('photos on their way into the draft', () => {
  let photos: DraftPhoto[];
  let kept: string[];
  let isAway: boolean;
  let work: PhotoWork;
  beforeEach(() => {
    photos = [];
    kept = [];
    isAway = false;
    work = new PhotoWork({
      prepare,
      keep: async ({ photo }) => {
        if (isAway) throw new Error('asleep');
        kept.push(photo.hash);
      },
      photos: () => photos,
      change: (update) => {
        photos = update({ photos } as Draft).photos;
      },
      changed: () => undefined,
    });
  });
  const pictures = (...names: string[]) => names.map((name) => new Blob([name]));
  const hashes = () => photos.map(({ hash }) => hash);

  it('come in the order in which they were given, and only once the background holds them', async () => {
    await work.add(pictures('a', 'b', 'c')).done;
    expect(hashes()).toEqual(['a/0', 'b/0', 'c/0']);
    expect(kept).toEqual(hashes());
    isAway = true;
    await work.add(pictures('d')).done;
    expect(hashes()).not.toContain('d/0');
    expect(work.pending.map(({ code }) => code)).toEqual(['photo_not_kept']);
  });

  it('are eight at most, and what is too many is said', async () => {
    const { refused, done } = work.add(pictures(...'abcdefghij'));
    await done;
    expect([photos.length, refused]).toEqual([8, 2]);
  });

  it('that cannot be used say why, and do not stop the others', async () => {
    await work.add(pictures('a', 'heic', 'b')).done;
    expect(hashes()).toEqual(['a/0', 'b/0']);
    expect(work.pending.map(({ code }) => code)).toEqual(['photo_heic']);
  });

  it('that are the same picture are one photo', async () => {
    await work.add(pictures('a', 'a')).done;
    expect(hashes()).toEqual(['a/0']);
  });

  it('taken out while in work never appear', async () => {
    const { done } = work.add(pictures('a', 'b'));
    work.drop(work.pending[1]?.key ?? -1);
    await done;
    expect([hashes(), work.pending]).toEqual([['a/0'], []]);
  });

  it('that were cut come back whole, also after they were turned and cut again', async () => {
    await work.add(pictures('a')).done;
    const stored = async () => null;
    const cut = (width: number) => ({ left: 0, top: 0, width, height: 1 });
    await work.crop(photos[0] as DraftPhoto, cut(0.5), stored);
    await work.turn(photos[0] as DraftPhoto, stored);
    await work.crop(photos[0] as DraftPhoto, cut(0.5), stored);
    expect(hashes()).toEqual(['a/1/500x500']);
    // A panel that was loaded anew knows no more than the draft says.
    const [photo] = photos as [DraftPhoto];
    expect(photo.whole).toMatchObject({ hash: 'a/0', width: 1000 });
    expect(work.uncrop(photo)).toBe('a/0');
    expect(hashes()).toEqual(['a/0']);
    expect(photos[0]?.whole).toBeUndefined();
  });

  it('are never cut to what nobody can see', async () => {
    await work.add(pictures('a')).done;
    const strip = { left: 0, top: 0, width: 1, height: 0.19 };
    await expect(work.crop(photos[0] as DraftPhoto, strip, async () => null)).rejects.toMatchObject({
      code: 'photo_crop_small',
    });
    expect(hashes()).toEqual(['a/0']);
  });

  it('turn in their place, always from the picture they came from', async () => {
    await work.add(pictures('a', 'b')).done;
    for (let turn = 0; turn < 4; turn++) {
      const first = photos[0];
      if (first) await work.turn(first, async () => null);
    }
    expect(hashes()).toEqual(['a/0', 'b/0']);
    expect(kept).toEqual(['a/0', 'b/0', 'a/1', 'a/2', 'a/3', 'a/0']);
  });

  it('move to any place of the row, and no further', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -5)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
  });
});
