import { AVAILABILITY_LABELS, CATEGORY_LABELS, type Locale, MEASURE_LABELS, UNITS } from '#contract';
import { cut } from '#contract/cut.ts';
import { number, rupiah, unitName } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { asides, type QuickField, type QuickReading } from '#utils/listing/line/index.ts';
import { readPack } from '#utils/listing/unit.ts';
import type { DraftForm } from '#utils/model/draft.ts';

type Shown = QuickField | 'flagship';
/** What a person knows each field of the line as, in short. */
export const FIELD_WORDS: Record<Shown, WordKey> = {
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

/**
 * What each part of the quick line was read as. Guesses, which no part says outright, come after and look unsure; last
 * comes what goes nowhere, so that a person sees it.
 */
export function QuickChips({ text, reading }: { text: string; reading: QuickReading }) {
  const isRead = (field: Shown) => reading.fields[field] !== undefined && !reading.guessed.some((one) => one === field);
  const fields = (Object.keys(FIELD_WORDS) as Shown[]).filter(isRead);
  const aside = asides(text, reading).join(' … ');
  if (reading.spans.length === 0) return null;
  return (
    <ul class="quick-chips" aria-label={t('panel_quick_understood')}>
      {fields.map((field) => (
        <li
          key={field}
          class={isUnsurePrice(field, reading) ? 'chip chip-warn' : 'chip'}
          title={typedOf(text, field, reading)}
        >
          <span class="chip-label">{t(FIELD_WORDS[field])}</span> {meaning(field, reading.fields, locale())}
        </li>
      ))}
      {reading.guessed.map((field) => (
        <li key={field} class="chip chip-guess" title={t('panel_quick_guess')}>
          <span class="chip-label">{t(FIELD_WORDS[field])}</span> {meaning(field, reading.fields, locale())} ?
        </li>
      ))}
      {aside !== '' && (
        <li class="chip chip-guess" title={aside}>
          <span class="chip-label">{t('panel_quick_aside')}</span> {short(aside)}
        </li>
      )}
    </ul>
  );
}

function isUnsurePrice(field: Shown, { fields }: QuickReading): boolean {
  return field === 'price' && readPrice(fields.price ?? '').kind !== 'price';
}

function typedOf(text: string, field: Shown, { spans }: QuickReading): string {
  const typed = spans.filter((span) => span.field === field).map(({ start, end }) => text.slice(start, end));
  return typed.join(' … ');
}

/** What a field of the line means, in the words of the form. */
export function meaning(field: Shown, fields: Partial<DraftForm>, language: Locale): string {
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
  const unit = UNITS.find((one) => one === text);
  if (field === 'unit' && unit !== undefined) return unitName({ unit, unitWord: fields.unitWord }, language);
  const words: Record<string, string> | undefined = {
    availability: AVAILABILITY_LABELS[language],
    category: CATEGORY_LABELS[language],
  }[field as string];
  return short(words?.[text] ?? text);
}

const short = (text: string): string => (text.length > 40 ? `${cut(text, 38)}…` : text);
