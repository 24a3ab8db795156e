import type { Db } from '#utils/db/db.ts';
import type { ConsignmentView } from '#utils/model/consignment.ts';

export interface ConsignmentsView {
  /** The oldest first. */
  waiting: ConsignmentView[];
  /** Taken here, although another device had been first. */
  elsewhere: { id: string; name: string }[];
}

/** All that waits for a look, of every village. */
export function listConsignments(db: Pick<Db, 'read'>): Promise<ConsignmentsView> {
  return db.read(['values', 'thumbnails'], async (tx) => {
    const all = Object.entries((await tx.value('consignments')) ?? {});
    const waiting: ConsignmentView[] = [];
    for (const [village, kept] of all)
      for (const one of kept.waiting) {
        const thumbnail = await tx.get('thumbnails', one.photos[0]?.hash ?? '');
        waiting.push({ ...one, village, thumbnail: thumbnail?.dataUrl ?? null });
      }
    return {
      waiting: waiting.sort((a, b) => a.sentAt - b.sentAt),
      elsewhere: all.flatMap(([, { elsewhere }]) => elsewhere),
    };
  });
}
