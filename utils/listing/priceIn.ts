import { readQuick } from './line/index.ts';

/** A bare number of an article is a year, a sum of people, a postcode: only one that is said to be money is a price. */
const SAID_TO_BE_MONEY = /rp|rupiah|perak|rb|ribu|jt|juta|\dk\b|,-/i;
/** An article may be long; its price stands in what a reader sees first. */
const SEARCHED = 4000;

/**
 * The price that an article's text says, as it would be typed; empty where it says none, or several, of which nobody can
 * tell which one is meant.
 */
export function priceIn(text: string): string {
  const prices = new Set<string>();
  for (const line of text.slice(0, SEARCHED).split(/\n|(?<=[.!?])\s/)) {
    const { fields, asks } = readQuick(line);
    if (asks.some(({ field }) => field === 'price')) return '';
    const { price } = fields;
    if (price !== undefined && SAID_TO_BE_MONEY.test(price)) prices.add(price);
  }
  const [only] = prices;
  return prices.size === 1 && only !== undefined ? only : '';
}
