import type { AdminWords } from '#marketplace/words/index.ts';

/** An operator's mistake. `text` says it, and what to do next, in the words that it is given. */
export class CommandError extends Error {
  override name = 'CommandError';
  constructor(readonly text: (t: AdminWords) => string) {
    super('a mistake of the operator');
  }
}
