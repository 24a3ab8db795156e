import { Code } from '#components/background/code.ts';

/** One inquiry, once it is opened. */
export const threadCode = new Code(() => import('./ThreadView.tsx'));
