import type { Exchange } from '#contract';
import { EXCHANGES, type ExchangeKind, exchangesOf } from '#contract/choices.ts';

/** The kinds that a form holds, in the order in which they are shown; a word that is no kind of today's is left out. */
export function exchangeKinds(typed: string | undefined): ExchangeKind[] {
  const words = typed?.split(' ') ?? [];
  return EXCHANGES.filter((kind) => words.includes(kind));
}

/** What the form says of handing over and paying, each kind yes or no; undefined while nobody has said. */
export function exchangeOf(typed: string | undefined): Exchange | undefined {
  if (typed === undefined) return undefined;
  const kinds = exchangeKinds(typed);
  return Object.fromEntries(EXCHANGES.map((kind) => [kind, kinds.includes(kind)]));
}

/** The same as a form holds it. */
export const exchangeText = (exchange: Exchange | undefined): string | undefined =>
  exchange && exchangesOf(exchange).join(' ');

/** The form's words with one kind more or less. */
export function toggled(typed: string | undefined, kind: ExchangeKind): string {
  const kinds = exchangeKinds(typed);
  return EXCHANGES.filter((one) => kinds.includes(one) !== (one === kind)).join(' ');
}
