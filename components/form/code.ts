import { Code } from '#components/background/code.ts';

/** What finds a number in words that everybody reads. */
export const phoneRules = new Code(() => import('./PhoneOffer.tsx'));
