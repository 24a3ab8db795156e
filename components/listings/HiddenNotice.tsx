import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';

/** What the operator has taken from buyers' sight, with the operator's reason. */
export function HiddenNotice({ listing, onEdit }: { listing: ListingView; onEdit: () => void }) {
  if (listing.state !== 'hidden') return null;
  return (
    <div class="why why-stuck" role="note">
      <p>
        <b>{t('listing_hidden_why', listing.hidden ?? '')}</b>
      </p>
      <p>{t('listing_hidden_help')}</p>
      <div class="row wrap">
        <Button onClick={onEdit}>{t('listing_edit')}</Button>
      </div>
    </div>
  );
}
