import { beforeEach, describe, expect, it } from 'vitest';
import { PhotoWork } from '#components/draft/photoWork.ts';
import { moved } from '#components/draft/usePhotos.ts';
import type { Draft, DraftPhoto } from '#utils/model/draft.ts';
import { PhotoError } from '#utils/photos/photoError.ts';
import type { Prepared } from '#utils/photos/prepare.ts';

/** Pictures cannot be decoded here (that is tried in a real browser); a "picture" is its name and a turn. */
async function prepare(
  source: Blob,
  { turns = 0, signal }: { turns?: number; signal?: AbortSignal } = {},
): Promise<Prepared> {
  const text = await source.text();
  signal?.throwIfAborted();
  if (text === 'heic') throw new PhotoError('photo_heic');
  return { blob: source, photo: { hash: `${text}/${turns}`, type: 'image/webp', width: 4, height: 3, bytes: 5 } };
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
