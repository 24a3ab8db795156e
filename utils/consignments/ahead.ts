/** So many of the oldest are shown, and their photos are brought ahead; the others come when these are dealt with. */
export const AHEAD = 10;
