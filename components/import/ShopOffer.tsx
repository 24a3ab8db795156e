import { Button } from '#components/ui/Button.tsx';
import type { CmsId } from '#utils/cms/types.ts';
import { t } from '#utils/i18n/t.ts';

/** CMSs with a shop of their own, whose adapter can read it. */
const WITH_SHOP: ReadonlySet<CmsId> = new Set(['opensid']);

/** The way to the CMS's own shop; nothing where there is none. */
export function ShopOffer({ cms, onShop }: { cms: CmsId | null; onShop: () => void }) {
  if (cms === null || !WITH_SHOP.has(cms)) return null;
  return (
    <Button look="quiet" onClick={onShop}>
      {t('shop_offer')}
    </Button>
  );
}
