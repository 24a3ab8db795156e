import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import type { Availability, Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';

/** An action that was done and can be undone. */
export interface Undoable {
  text: string;
  undo: () => void;
}

export interface ListingActions {
  edit(id: Id): void;
  setAvailability(listing: ListingView, availability: Availability): void;
  /** Says that the village still has these, as they stand there. */
  stillThere(ids: Id[]): void;
  withdraw(listing: ListingView): void;
  restore(id: Id): void;
  /** Starts a new product from this one and opens its form. */
  duplicate(id: Id): void;
  discard(id: Id): void;
  retry(id: Id, overwriteEdits: boolean): void;
  skip(id: Id): void;
  /** Gives up on the adapter for this listing; the person inserts the card by hand. */
  byHand(id: Id): void;
  problem: string | null;
}

/** The actions of "my products". None of them asks for a confirmation; what changes something can be undone instead. */
export function useListingActions(onDone: (done: Undoable) => void): ListingActions {
  const { send } = useBackground();
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: Promise<unknown>, done?: Undoable) => {
    setProblem(null);
    try {
      await work;
      if (done !== undefined) onDone(done);
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  const restore = (id: Id) => void attempt(send('listing/restore', { id }));
  const available = ({ id, stock }: ListingView, availability: Availability) =>
    // When the product is available again but its stock is 0, it would still count as sold out; its stock then becomes
    // uncounted (null).
    attempt(
      send('listing/availability', { id, availability, stock: availability !== 'habis' && stock === 0 ? null : stock }),
    );

  const open = async (id: Id) => {
    const { opened } = await send('listing/edit', { id });
    if (!opened) setProblem(t('listing_edit_no_site'));
  };

  return {
    problem,
    restore,
    edit: (id) => void attempt(open(id)),
    duplicate: (id) => void attempt(send('draft/duplicate', { id }).then((draft) => open(draft.id))),
    setAvailability: (listing, availability) =>
      void available(listing, availability).then(() =>
        onDone({
          text: t(availability === 'habis' ? 'done_sold_out' : 'done_available', listing.name),
          undo: () =>
            void attempt(
              send('listing/availability', {
                id: listing.id,
                availability: listing.availability,
                stock: listing.stock,
              }),
            ),
        }),
      ),
    stillThere: (ids) => void attempt(send('listing/stillThere', { ids })),
    withdraw: ({ id, name }) =>
      void attempt(send('listing/withdraw', { id }), { text: t('done_withdrawn', name), undo: () => restore(id) }),
    discard: (id) => void attempt(send('draft/discard', { id })),
    retry: (id, overwriteEdits) => void attempt(send('outbox/retry', { id, overwriteEdits })),
    byHand: (id) => void attempt(send('linkback/byHand', { id })),
    skip: (id) => void attempt(send('outbox/skipLinkback', { id })),
  };
}
