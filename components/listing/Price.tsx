import type { Locale } from '#contract';
import { comparablePrice, rupiah, unitText } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import type { CardView } from './view.ts';

/** The price a buyer pays, what it buys, and the price that can be compared. */
export function Price({
  of,
  locale,
}: {
  of: Pick<CardView, 'price' | 'unit' | 'unitWord' | 'packSize'>;
  locale: Locale;
}) {
  const { price, unit } = of;
  if (price === null) return <p class="price price-none">{SHARED[locale]('noPrice')}</p>;
  const comparable = unit && comparablePrice({ ...of, price, unit }, locale);
  return (
    <p class="price">
      <b class="price-amount">{rupiah(price, locale)}</b>
      {unit && <span class="price-unit">/{unitText({ ...of, unit }, locale)}</span>}
      {comparable && <small class="price-compare">{comparable}</small>}
    </p>
  );
}
