import { PHOTOS_MAX } from '#contract';
import type { Draft, DraftPhoto } from '#utils/model/draft.ts';
import { type Crop, cropWithin, turnedCrop, WHOLE } from '#utils/photos/crop.ts';
import { PhotoError } from '#utils/photos/photoError.ts';
import type { Prepared, preparePhoto } from '#utils/photos/prepare.ts';
import type { Turns } from '#utils/photos/turn.ts';
import { createQueue } from '#utils/queue.ts';

/** A picture that is not a photo of the draft yet. `code` says why it will not become one; null while it is in work. */
export interface Pending {
  key: number;
  name: string;
  code: string | null;
}

interface Deps {
  prepare: typeof preparePhoto;
  /** Gives the bytes to the background. Throws when the background cannot be reached. */
  keep(prepared: Prepared): Promise<void>;
  photos(): DraftPhoto[];
  change(update: (draft: Draft) => Draft): void;
  changed(): void;
}

/** The least side (px) of what is left after a cut: less is not seen on a buyer's phone. */
export const CROP_LEAST = 200;

/** What a photo was made from, so that turning and cropping it twice does not lose quality twice. */
interface Source {
  blob: Blob;
  turns: Turns;
  crop: Crop;
}

/**
 * Brings pictures into the draft, one at a time: each is prepared, stored by the background, and only then named in the
 * draft.
 */
export class PhotoWork {
  pending: Pending[] = [];
  readonly sources = new Map<string, Source>();
  private readonly urls = new Map<string, string>();
  private readonly stops = new Map<number, AbortController>();
  /**
   * Pictures are prepared one after another, so that eight photos of 12 megapixels are never unpacked in memory
   * together.
   */
  private readonly inLine = createQueue();
  private keys = 0;

  constructor(private readonly deps: Deps) {}

  /**
   * Adds pictures. `refused` is how many were not taken because eight is the limit; `done` gives the hashes of those
   * that are in the draft, when all are done.
   */
  add(files: readonly Blob[]): { refused: number; done: Promise<string[]> } {
    const free = PHOTOS_MAX - this.deps.photos().length - this.pending.filter(({ code }) => code === null).length;
    const taken = files.slice(0, Math.max(0, free));
    const done = Promise.all(taken.map((file) => this.addOne(file)));
    return {
      refused: files.length - taken.length,
      done: done.then((all) => all.filter((hash) => hash !== null)),
    };
  }

  /** Removes a picture from the waiting list, whether it is still in work or has failed. */
  drop(key: number): void {
    this.stops.get(key)?.abort();
    this.pending = this.pending.filter((item) => item.key !== key);
    this.deps.changed();
  }

  /** Turns a photo a quarter clockwise; it keeps its place in the row. Answers the new photo's hash. */
  turn(photo: DraftPhoto, stored: () => Promise<Blob | null>): Promise<string> {
    return this.remake(photo, stored, ({ turns, crop }) => ({
      turns: ((turns + 1) % 4) as Turns,
      crop: turnedCrop(crop),
    }));
  }

  /**
   * Keeps only this part of the photo as it is seen; it keeps its place in the row, and what it was cut from. Answers the new
   * photo's hash. Throws `photo_crop_small`.
   */
  crop(photo: DraftPhoto, part: Crop, stored: () => Promise<Blob | null>): Promise<string> {
    return this.remake(photo, stored, ({ turns, crop }) => ({ turns, crop: cropWithin(crop, part) }), {
      ...photo,
      whole: photo.whole ?? fileOf(photo),
    });
  }

  /** The photo as it was before it was cut; it keeps its place in the row. Answers its hash. */
  uncrop(photo: DraftPhoto): string {
    const { whole } = photo;
    if (whole === undefined) return photo.hash;
    this.replace(photo, whole);
    return whole.hash;
  }

  private async remake(
    photo: DraftPhoto,
    stored: () => Promise<Blob | null>,
    change: (source: Omit<Source, 'blob'>) => Omit<Source, 'blob'>,
    { whole } = photo,
  ): Promise<string> {
    const known = this.sources.get(photo.hash);
    const blob = known?.blob ?? (await stored());
    if (blob === null) return photo.hash;
    const made = change(known ?? { turns: 0, crop: WHOLE });
    const remade = await this.inLine(() => this.deps.prepare(blob, made));
    const { width, height } = remade.photo;
    if (whole !== undefined && Math.min(width, height) < CROP_LEAST) throw new PhotoError('photo_crop_small');
    await this.deps.keep(remade);
    this.remember(remade, { blob, ...made });
    this.replace(photo, { ...remade.photo, ...(whole !== undefined && { whole }) });
    return remade.photo.hash;
  }

  private replace(photo: DraftPhoto, by: DraftPhoto): void {
    this.deps.change((draft) => ({
      ...draft,
      photos: draft.photos.map((other) => (other.hash === photo.hash ? by : other)),
    }));
  }

  /** Resolves when no picture is in work any more. */
  async idle(): Promise<void> {
    await this.inLine(async () => undefined);
  }

  /** Address of a photo that was made on this page; null for a photo from elsewhere. */
  url(hash: string): string | null {
    return this.urls.get(hash) ?? null;
  }

  close(): void {
    for (const stop of this.stops.values()) stop.abort();
    for (const url of this.urls.values()) URL.revokeObjectURL(url);
  }

  private addOne(file: Blob): Promise<string | null> {
    const item: Pending = { key: ++this.keys, name: file instanceof File ? file.name : '', code: null };
    const stop = new AbortController();
    this.stops.set(item.key, stop);
    this.pending = [...this.pending, item];
    this.deps.changed();
    return this.inLine(() => this.bringIn(item, file, stop.signal));
  }

  private async bringIn(item: Pending, file: Blob, signal: AbortSignal): Promise<string | null> {
    try {
      const prepared = await this.deps.prepare(file, { signal });
      await this.deps.keep(prepared);
      signal.throwIfAborted();
      this.remember(prepared, { blob: file, turns: 0, crop: WHOLE });
      const { photo } = prepared;
      const isKnown = this.deps.photos().some(({ hash }) => hash === photo.hash);
      this.drop(item.key);
      if (!isKnown) this.deps.change((draft) => ({ ...draft, photos: [...draft.photos, photo] }));
      return photo.hash;
    } catch (error) {
      if (!signal.aborted) this.fail(item, error instanceof PhotoError ? error.code : 'photo_not_kept');
      return null;
    }
  }

  private fail(item: Pending, code: string): void {
    this.pending = this.pending.map((other) => (other.key === item.key ? { ...other, code } : other));
    this.deps.changed();
  }

  private remember({ photo, blob }: Prepared, source: Source): void {
    this.sources.set(photo.hash, source);
    if (!this.urls.has(photo.hash)) this.urls.set(photo.hash, URL.createObjectURL(blob));
  }
}

function fileOf({ whole: _, ...file }: DraftPhoto): NonNullable<DraftPhoto['whole']> {
  return file;
}
