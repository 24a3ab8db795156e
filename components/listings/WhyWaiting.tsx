import { ByHand } from '#components/insert/ByHand.tsx';
import { LessonStart } from '#components/insert/LessonStart.tsx';
import { WriteNow } from '#components/insert/WriteNow.tsx';
import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import type { OutboxListing } from '#utils/model/outbox.ts';
import type { ListingView } from '#utils/model/views.ts';
import { postNotes } from './postNotes.ts';
import { actionsFor } from './state.ts';
import { whyWaiting } from './why.ts';

interface Props {
  listing: ListingView;
  onRetry: (overwriteEdits: boolean) => void;
  onSkip: () => void;
  onEdit: () => void;
  onByHand: () => void;
}

/**
 * The sentence that says why a listing waits, and the button that sets it going again. Shows nothing when it does not
 * wait.
 */
export function WhyWaiting({ listing, onRetry, onSkip, onEdit, onByHand }: Props) {
  const { row } = listing;
  const isWritten = row === null || (row.kind === 'listing' && row.owed[0] === 'proof' && row.reason === null);
  if (isWritten && postNotes(listing).length > 0) {
    return (
      <div class="why">
        {postNotes(listing).map(({ text }) => (
          <p key={text}>{t(text)}</p>
        ))}
      </div>
    );
  }
  if (row === null || row.kind !== 'listing') return null;
  const why = whyWaiting(row);
  const can = actionsFor(listing);
  return (
    <div class={`why${row.reason === null ? '' : ' why-waits'}`}>
      <p>{why.text ?? progress(row)}</p>
      {why.detail !== null && <p class="soft">{why.detail}</p>}
      {row.reason === 'form_changed' && <LessonStart id={listing.id} again />}
      {can.byHand && <ByHand id={listing.id} task={row.detail} postUrl={listing.postUrl} onSkip={onSkip} />}
      {(can.overwrite ||
        can.retry ||
        can.goByHand ||
        row.reason === 'rejected' ||
        row.reason === 'village_unknown') && (
        <div class="row wrap">
          {row.reason === 'press_to_write' && <WriteNow id={listing.id} />}
          {row.reason === 'rejected' && <Button onClick={onEdit}>{t('listing_fix')}</Button>}
          {row.reason === 'village_unknown' && <Button onClick={onEdit}>{t('listing_choose_village')}</Button>}
          {can.overwrite && <Button onClick={() => onRetry(true)}>{t('listing_overwrite')}</Button>}
          {can.overwrite && <Button onClick={onSkip}>{t('listing_leave')}</Button>}
          {row.reason === 'look_first' && <Button onClick={() => onRetry(true)}>{t('lesson_write_anew')}</Button>}
          {can.goByHand && <Button onClick={onByHand}>{t('hand_use')}</Button>}
          {can.retry && <Button onClick={() => onRetry(false)}>{t('listing_retry')}</Button>}
        </div>
      )}
    </div>
  );
}

function progress(row: OutboxListing): string {
  return row.owed[0] === 'photos'
    ? t('listing_sending_photos', row.photosDone, row.photosAll)
    : t(row.owed[0] === 'listing' ? 'listing_sending' : 'listing_linking');
}
