import type { Db } from '#utils/db/db.ts';
import { isConnected } from '#utils/villages/villages.ts';

/** 1 connect, 2 turn a site on, 3 sell the first product. */
export type FirstStep = 1 | 2 | 3;

/**
 * What is still before the first sale on this device; null once there is a product or a question. Only keys are counted,
 * because the popup asks as it opens.
 */
export function firstStep(db: Db): Promise<FirstStep | null> {
  return db.read(['villages', 'origins', 'listings', 'inquiries'], async (tx) => {
    if (!(await tx.all('villages')).some(isConnected)) return 1;
    if ((await tx.keys('listings')).length + (await tx.keys('inquiries')).length > 0) return null;
    return (await tx.keys('origins')).length === 0 ? 2 : 3;
  });
}
