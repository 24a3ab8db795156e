import { useQuery } from '#components/background/context.ts';
import { CmsShopNotice } from '#components/cmsShop/CmsShopNotice.tsx';
import { HealthList } from './HealthList.tsx';
import { ProductsPage } from './ProductsPage.tsx';

/**
 * What stands on the village's own site: its link health and its page of all products. It is shown above "my products".
 */
export function SiteCare() {
  const { value: tab } = useQuery('tab/status', {}, ['sites']);
  return (
    <>
      <HealthList />
      <CmsShopNotice />
      {tab?.state === 'ready' && tab.cms !== 'assist' && <ProductsPage key={tab.siteUrl} siteUrl={tab.siteUrl} />}
    </>
  );
}
