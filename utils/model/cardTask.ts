/** The admin tab went away in the middle of a write; the `detail` of a row that waits `no_tab`. */
export const TAB_CLOSED = 'closed';
/** Why a card that a person has put in is the person's turn again; the `detail` of the row that waits `by_hand`. */
export const CARD_CHANGED = 'card_changed';
export const CARD_GONE = 'card_gone';
/** The same as changed, where Dodolan wrote the article, the price too, and does not reach it to change it. */
export const CARD_STALE = 'card_stale';
/** The card has to go into the article that the product was started from. */
export const CARD_INTO_ARTICLE = 'card_into_article';

const IN_PRODUCT = '_product';
/** Tasks that are said in other words where the card stands in a product of the site's own shop: nobody shall delete that. */
const OF_PRODUCTS: ReadonlySet<string> = new Set([CARD_CHANGED, CARD_GONE, CARD_INTO_ARTICLE]);

/** A task as the row says it. */
export function taskFor(task: string, { inProduct }: { inProduct?: boolean | undefined }): string {
  return inProduct === true && OF_PRODUCTS.has(task) ? `${task}${IN_PRODUCT}` : task;
}

/** What there is to do, wherever the card stands. */
export function taskOf(detail: string | null): string | null {
  return detail?.endsWith(IN_PRODUCT) ? detail.slice(0, -IN_PRODUCT.length) : detail;
}
