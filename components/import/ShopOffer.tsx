import { Button } from '#components/ui/Button.tsx';
import type { CmsId } from '#utils/cms/types.ts';
import { t } from '#utils/i18n/t.ts';

/** The CMSs that have a CMS shop which their adapter can read. */
const WITH_SHOP: ReadonlySet<CmsId> = new Set(['opensid']);

/** The button that opens the CMS shop; nothing for a CMS without one. */
export function ShopOffer({ cms, onShop }: { cms: CmsId | null; onShop: () => void }) {
  if (cms === null || !WITH_SHOP.has(cms)) return null;
  return (
    <Button look="quiet" onClick={onShop}>
      {t('shop_offer')}
    </Button>
  );
}
