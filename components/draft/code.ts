import { Code } from '#components/background/code.ts';

/** What reads the quick line, and shows what it read. */
export const lineReader = new Code(() => import('./readLine.ts'));
/** The rules of a listing, by which the form finds its own mistakes. */
export const formRules = new Code(() => import('./formRules.ts'));
/** What makes a photo of a picture. */
export const photoMaker = new Code(() => import('#utils/photos/prepare.ts'));
/** What stands below a photo that was chosen. */
export const photoTools = new Code(() => import('./photoTools.ts'));
