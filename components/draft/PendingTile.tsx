import { issueText } from '#components/form/model.ts';
import { t } from '#utils/i18n/t.ts';
import type { Pending } from './photoWork.ts';

/** A picture in work, or the reason why it cannot become a photo and what to do about it. */
export function PendingTile({ item, onDrop }: { item: Pending; onDrop: () => void }) {
  if (item.code === null) {
    return (
      <li class="photo-pending" role="status">
        <span class="spinner" aria-hidden="true" />
        {t('panel_photo_working')}
      </li>
    );
  }
  return (
    <li class="photo-failed" role="alert">
      <strong>{item.name || t('panel_photo_pasted')}</strong>
      <span>{issueText(item.code)}</span>
      <button type="button" class="btn" onClick={onDrop}>
        {t('panel_photo_drop')}
      </button>
    </li>
  );
}
