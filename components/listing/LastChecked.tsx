import type { Locale } from '#contract';
import { dateWib, isSoldOut } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import type { CardView } from './view.ts';

/** "Terakhir dicek 26 Agustus 2026", where that is long ago; what is sold out says enough by that. */
export function LastChecked({
  of,
  locale,
}: {
  of: Pick<CardView, 'availability' | 'stock' | 'lastChecked'>;
  locale: Locale;
}) {
  if (of.lastChecked === null || isSoldOut(of)) return null;
  return <p class="last-checked">{SHARED[locale]('lastChecked', dateWib(of.lastChecked, locale))}</p>;
}
