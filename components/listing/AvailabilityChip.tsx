import type { Locale } from '../../marketplace/contract/index.ts';
import { availabilityText, isSoldOut } from '../../utils/listing/format.ts';
import type { CardView } from './view.ts';

/** In colour and in words, never by colour alone. */
export function AvailabilityChip({
  of,
  locale,
}: {
  of: Pick<CardView, 'availability' | 'stock' | 'unit'>;
  locale: Locale;
}) {
  const tone = isSoldOut(of) ? ' chip-bad' : of.availability === 'ada' ? '' : ' chip-warn';
  return <span class={`chip${tone}`}>{availabilityText(of, locale)}</span>;
}
