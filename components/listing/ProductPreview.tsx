import type { Locale } from '#contract';
import { Gallery } from './Gallery.tsx';
import { PermitList } from './PermitList.tsx';
import { ProductHead, ProductText } from './ProductFacts.tsx';
import type { ProductView } from './view.ts';

/** The product page without the parts that need the marketplace; the panel shows it as "Begini nanti terlihat". */
export function ProductPreview({ product, locale }: { product: ProductView; locale: Locale }) {
  return (
    <article class="product">
      <Gallery photos={product.photos} name={product.name} locale={locale} />
      <ProductHead product={product} locale={locale} />
      <ProductText product={product} locale={locale} />
      <PermitList permits={product.permits} locale={locale} />
    </article>
  );
}
