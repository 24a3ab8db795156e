import { Code } from '#components/background/code.ts';

/** What finds a number in words that everybody reads. */
export const phoneRules = new Code(() => import('./PhoneOffer.tsx'));
/** What knows the units that a seller may write. */
export const unitReader = new Code(() => import('#utils/listing/line/index.ts'));
