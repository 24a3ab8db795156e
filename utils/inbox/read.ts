import type { Db } from '#utils/db/db.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';
import { isConnected } from '#utils/villages/known.ts';

/**
 * The inquiries of all villages, from the store alone, so that the popup opens with the server down. `syncedAt` (ms) is
 * the time of the village that was not checked for longest; null when one never was.
 */
export function readInbox(
  db: Pick<Db, 'read'>,
): Promise<{ inquiries: StoredInquiry[]; syncedAt: number | null; unread: string[] }> {
  return db.read(['inquiries', 'unread', 'villages'], async (tx) => {
    const inquiries = await tx.all('inquiries');
    const villages = await tx.all('villages');
    const asked = villages.filter(isConnected);
    const times = (asked.length > 0 ? asked : villages).map(({ inbox }) => inbox.syncedAt ?? 0);
    const oldest = times.length === 0 ? 0 : Math.min(...times);
    return {
      inquiries: inquiries.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
      syncedAt: oldest === 0 ? null : oldest,
      unread: await tx.keys('unread'),
    };
  });
}
