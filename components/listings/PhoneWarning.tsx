import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';

/** A telephone number in the words of a product that was published before they were checked: buyers see it masked. */
export function PhoneWarning({ listing, onEdit }: { listing: ListingView; onEdit: () => void }) {
  if (!listing.holdsPhone || listing.state === 'draft' || listing.state === 'withdrawn') return null;
  return (
    <div class="why why-waits">
      <p>{t('listing_holds_phone')}</p>
      <div class="row wrap">
        <Button onClick={onEdit}>{t('listing_move_phone')}</Button>
      </div>
    </div>
  );
}
