import { Code } from '#components/background/code.ts';
import { threadCode } from '#components/inbox/code.ts';

/** What stands behind the inbox, or only sometimes above it. */
export const productsCode = new Code(() => import('./Products.tsx'));
export const dealsCode = new Code(() => import('#components/inbox/Deals.tsx'));
export const consignmentsCode = new Code(() => import('#components/consignments/Consignments.tsx'));
export const undoCode = new Code(() => import('./UndoLine.tsx'));
export const stepsCode = new Code(() => import('./FirstSteps.tsx'));
export const receiptCode = new Code(() => import('#components/inbox/Receipt.tsx'));

/** Reads what the first press may lead to, so that it is here when it is pressed. */
export function readOn(): void {
  for (const code of [threadCode, productsCode, dealsCode]) void code.load().catch(() => undefined);
}
