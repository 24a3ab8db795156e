import { useQuery } from '#components/background/context.ts';
import { CmsShopNotice } from '#components/cmsShop/CmsShopNotice.tsx';
import { Check } from '#components/ui/Check.tsx';
import { Section } from '#components/ui/Section.tsx';
import { CMS_WITH_SHOP } from '#utils/cms/recognisers.ts';
import { t } from '#utils/i18n/t.ts';
import type { Settings } from '#utils/model/site.ts';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/** Whether products also go into the CMS shop; shown only when one of the sites has such a shop. */
export function ShopSection({ settings, patch }: Props) {
  const sites = useQuery('site/list', {}, ['sites']).value?.sites ?? [];
  if (!sites.some(({ cms }) => CMS_WITH_SHOP.has(cms))) return null;
  return (
    <Section id="shop" title={t('shelf_title')}>
      <Check
        id="shop-too"
        checked={settings.shop === true}
        onChange={(shop) => patch(() => ({ shop }))}
        label={t('shelf_setting')}
        hint={t('shelf_hint')}
      />
      <CmsShopNotice />
    </Section>
  );
}
