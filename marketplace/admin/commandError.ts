/** An operator's mistake, in words that say what to do next. */
export class Refusal extends Error {
  override name = 'Refusal';
}
