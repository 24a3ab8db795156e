import { PHOTOS_MAX } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { ShopProduct } from '#utils/model/cms.ts';
import type { Draft, DraftPhoto } from '#utils/model/draft.ts';
import type { Prepared } from '#utils/photos/prepare.ts';

export interface TakeDeps {
  /**
   * The product with what its own form says; null where that was not found. Asked of a product only that has such a form.
   */
  whole(product: ShopProduct): Promise<ShopProduct | null>;
  /** Bytes of the shop's pictures, in the order of `urls`; null for a picture that cannot be fetched. */
  pictures(urls: string[]): Promise<(Blob | null)[]>;
  prepare(blob: Blob): Promise<Prepared>;
  /**
   * Gives the photo to the background. It needs `draftId`, because the draft's village decides which marketplace gets
   * the photo.
   */
  keep(prepared: Prepared, draftId: string): Promise<unknown>;
  save(draft: Draft): Promise<unknown>;
  /** Remembers that the product has become this draft. */
  remember(sourceId: string, listingId: string): Promise<unknown>;
}

/** How one product ended. `problem` is the code of what kept it from becoming a draft; null when it did. */
export interface Taken {
  product: ShopProduct;
  draft: Draft;
  photosLost: number;
  /** Its form could not be read: the draft has what the list says, and no more. */
  isFormLost: boolean;
  problem: string | null;
}

/**
 * Makes a draft of one product. The text is saved first, and each photo as soon as it is ready, so that a later failure
 * loses nothing of what was saved. Never throws.
 */
export async function takeProduct(
  listed: ShopProduct,
  begin: (product: ShopProduct) => Draft,
  deps: TakeDeps,
): Promise<Taken> {
  let product = listed;
  let draft = begin(listed);
  let isFormLost = false;
  try {
    if (listed.form !== undefined) {
      const whole = await deps.whole(listed);
      isFormLost = whole === null;
      product = whole ?? listed;
      draft = { ...begin(product), id: draft.id };
    }
    await deps.save(draft);
    await deps.remember(listed.sourceId, draft.id).catch(() => undefined);
  } catch (error) {
    const problem = error instanceof AppError ? error.code : 'internal';
    return { product, draft, photosLost: 0, isFormLost, problem };
  }
  const urls = product.imageUrls.slice(0, PHOTOS_MAX);
  let photosLost = 0;
  for (const url of urls) {
    const photo = await takePhoto(url, draft.id, deps);
    if (photo === null) photosLost += 1;
    else if (!draft.photos.some(({ hash }) => hash === photo.hash)) {
      const fuller = { ...draft, photos: [...draft.photos, photo] };
      const isKept = await deps.save(fuller).then(
        () => true,
        () => false,
      );
      if (isKept) draft = fuller;
      else photosLost += 1;
    }
  }
  return { product, draft, photosLost, isFormLost, problem: null };
}

/** Takes the pictures one at a time, because a village's connection is slow and an old laptop has little memory. */
async function takePhoto(url: string, draftId: string, deps: TakeDeps): Promise<DraftPhoto | null> {
  try {
    const [blob] = await deps.pictures([url]);
    if (!blob) return null;
    const prepared = await deps.prepare(blob);
    await deps.keep(prepared, draftId);
    return prepared.photo;
  } catch {
    return null;
  }
}
