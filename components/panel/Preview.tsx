import { ListingCard } from '#components/ListingCard.tsx';
import { ProductPreview } from '#components/listing/ProductPreview.tsx';
import type { ProductView } from '#components/listing/view.ts';
import { locale, t } from '#utils/i18n/t.ts';

export { previewOf } from './preview.ts';

/** The same views that buyers get: the card in the list, and the product page. */
export function Preview({ product }: { product: ProductView }) {
  return (
    <>
      <h2>{t('panel_preview')}</h2>
      <p class="soft">{t('panel_preview_list')}</p>
      <div class="preview-card">
        <ListingCard card={{ ...product, photo: product.photos[0] ?? null, href: null }} locale={locale()} />
      </div>
      <p class="soft">{t('panel_preview_page')}</p>
      <div class="preview-page card">
        <ProductPreview product={product} locale={locale()} />
      </div>
    </>
  );
}
