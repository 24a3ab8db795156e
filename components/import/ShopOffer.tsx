import { shopName } from '#components/cmsShop/shopName.ts';
import { Button } from '#components/ui/Button.tsx';
import { shopToRead } from '#utils/cms/ownShop.ts';
import { t } from '#utils/i18n/t.ts';
import type { Site } from '#utils/model/site.ts';

/** The button that opens the site's own shop; nothing for a site without one. */
export function ShopOffer({ site, onShop }: { site: Site | null; onShop: () => void }) {
  const shop = site && shopToRead(site);
  if (shop === null) return null;
  return (
    <Button look="quiet" onClick={onShop}>
      {t('shop_offer', shopName(shop))}
    </Button>
  );
}
