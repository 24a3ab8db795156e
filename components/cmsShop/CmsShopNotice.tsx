import { useBackground, useQuery } from '#components/background/context.ts';
import { LessonStart } from '#components/insert/LessonStart.tsx';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { t } from '#utils/i18n/t.ts';
import type { ProductDeed } from '#utils/model/lessonDeeds.ts';
import type { CmsShopReason, CmsShopView } from '#utils/model/shop.ts';
import { shopName } from './shopName.ts';

/** What is to be shown of a site's own product table, where that is why it waits. */
const NOT_SHOWN: Record<ProductDeed, (name: string) => string> = {
  product: () => t('shelf_show_product'),
  productChange: (name) => t('shelf_show_change', name),
  productOff: (name) => t('shelf_show_off', name),
};

type About = NonNullable<CmsShopView['about']>;

/** `shop` is what the shop is called; `detail` names the producer, `about` the product. */
const SENTENCES: Record<CmsShopReason, (shop: string, detail: string, about: About) => string> = {
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
  lacks_phone: () => t('shelf_lacks_phone'),
  form_changed: (_, __, { name }) => t('shelf_show_again', name),
  look_first: (_, __, { name }) => t('shelf_look_first', name),
  not_shown: (_, __, { name, deed }) => NOT_SHOWN[deed ?? 'product'](name),
  not_reached: () => t('shelf_not_reached'),
  shop_broken: (_, __, { name }) => t('shelf_shop_broken', name),
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

const NOTHING: About = { id: '', name: '', url: null, deed: null };
const TO_SHOW: ReadonlySet<CmsShopReason | null> = new Set(['not_shown', 'form_changed']);
const TO_OPEN: ReadonlySet<CmsShopReason | null> = new Set(['not_shown', 'not_reached', 'shop_broken']);

function SiteShop({ siteUrl, shop, waiting, reason, detail, about, left }: CmsShopView) {
  const { send } = useBackground();
  const name = shop === 'table' ? t('shelf_table_name') : shopName(shop);
  const isMaker = shop === 'table' && reason === 'lacks_producer';
  const said = isMaker ? () => t('shelf_table_producer', detail ?? '') : SENTENCES[reason ?? 'network'];
  const sentence = reason === null ? t('shelf_next_visit') : said(name, detail ?? '', about ?? NOTHING);
  return (
    <section class="shelf" role="status">
      {waiting > 0 && (
        <p>
          <strong>{t('shelf_waiting', waiting, bare(siteUrl), name)}</strong> {sentence}
        </p>
      )}
      {waiting > 0 && about !== null && (
        <>
          {TO_SHOW.has(reason) && <LessonStart id={about.id} deed={about.deed ?? 'product'} />}
          {TO_OPEN.has(reason) && about.url !== null && (
            <a class="btn" href={about.url} target="_blank" rel="noreferrer">
              {t('shelf_open_page')}
            </a>
          )}
          {reason === 'look_first' && (
            <Button onClick={() => void send('shop/again', { id: about.id })}>{t('shelf_not_there')}</Button>
          )}
        </>
      )}
      {left.length > 0 && <p class="soft">{t('shelf_left', left.join(', '), name)}</p>}
    </section>
  );
}
