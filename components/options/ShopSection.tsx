import { useQuery } from '#components/background/context.ts';
import { CmsShopNotice } from '#components/cmsShop/CmsShopNotice.tsx';
import { shopName } from '#components/cmsShop/shopName.ts';
import { Check } from '#components/ui/Check.tsx';
import { Section } from '#components/ui/Section.tsx';
import { ownShopOf, SHOP_SETTING } from '#utils/cms/ownShop.ts';
import { t } from '#utils/i18n/t.ts';
import { OWN_SHOPS } from '#utils/model/cmsLists.ts';
import type { Settings } from '#utils/model/site.ts';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/** Whether products also go into the sites' own shops; each kind of shop that one of the sites has is asked about. */
export function ShopSection({ settings, patch }: Props) {
  const sites = useQuery('site/list', {}, ['sites']).value?.sites ?? [];
  const recipes = useQuery('recipe/list', {}, ['recipes']).value ?? [];
  // Only what a person has shown can be written to.
  const isShown = recipes.some(({ recipe }) => recipe !== null);
  const shops = OWN_SHOPS.filter((shop) =>
    shop === 'table' ? isShown : sites.some((site) => ownShopOf(site) === shop),
  );
  if (shops.length === 0) return null;
  return (
    <Section id="shop" title={t('shelf_title')}>
      {shops.map((shop) => (
        <Check
          key={shop}
          id={`shop-too-${shop}`}
          checked={settings[SHOP_SETTING[shop]] === true}
          onChange={(isWanted) => patch(() => ({ [SHOP_SETTING[shop]]: isWanted }))}
          label={t('shelf_setting', t(`shelf_whole_${shop}`))}
          hint={shop === 'table' ? t('shelf_table_hint') : t('shelf_hint', shopName(shop))}
        />
      ))}
      <CmsShopNotice />
    </Section>
  );
}
