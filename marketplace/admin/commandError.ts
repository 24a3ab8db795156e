/** An operator's mistake, in words that say what to do next. */
export class CommandError extends Error {
  override name = 'CommandError';
}
