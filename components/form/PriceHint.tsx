import { type PriceHint as Hint, UNITS, type Unit } from '#contract';
import { rupiah, unitName } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { COMPARED, type Compared } from '#contract/measure.ts';
import { daysBetween } from '#contract/stale.ts';
import { locale, t } from '#utils/i18n/t.ts';

const DAYS_IN_MONTH = 30;

/** "Desa lain: sekitar Rp10.000/ons (5 desa, 3 bulan terakhir)". Nothing for a measure that this version does not know. */
export function PriceHint({ hint }: { hint: Hint | null }) {
  const per = hint && perText(hint.per);
  if (hint === null || per === null) return null;
  const months = Math.max(1, Math.ceil(daysBetween(hint.since, Date.now()) / DAYS_IN_MONTH));
  const price = `${rupiah(rounded(hint.price), locale())}/${per}`;
  return <span class="price-hint">{t('panel_price_hint', price, hint.villages, t('panel_months', months))}</span>;
}

function perText(per: string): string | null {
  const isCompared = (one: string): one is Compared => COMPARED.some((known) => known === one);
  if (isCompared(per)) return SHARED[locale()](`per_${per}`);
  const unit = UNITS.find((one): one is Unit => one === per);
  return unit === undefined ? null : unitName({ unit }, locale());
}

/** Three digits are as exact as "about" is. */
function rounded(price: number): number {
  const step = 10 ** Math.max(0, String(price).length - 3);
  return Math.round(price / step) * step;
}
