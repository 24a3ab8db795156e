/** What `npm test` leaves to `npm run test:long`, because it is a further kind of what the others try. */
export const LONG = '@long';

/** Tags a test that is not among those of every run. */
export const unless = (isInEveryRun: boolean): { tag: string[] } => ({ tag: isInEveryRun ? [] : [LONG] });
