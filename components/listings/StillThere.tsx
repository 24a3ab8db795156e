import { useState } from 'preact/hooks';
import { useNow } from '#components/background/useNow.ts';
import { Button } from '#components/ui/Button.tsx';
import { VillageTag } from '#components/villages/VillageTag.tsx';
import { dateWib } from '#contract/format.ts';
import { ASK_AFTER_DAYS, daysBetween } from '#contract/stale.ts';
import { HOUR } from '#contract/time.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';
import type { ListingActions } from './useListingActions.ts';

interface Props {
  listings: readonly ListingView[];
  actions: Pick<ListingActions, 'stillThere' | 'setAvailability' | 'edit'>;
  /** The button that was pressed goes: the focus has to go somewhere. */
  onAnswered: () => void;
}

/** True when nobody has said for so long that it is there that the village is asked. */
export function isUnchecked({ checkedAt }: ListingView, now: number): boolean {
  return checkedAt !== undefined && daysBetween(checkedAt, now) >= ASK_AFTER_DAYS;
}

/** Asks once for all products that nobody has touched for long, and says what the marketplace has still to hear of them. */
export function StillThere({ listings, actions: given, onAnswered }: Props) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow(HOUR);
  const asked = listings.filter((listing) => isUnchecked(listing, now));
  const actions: typeof given = {
    ...given,
    stillThere(ids) {
      given.stillThere(ids);
      onAnswered();
    },
  };
  const owed = listings.filter(({ checkOwed }) => checkOwed).length;
  return (
    <>
      {owed > 0 && (
        <p class="soft still-owed" role="status">
          {t('still_owed', owed)}
        </p>
      )}
      {asked.length > 0 && (
        <section class="still card">
          <h2>{t('still_title', asked.length)}</h2>
          <p class="soft">{t('still_hint')}</p>
          <div class="row wrap">
            <Button look="primary" onClick={() => actions.stillThere(asked.map(({ id }) => id))}>
              {t('still_all')}
            </Button>
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('still_each')}
            </Button>
          </div>
          {isOpen && (
            <ul>
              {asked.map((listing) => (
                <Asked key={listing.id} listing={listing} actions={actions} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

function Asked({ listing, actions }: Pick<Props, 'actions'> & { listing: ListingView }) {
  const { id, name, village, checkedAt } = listing;
  return (
    <li class="still-one">
      <p>
        <span class="listing-title">{name}</span>
        <span class="soft">
          <VillageTag village={village} />
          {checkedAt !== undefined && t('still_since', dateWib(new Date(checkedAt), locale()))}
        </span>
      </p>
      <div class="row wrap">
        <Button onClick={() => actions.stillThere([id])}>{t('still_one')}</Button>
        <Button onClick={() => actions.setAvailability(listing, 'habis')}>{t('still_sold_out')}</Button>
        <Button onClick={() => actions.edit(id)}>{t('still_edit')}</Button>
      </div>
    </li>
  );
}
