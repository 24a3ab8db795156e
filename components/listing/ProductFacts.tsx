import type { ComponentChildren } from 'preact';
import type { Locale } from '#contract';
import { AvailabilityChip } from './AvailabilityChip.tsx';
import { Price } from './Price.tsx';
import type { ProductView } from './view.ts';
import { LISTING_WORDS } from './words.ts';

/** Name, price, availability and place; `origin` replaces the plain village name where it can be a link. */
export function ProductHead(props: { product: ProductView; locale: Locale; origin?: ComponentChildren }) {
  const { product, locale, origin } = props;
  const words = LISTING_WORDS[locale];
  return (
    <header class="product-head">
      {product.flagship && <span class="flagship">{words.flagship}</span>}
      <h1>{product.name || words.noName}</h1>
      <Price of={product} locale={locale} />
      <AvailabilityChip of={product} locale={locale} />
      <dl class="facts">
        {(origin ?? product.place) && (
          <div>
            <dt>{words.from}</dt>
            <dd>{origin ?? product.place}</dd>
          </div>
        )}
        {product.producerName && (
          <div>
            <dt>{words.madeBy}</dt>
            <dd>{product.producerName}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}

/** The village's own words, as text and nothing else. */
export function ProductText({ product, locale }: { product: ProductView; locale: Locale }) {
  const words = LISTING_WORDS[locale];
  return (
    <>
      {product.description && (
        <section class="prose">
          <h2>{words.about}</h2>
          <p>{product.description}</p>
        </section>
      )}
      {product.terms && (
        <section class="prose">
          <h2>{words.terms}</h2>
          <p>{product.terms}</p>
        </section>
      )}
    </>
  );
}
