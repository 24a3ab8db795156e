/**
 * Why a person cannot see the panel well enough for a press in it to count: something covers it, it has just moved or
 * appeared, or one of its edges is out of sight.
 */
export const UNSEEN = ['covered', 'moved', 'top', 'right', 'bottom', 'left'] as const;
export type Unseen = (typeof UNSEEN)[number];
