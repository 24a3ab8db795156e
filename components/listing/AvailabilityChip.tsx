import { AVAILABILITY_LABELS, type Locale } from '#contract';
import { availabilityText, isSoldOut } from '#contract/format.ts';
import type { CardView } from './view.ts';

/**
 * The availability in colour and in words, never by colour alone. With `brief` the chip leaves out the stock, as a card
 * does.
 */
export function AvailabilityChip({
  of,
  locale,
  brief = false,
}: {
  of: Pick<CardView, 'availability' | 'stock' | 'unit' | 'unitWord'>;
  locale: Locale;
  brief?: boolean;
}) {
  const tone = isSoldOut(of) ? ' chip-bad' : of.availability === 'ada' ? '' : ' chip-warn';
  const words = isSoldOut(of) || !brief ? availabilityText(of, locale) : AVAILABILITY_LABELS[locale][of.availability];
  return <span class={`chip${tone}`}>{words}</span>;
}
