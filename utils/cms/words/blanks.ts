/** Written by `npm run words` from the Indonesian files: how many blanks ($1, $2 …) a text has, where it has any. */
export interface Blanks {
  card: {
    intro: 2;
    ask: 1;
    gone: 1;
  };
}
