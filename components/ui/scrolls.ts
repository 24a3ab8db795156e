/**
 * For a part that scrolls on its own: with it, the keys reach the part also where nothing in it can be pressed. Not every
 * browser gives the focus to such a part by itself.
 */
export const SCROLLS = { tabIndex: 0 } as const;
