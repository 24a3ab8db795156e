import { useQuery } from '#components/background/context.ts';
import { bare } from '#components/ui/bare.ts';
import { t } from '#utils/i18n/t.ts';
import type { CmsShopReason, CmsShopView } from '#utils/model/shop.ts';
import { shopName } from './shopName.ts';

/** `shop` is what the shop is called; `detail` names the producer. */
const SENTENCES: Record<CmsShopReason, (shop: string, detail: string) => string> = {
  signed_out: () => t('shelf_signed_out'),
  no_permission: (shop) => t('shelf_no_permission', shop),
  markup_changed: (shop) => t('shelf_markup_changed', shop),
  refused: (shop) => t('shelf_refused', shop),
  network: () => t('shelf_network'),
  site_down: () => t('shelf_site_down'),
  password_due: () => t('shelf_password_due'),
  lacks_seller: () => t('shelf_lacks_seller'),
  lacks_producer: (_, detail) => t('shelf_lacks_producer', detail),
  lacks_category: () => t('shelf_lacks_category'),
  lacks_rest: (shop) => t('shelf_lacks_rest', shop),
};

/** Says what the CMS shop still lacks and what to do about it. Shows nothing when nothing is owed to it. */
export function CmsShopNotice() {
  const { value } = useQuery('shop/shelf', {}, ['listings', 'outbox', 'settings', 'sites']);
  return (
    <>
      {value?.map((shop) => (
        <SiteShop key={shop.siteUrl} {...shop} />
      ))}
    </>
  );
}

function SiteShop({ siteUrl, shop, waiting, reason, detail, left }: CmsShopView) {
  const name = shopName(shop);
  const sentence = reason === null ? t('shelf_next_visit') : SENTENCES[reason](name, detail ?? '');
  return (
    <section class="shelf" role="status">
      {waiting > 0 && (
        <p>
          <strong>{t('shelf_waiting', waiting, bare(siteUrl), name)}</strong> {sentence}
        </p>
      )}
      {left.length > 0 && <p class="soft">{t('shelf_left', left.join(', '), name)}</p>}
    </section>
  );
}
