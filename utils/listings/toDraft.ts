import type { Tx } from '#utils/db/db.ts';
import { formOf } from '#utils/listing/form.ts';
import type { Draft, DraftPhoto } from '#utils/model/draft.ts';
import type { StoredListing } from '#utils/model/stored.ts';

/** The form of a listing, to open it again. Photos from another device have no bytes here, so no size either (0). */
export async function toDraft(tx: Tx, { id, input, updatedAt }: StoredListing): Promise<Draft> {
  const photos: DraftPhoto[] = [];
  for (const hash of input.photos) {
    const stored = await tx.get('photos', hash);
    photos.push(stored?.photo ?? { hash, type: 'image/webp', width: 0, height: 0, bytes: 0 });
  }
  return {
    id,
    siteUrl: input.siteUrl,
    form: formOf(input),
    photos,
    baseRev: input.rev,
    base: { form: formOf(input), photos: input.photos },
    prefilled: null,
    issues: [],
    updatedAt,
  };
}
