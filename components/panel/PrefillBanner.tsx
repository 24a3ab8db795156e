import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Prefill } from './usePrefill.ts';

/** Says from which article the form was filled, and can undo that; or offers an open article that was not taken. */
export function PrefillBanner({ prefill }: { prefill: Prefill }) {
  if (prefill.from !== null) {
    return (
      <Notice actions={<Button onClick={prefill.undo}>{t('panel_prefill_undo')}</Button>}>
        {t(prefill.isProduct ? 'panel_prefill_product' : 'panel_prefill', prefill.from)}
      </Notice>
    );
  }
  if (prefill.offered === null) return null;
  return (
    <Button look="quiet" onClick={prefill.take}>
      {t(prefill.isProduct ? 'panel_prefill_take_product' : 'panel_prefill_take', prefill.offered)}
    </Button>
  );
}
