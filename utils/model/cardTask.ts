/** Why a card that a person has put in is the person's turn again; the `detail` of the row that waits `by_hand`. */
export const CARD_CHANGED = 'card_changed';
export const CARD_GONE = 'card_gone';
