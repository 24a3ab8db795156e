import { useEffect, useMemo, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { photoUrl } from '#contract';
import type { Draft, DraftPhoto } from '#utils/model/draft.ts';
import { fromBase64, toBase64 } from '#utils/photos/base64.ts';
import type { Crop } from '#utils/photos/crop.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { photoMaker } from './code.ts';
import type { DraftStore } from './draftStore.ts';
import { type Pending, PhotoWork } from './photoWork.ts';
import { withoutField } from './useFormModel.ts';

export interface Photos {
  photos: readonly DraftPhoto[];
  pending: readonly Pending[];
  /** Address for an `<img>`; null while the photo is being fetched from the background. */
  src(photo: DraftPhoto): string | null;
  add(files: readonly Blob[]): { refused: number; done: Promise<string[]> };
  /** Answers the turned photo's hash. */
  turn(photo: DraftPhoto): Promise<string>;
  /** Keeps only this part; answers the new photo's hash. */
  crop(photo: DraftPhoto, part: Crop): Promise<string>;
  /** The photo as it was before it was cut; answers its hash. */
  uncrop(photo: DraftPhoto): string;
  move(from: number, to: number): void;
  remove(photo: DraftPhoto): void;
  /** Puts a removed photo back in its place. */
  restore(photo: DraftPhoto, at: number): void;
  drop(key: number): void;
  idle(): Promise<void>;
}

/**
 * The draft's photos. A photo is made here and stored by the background, and shown from this page, this device or the
 * marketplace.
 */
export function usePhotos(store: DraftStore, marketplaceUrl: string | null): Photos {
  const { send } = useBackground();
  const [, redraw] = useState(0);
  const [stored, setStored] = useState<Record<string, string>>({});
  const { photos } = store.draft;

  const work = useMemo(
    () =>
      new PhotoWork({
        prepare: async (...photo) => (await photoMaker.load()).preparePhoto(...photo),
        photos: () => store.draft.photos,
        change: (update) => store.change((draft) => withPhotos(update(draft))),
        changed: () => redraw((count) => count + 1),
        async keep({ photo, blob }) {
          const base64 = toBase64(await blob.arrayBuffer());
          await retryWhileWaking(() => send('photo/keep', { draftId: store.draft.id, photo, base64 }));
        },
      }),
    [store],
  );
  useEffect(() => () => work.close(), [work]);

  const read = async (hash: string): Promise<string | null> => {
    const found = await retryWhileWaking(() => send('photo/read', { hash })).catch(() => null);
    return found?.dataUrl ?? (marketplaceUrl && photoUrl(marketplaceUrl, hash, 640, 'webp'));
  };
  const unseen = photos.filter(({ hash }) => work.url(hash) === null && stored[hash] === undefined);
  useEffect(() => {
    for (const { hash } of unseen) {
      void read(hash).then((src) => src !== null && setStored((all) => ({ ...all, [hash]: src })));
    }
  }, [unseen.map(({ hash }) => hash).join()]);

  const order = (update: (photos: DraftPhoto[]) => DraftPhoto[]) =>
    store.change((draft) => withPhotos({ ...draft, photos: update(draft.photos) }));
  return {
    photos,
    pending: work.pending,
    src: ({ hash }) => work.url(hash) ?? stored[hash] ?? null,
    add: (files) => work.add(files),
    turn: (photo) => work.turn(photo, async () => blobOf(await read(photo.hash))),
    crop: (photo, part) => work.crop(photo, part, async () => blobOf(await read(photo.hash))),
    uncrop: (photo) => work.uncrop(photo),
    move: (from, to) => order((all) => moved(all, from, to)),
    remove: (photo) => order((all) => all.filter(({ hash }) => hash !== photo.hash)),
    restore: (photo, at) => order((all) => [...all.slice(0, at), photo, ...all.slice(at)]),
    drop: (key) => work.drop(key),
    idle: () => work.idle(),
  };
}

function withPhotos(draft: Draft): Draft {
  return { ...draft, issues: withoutField(draft.issues, 'photos') };
}

/**
 * The same photos, with the one at `from` moved to `to`; a place outside the row becomes the nearest place inside it.
 */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, index) => index !== from);
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), ...all.slice(from, from + 1), ...rest.slice(place)];
}

async function blobOf(src: string | null): Promise<Blob | null> {
  if (src === null) return null;
  const [, type, base64] = /^data:([^;]+);base64,(.*)$/.exec(src) ?? [];
  if (type !== undefined && base64 !== undefined) return new Blob([fromBase64(base64)], { type });
  const response = await fetch(src);
  return response.ok ? response.blob() : null;
}
