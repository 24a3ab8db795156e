import { apply, OUTBOX_STORES } from '#utils/outbox/store.ts';
import { sendPhoto } from '#utils/photos/store.ts';
import type { StepInput, StepResult } from './types.ts';

/** Sends the photos that are not acknowledged yet. A photo that is not on this device was sent by another one. */
export async function photosStep({ row, listing, marketplace, deps }: StepInput): Promise<StepResult> {
  let done = 0;
  for (const hash of listing.input.photos) {
    await sendPhoto(deps.db, marketplace, hash);
    done += 1;
    if (done <= row.photosDone) continue;
    await deps.db.change(OUTBOX_STORES, (tx) => apply(tx, row, { type: 'progress', done }, deps.clock()));
    deps.broadcast('outbox', row.id);
  }
  return { event: { type: 'done', step: 'photos' } };
}
