import { AVAILABILITY_LABELS, CATEGORY_LABELS, type Locale, MEASURE_LABELS, UNIT_LABELS } from '#contract';
import { cut } from '#contract/cut.ts';
import { number, rupiah } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { SpanField } from '#utils/listing/lineScanner.ts';
import type { QuickReading } from '#utils/listing/quickline.ts';
import { readPack } from '#utils/listing/unit.ts';

const LABELS: Record<SpanField, WordKey> = {
  name: 'panel_name',
  price: 'panel_price',
  unit: 'panel_unit',
  packAmount: 'panel_pack',
  availability: 'panel_availability',
  stock: 'panel_stock_short',
  category: 'panel_category',
  description: 'panel_description',
  producerName: 'panel_producer_short',
  producerPhone: 'panel_phone_short',
  terms: 'panel_terms_short',
  flagship: 'panel_flagship_short',
};

/** What each part of the quick line was read as. Guesses, which no part says outright, come last and look unsure. */
export function QuickChips({ text, reading }: { text: string; reading: QuickReading }) {
  const fields = [...new Set(reading.claims.map((claim) => claim.field))];
  return (
    <ul class="quick-chips" aria-label={t('panel_quick_understood')}>
      {fields.map((field) => {
        const pieces = reading.claims.filter((claim) => claim.field === field);
        const typed = pieces.map(({ start, end }) => text.slice(start, end)).join(' … ');
        const isOpen = field === 'price' && readPrice(reading.fields.price ?? '').kind !== 'price';
        return (
          <li key={field} class={isOpen ? 'chip chip-warn' : 'chip'} title={typed}>
            <span class="chip-label">{t(LABELS[field])}</span> {meaning(field, reading, locale())}
          </li>
        );
      })}
      {reading.guessed.map((field) => (
        <li key={field} class="chip chip-guess" title={t('panel_quick_guess')}>
          <span class="chip-label">{t(LABELS[field])}</span> {meaning(field, reading, locale())} ?
        </li>
      ))}
    </ul>
  );
}

function meaning(field: SpanField, { fields }: QuickReading, language: Locale): string {
  const text = String(fields[field] ?? '');
  if (field === 'flagship') return '★';
  if (field === 'price') {
    const price = readPrice(text);
    return price.kind === 'price' ? rupiah(price.rupiah, language) : `${text} …?`;
  }
  if (field === 'packAmount') {
    const pack = readPack(text, fields.packMeasure ?? '');
    return pack ? `${number(pack.amount, language)} ${MEASURE_LABELS[language][pack.measure]}` : text;
  }
  const words: Record<string, string> | undefined = {
    unit: UNIT_LABELS[language],
    availability: AVAILABILITY_LABELS[language],
    category: CATEGORY_LABELS[language],
  }[field as string];
  const shown = words?.[text] ?? text;
  return shown.length > 40 ? `${cut(shown, 38)}…` : shown;
}
