/** Written by `npm run words` from the Indonesian files: how many blanks ($1, $2 …) a text has, where it has any. */
export interface Blanks {
  shared: {
    lastChecked: 1;
    photoOf: 3;
    permitUntil: 1;
    permitCheck: 1;
    inStock: 2;
    dateTime: 2;
    minutes: 1;
    hours: 1;
    days: 1;
  };
}
