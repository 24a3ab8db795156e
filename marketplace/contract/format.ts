import { countedWord, SHARED } from './i18n/shared.ts';
import {
  AVAILABILITY_LABELS,
  type Availability,
  type Counted,
  LANGUAGES,
  type Locale,
  MEASURE_LABELS,
  type PackSize,
  UNIT_LABELS,
  type Unit,
} from './index.ts';
import { comparedPer, sizeOf } from './measure.ts';
import { MINUTE } from './time.ts';
import { wibClock, wibDay } from './wib.ts';

/** What a price needs to be read: `price` is whole rupiah per `unit`. */
export interface Priced extends Counted {
  price: number;
  packSize: PackSize | null;
}

export interface Stocked {
  availability: Availability;
  stock: number | null;
  /** Null in a draft whose unit is not chosen yet. */
  unit: Unit | null;
  unitWord?: Counted['unitWord'];
}

/** 1234.5 → `1.234,5` (id) or `1,234.5` (en). Not by Intl: the same bytes in every browser, Node and worker. */
export function number(value: number, locale: Locale = 'id'): string {
  const { thousands, decimal } = LANGUAGES[locale].marks;
  // A whole number stays one: beyond 2⁵³/1000 the way there and back would leave it with a fraction.
  const rounded = Number.isInteger(value) ? value : Math.round(value * 1000) / 1000;
  const [whole = '0', fraction] = String(rounded).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

/** Whole rupiah: 25000 → `Rp25.000` (id) or `Rp25,000` (en). */
export function rupiah(amount: number, locale: Locale = 'id'): string {
  return `Rp${number(amount, locale)}`;
}

/** The unit in words: the seller's own where there is one, in every language. */
export function unitName({ unit, unitWord }: Counted, locale: Locale = 'id'): string {
  return unitWord || UNIT_LABELS[locale][unit];
}

/** The unit with the number it hides beside it: `bungkus (250 g)`, `lusin (12)`, `kg`. */
export function unitText({ packSize, ...of }: Counted & Pick<Priced, 'packSize'>, locale: Locale = 'id'): string {
  const word = unitName(of, locale);
  if (packSize === null) return word;
  return `${word} (${number(packSize.amount, locale)} ${MEASURE_LABELS[locale][packSize.measure]})`;
}

/** `Rp25.000/bungkus (250 g)`; the price alone where a draft has no unit yet. */
export function priceText(of: Omit<Priced, 'unit'> & { unit: Unit | null }, locale: Locale = 'id'): string {
  const { price, unit } = of;
  return unit === null ? rupiah(price, locale) : `${rupiah(price, locale)}/${unitText({ ...of, unit }, locale)}`;
}

/**
 * The price in a unit that can be compared between sellers: per ons below a kilogram, per kg from there on, per litre, per piece.
 * Null when the size is unknown or the answer would only repeat the price.
 */
export function comparablePrice(of: Priced, locale: Locale = 'id'): string | null {
  const size = sizeOf(of);
  if (size === null) return null;
  const { per, parts } = comparedPer(size);
  return comparison(of.price, parts, SHARED[locale](`per_${per}`), locale);
}

function comparison(price: number, parts: number, word: string, locale: Locale): string | null {
  const exact = price / parts;
  const whole = Math.round(exact);
  if (parts === 1 || whole < 1) return null;
  return `${Math.abs(exact - whole) < 1e-6 ? '=' : '≈'} ${rupiah(whole, locale)}/${word}`;
}

/** `Rp25.000/bungkus (250 g) = Rp10.000/ons`: everything a buyer needs to compare. */
export function priceLine(of: Priced, locale: Locale = 'id'): string {
  const comparable = comparablePrice(of, locale);
  return comparable === null ? priceText(of, locale) : `${priceText(of, locale)} ${comparable}`;
}

/** `40 bungkus`, in English `40 packs`, `1 pack`. */
export function quantityText(quantity: number, { unit, unitWord }: Counted, locale: Locale = 'id'): string {
  return `${number(quantity, locale)} ${unitWord || countedWord(quantity, unit, locale)}`;
}

/** An offer in one line: `20 bungkus × Rp22.000 = Rp440.000`. */
export function termsText(terms: { price: number; quantity: number }, of: Counted, locale: Locale = 'id'): string {
  const total = rupiah(terms.price * terms.quantity, locale);
  return `${quantityText(terms.quantity, of, locale)} × ${rupiah(terms.price, locale)} = ${total}`;
}

/** Sold out by word, or by a stock that was counted down to nothing; made-to-order has no stock to run out of. */
export function isSoldOut({ availability, stock }: Pick<Stocked, 'availability' | 'stock'>): boolean {
  return availability === 'habis' || (stock === 0 && availability !== 'pesan');
}

/** `Ada, stok 40 bungkus` · `Habis` · `Pesan dulu` (what is made to order has no stock worth telling). */
export function availabilityText(of: Stocked, locale: Locale = 'id'): string {
  const words = AVAILABILITY_LABELS[locale];
  if (isSoldOut(of)) return words.habis;
  if (of.stock === null || of.availability === 'pesan') return words[of.availability];
  const stock = of.unit === null ? number(of.stock, locale) : quantityText(of.stock, { ...of, unit: of.unit }, locale);
  return SHARED[locale]('inStock', words[of.availability], stock);
}

/** 1 to 12. */
export type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** `24 November 2025`, the day it is in Java. */
export function dateWib(at: string | Date, locale: Locale = 'id'): string {
  const [year, month, day] = wibDay(at).split('-').map(Number);
  return `${day} ${SHARED[locale](`month_${month as MonthNumber}`)} ${year}`;
}

/** `24 Nov`, with the year where it is another one than that of `now`. */
export function shortDateWib(at: string | Date, now: string | Date, locale: Locale = 'id'): string {
  const [day = '', month = '', year = ''] = dateWib(at, locale).split(' ');
  return [day, month.slice(0, 3), year !== wibDay(now).slice(0, 4) && year].filter(Boolean).join(' ');
}

/** A day of the calendar, `2025-11-24`, in words: `24 November 2025`. */
export function dayText(day: string, locale: Locale = 'id'): string {
  return dateWib(`${day}T00:00:00+07:00`, locale);
}

/** `24 November 2025 pukul 15.45 WIB`, in English `24 November 2025, 15:45 WIB (UTC+7)`. */
export function dateTimeWib(at: string | Date, locale: Locale = 'id'): string {
  return SHARED[locale]('dateTime', dateWib(at, locale), clockText(wibClock(at), locale));
}

/** `15:45` with the mark of the language between hours and minutes. */
export function clockText(time: string, locale: Locale): string {
  return time.replace(':', LANGUAGES[locale].marks.clock);
}

/** A length of time in whole minutes, hours below two days, else days; rounded down, so it never promises time that is gone. */
export function durationText(milliseconds: number, locale: Locale = 'id'): string {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE));
  const t = SHARED[locale];
  if (minutes < 60) return t('minutes', minutes);
  return minutes < 2880 ? t('hours', Math.floor(minutes / 60)) : t('days', Math.floor(minutes / 1440));
}
