import { type Inquiry, Quantity, Terms } from '#contract';
import { number } from '#contract/format.ts';
import { locale } from '#utils/i18n/t.ts';

export type CounterIssue =
  | 'price_malformed'
  | 'quantity_malformed'
  | 'offer_above_list_price'
  | 'offer_not_lower'
  | 'below_offer';

/**
 * The terms of the village's last counter, over all bargains of the thread (the server counts so too): the price may
 * only go down.
 */
export function lastCounter({ events }: Inquiry): Terms | null {
  return events.findLast((event) => event.kind === 'countered')?.terms ?? null;
}

/** What the buyer offers now; null when the village's own counter, or nothing, is on the table. */
export function openOffer({ state, terms }: Inquiry): Terms | null {
  return state === 'offered' ? terms : null;
}

/**
 * The bargaining rules before anything is sent (the server holds the same): at most the list price, lower than the
 * village's last counter, and not below what the buyer already offers (then accepting is the better answer).
 * Null terms are what could not be read.
 */
export function counterIssue(
  inquiry: Inquiry,
  { price, quantity }: { price: number | null; quantity: number | null },
): CounterIssue | null {
  if (price === null || !Terms.shape.price.safeParse(price).success) return 'price_malformed';
  if (quantity === null || !Quantity.safeParse(quantity).success) return 'quantity_malformed';
  if (price > inquiry.listing.price) return 'offer_above_list_price';
  const before = lastCounter(inquiry);
  if (before !== null && price >= before.price) return 'offer_not_lower';
  const offer = openOffer(inquiry);
  if (offer !== null && price <= offer.price) return 'below_offer';
  return null;
}

/** Half-way between the buyer's last price and what the village asks now, on whole hundreds where that keeps the rules. */
export function suggestCounter(inquiry: Inquiry): Terms {
  const top = lastCounter(inquiry)?.price ?? inquiry.listing.price;
  const offered = inquiry.events.findLast((event) => event.kind === 'offered')?.terms ?? null;
  const from = Math.min(offered?.price ?? top, top);
  const middle = Math.round((top + from) / 200) * 100;
  const price = middle > from && middle < top ? middle : Math.ceil((top + from) / 2);
  return { price, quantity: inquiry.terms?.quantity ?? offered?.quantity ?? 1 };
}

/** The key under which the fields of a counter that is being typed are stored. */
export const counterKey = (inquiryId: string) => `counter:${inquiryId}`;

/** Both fields of the counter as one text, as they were typed. Empty text means that no counter is being typed. */
export const counterText = (price: string, quantity: string) => `${price}\n${quantity}`;

/** The terms as they would be typed. */
export const typedTerms = ({ price, quantity }: Terms) => counterText(number(price, locale()), String(quantity));

/** The fields of `counterText`. */
export function counterFields(text: string): { price: string; quantity: string } {
  const [price = '', quantity = ''] = text.split('\n');
  return { price, quantity };
}
