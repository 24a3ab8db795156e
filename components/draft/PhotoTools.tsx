import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';

interface Props {
  at: number;
  count: number;
  isBusy: boolean;
  onTurn: () => void;
  onCrop: () => void;
  /** Brings back what the photo was cut from; null where it was not cut. */
  onUncrop: (() => void) | null;
  onMove: (step: number) => void;
  onRemove: () => void;
}

/** What can be done with the chosen photo, in words. */
export function PhotoTools({ at, count, isBusy, onTurn, onCrop, onUncrop, onMove, onRemove }: Props) {
  return (
    <div class="photo-tools">
      <Button onClick={onTurn} busy={isBusy}>
        ⟳ {t('panel_photo_turn')}
      </Button>
      <Button onClick={onCrop}>✂ {t('panel_photo_crop')}</Button>
      {onUncrop !== null && <Button onClick={onUncrop}>↺ {t('panel_photo_uncrop')}</Button>}
      {at > 0 && (
        <Button onClick={() => onMove(-at)} aria-label={t('panel_photo_make_main')}>
          ★ {t('panel_photo_make_main')}
        </Button>
      )}
      <Button onClick={() => onMove(-1)} disabled={at === 0} aria-label={t('panel_photo_left')}>
        ←
      </Button>
      <Button onClick={() => onMove(1)} disabled={at === count - 1} aria-label={t('panel_photo_right')}>
        →
      </Button>
      <Button look="danger" onClick={onRemove}>
        {t('panel_photo_remove')}
      </Button>
    </div>
  );
}
