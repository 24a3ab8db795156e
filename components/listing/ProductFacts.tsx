import type { ComponentChildren } from 'preact';
import type { Locale } from '#contract';
import { SHARED } from '#contract/i18n/shared.ts';
import { AvailabilityChip } from './AvailabilityChip.tsx';
import { Exchanges } from './Exchanges.tsx';
import { LastChecked } from './LastChecked.tsx';
import { Price } from './Price.tsx';
import type { ProductView } from './view.ts';

/** Name, price, availability and place; `origin` replaces the plain village name where it can be a link. */
export function ProductHead(props: { product: ProductView; locale: Locale; origin?: ComponentChildren }) {
  const { product, locale, origin } = props;
  const t = SHARED[locale];
  return (
    <header class="product-head">
      <h1>{product.name || t('noName')}</h1>
      <Price of={product} locale={locale} />
      <p class="marks">
        <AvailabilityChip of={product} locale={locale} />
        {product.flagship && <span class="flagship">{t('flagship')}</span>}
      </p>
      <Exchanges of={product.exchange} locale={locale} />
      <LastChecked of={product} locale={locale} />
      <dl class="facts">
        {(origin ?? product.place) && (
          <div>
            <dt>{t('from')}</dt>
            <dd>{origin ?? product.place}</dd>
          </div>
        )}
        {product.producerName && (
          <div>
            <dt>{t('madeBy')}</dt>
            <dd>{product.producerName}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}

/** The village's own description, shown as plain text. */
export function ProductText({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = SHARED[locale];
  return (
    <>
      {product.description && (
        <section class="prose">
          <h2>{t('about')}</h2>
          <p>{product.description}</p>
        </section>
      )}
      {product.terms && (
        <section class="prose">
          <h2>{t('terms')}</h2>
          <p>{product.terms}</p>
        </section>
      )}
    </>
  );
}
