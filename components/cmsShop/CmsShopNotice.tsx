import { useQuery } from '#components/background/context.ts';
import { bare } from '#components/ui/bare.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import type { CmsShopReason, CmsShopView } from '#utils/model/shop.ts';

const SENTENCES: Record<Exclude<CmsShopReason, 'lacks_producer'>, WordKey> = {
  signed_out: 'shelf_signed_out',
  no_permission: 'shelf_no_permission',
  markup_changed: 'shelf_markup_changed',
  refused: 'shelf_refused',
  network: 'shelf_network',
  site_down: 'shelf_site_down',
  password_due: 'shelf_password_due',
  lacks_seller: 'shelf_lacks_seller',
  lacks_category: 'shelf_lacks_category',
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

function sentence(reason: CmsShopView['reason'], detail: string | null): string {
  if (reason === null) return t('shelf_next_visit');
  return reason === 'lacks_producer' ? t('shelf_lacks_producer', detail ?? '') : t(SENTENCES[reason]);
}

function SiteShop({ siteUrl, waiting, reason, detail, left }: CmsShopView) {
  return (
    <section class="shelf" role="status">
      {waiting > 0 && (
        <p>
          <strong>{t('shelf_waiting', waiting, bare(siteUrl))}</strong> {sentence(reason, detail)}
        </p>
      )}
      {left.length > 0 && <p class="soft">{t('shelf_left', left.join(', '))}</p>}
    </section>
  );
}
