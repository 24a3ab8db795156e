import type { WordKey } from '#utils/i18n/keys.ts';
import type { ListingView } from '#utils/model/views.ts';
import { GOES_BY_HAND, NOT_BY_PRESSING } from './reasons.ts';

type State = ListingView['state'];

/** The state of a listing in one word. */
export const STATE_WORDS: Record<State, WordKey> = {
  draft: 'listing_draft',
  waiting: 'listing_waiting',
  live: 'listing_live',
  mentioned: 'listing_mentioned',
  linked: 'listing_linked',
  verified: 'listing_verified',
  sold_out: 'listing_sold_out',
  hidden: 'listing_hidden',
  withdrawn: 'listing_withdrawn',
  rejected: 'listing_rejected',
};

/** CSS class of the state's chip: green is good, amber waits or is sold out, red needs a person. */
export const STATE_LOOKS: Record<State, string> = {
  draft: 'chip chip-quiet',
  waiting: 'chip chip-warn',
  live: 'chip',
  mentioned: 'chip',
  linked: 'chip',
  verified: 'chip',
  sold_out: 'chip chip-warn',
  hidden: 'chip chip-bad',
  withdrawn: 'chip chip-quiet',
  rejected: 'chip chip-bad',
};

export interface Actions {
  edit: boolean;
  /** What a press of the availability button sets; null when the button is not offered. */
  availability: 'habis' | 'ada' | null;
  withdraw: boolean;
  restore: boolean;
  duplicate: boolean;
  discard: boolean;
  retry: boolean;
  /** A person changed the post on the site: the village may overwrite it or leave it. */
  overwrite: boolean;
  /**
   * The person inserts the card into an article and gives its address, either for the first time or because no link was
   * found at the address given.
   */
  byHand: boolean;
  /** The adapter cannot write on this site as it is, so the link back by hand is offered. */
  goByHand: boolean;
}

/** Whether its page on the marketplace is there for buyers, so that it can be opened, copied and shared. */
export const isPublic = ({ url, state }: Pick<ListingView, 'url' | 'state'>): boolean =>
  url !== null && state !== 'withdrawn' && state !== 'hidden';

/** What can be done with a listing in its state. */
export function actionsFor({
  state,
  row,
  availability,
  byHand,
}: Pick<ListingView, 'state' | 'row' | 'availability' | 'byHand'>): Actions {
  const reason = row?.reason ?? null;
  const isShown = state !== 'draft' && state !== 'withdrawn';
  return {
    edit: true,
    availability:
      !isShown || state === 'rejected' ? null : availability === 'habis' || state === 'sold_out' ? 'ada' : 'habis',
    withdraw: isShown,
    restore: state === 'withdrawn',
    duplicate: state !== 'draft',
    discard: state === 'draft',
    retry: reason !== null && !NOT_BY_PRESSING.has(reason),
    overwrite: reason === 'edited_by_hand',
    byHand: reason === 'by_hand' || (reason === 'proof_failed' && byHand === true),
    goByHand: GOES_BY_HAND.has(reason),
  };
}
