import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { SoldArticle } from '#utils/model/views.ts';

/** The open article is sold already: the product is one press away, and a second one stays possible. */
export function SoldNotice({ sold, onForm }: { sold: SoldArticle; onForm: (listingId: string) => void }) {
  return (
    <Notice
      title={t('panel_sold', sold.name)}
      actions={
        <Button look="primary" onClick={() => onForm(sold.id)}>
          {t('panel_sold_edit')}
        </Button>
      }
    >
      {t('panel_sold_text')}
    </Notice>
  );
}
