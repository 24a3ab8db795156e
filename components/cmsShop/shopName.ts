import type { OwnShop } from '#utils/cms/types.ts';
import { t } from '#utils/i18n/t.ts';

/** What a site's own shop is called. */
export const shopName = (shop: OwnShop): string => t(`shop_name_${shop}`);
