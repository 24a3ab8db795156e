import { readPhone } from '#contract/phone.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { categoryOf } from './category.ts';
import { LineScanner, type QuickField, type Span, type SpanField } from './lineScanner.ts';
import { LOOKS_LIKE_MONEY, PATTERNS } from './quickpatterns.ts';
import { carriesPack, readPack, readUnit } from './unit.ts';

export interface QuickReading {
  /** What goes into the form, as it would have been typed there. */
  fields: Partial<DraftForm>;
  /** Which characters became which field, in order, never overlapping. */
  claims: Span[];
  /** Fields that no character says outright; the person should glance at them. */
  guessed: QuickField[];
}

/**
 * Reads `Gula semut 1kg 25rb/bungkus stok 40 #gula`, or a pasted WhatsApp text of several lines. What is not understood
 * becomes the name (the first piece) and the description (the rest), so nothing typed is dropped. Never throws.
 */
export function readQuick(typed: string): QuickReading {
  const scanner = new LineScanner(withoutChatMarks(typed));
  takePeopleAndState(scanner);
  takePriceAndSize(scanner);
  takeNameAndRest(scanner);
  return completed(scanner);
}

/**
 * The order of the patterns decides which one wins: a phone number is no price, and "stok 1.000" is no price either.
 */
function takePeopleAndState(scanner: LineScanner): void {
  scanner.match(PATTERNS.phone, ({ producerPhone = '' }) => (readPhone(producerPhone) ? { producerPhone } : null));
  scanner.match(PATTERNS.tag, ({ tag = '' }) => {
    if (/^(produk)?unggulan(desa)?$|^flagship$/i.test(tag)) return { flagship: tag };
    const category = categoryOf(tag.replace(/[_-]/g, ' ')) ?? categoryOf(tag);
    return category && { category };
  });
  scanner.match(PATTERNS.category, ({ category = '' }) => {
    const known = categoryOf(category);
    return known && { category: known };
  });
  scanner.match(PATTERNS.stock, ({ availability = '', stock = '' }) =>
    /sisa/i.test(availability) ? { stock, availability: 'terbatas' } : { stock },
  );
  scanner.match(PATTERNS.soldOut, () => ({ availability: 'habis' }));
  scanner.match(PATTERNS.preorder, () => ({ availability: 'pesan' }));
  scanner.match(PATTERNS.seasonal, () => ({ availability: 'musiman' }));
  scanner.match(PATTERNS.limited, () => ({ availability: 'terbatas' }));
  scanner.match(PATTERNS.terms, ({ terms }) => ({ terms: terms?.trim() ?? '' }));
  scanner.match(PATTERNS.producer, ({ producerName = '' }) => ({ producerName }));
}

function takePriceAndSize(scanner: LineScanner): void {
  const unitOf = (word = '') => readUnit(word) ?? '';
  scanner.match(PATTERNS.packPerUnit, ({ packAmount = '', unit }) => ({ packAmount, unit: unitOf(unit) }));
  scanner.match(PATTERNS.pricePerPack, ({ price = '', packAmount = '' }) => ({ price, packAmount }));
  scanner.match(PATTERNS.pricePerUnit, ({ price = '', unit }) => ({ price, unit: unitOf(unit) }));
  if ('unit' in scanner.values) scanner.match(PATTERNS.pricePerUnit, ({ price = '' }) => ({ price }));
  scanner.match(PATTERNS.unitThenPack, ({ packAmount = '', unit = '' }) =>
    carriesPack(unitOf(unit)) ? { packAmount, unit: unitOf(unit) } : null,
  );
  scanner.match(PATTERNS.contents, ({ packAmount = '' }) => ({ packAmount }));
  scanner.match(PATTERNS.pack, ({ packAmount = '' }) => ({ packAmount }));
  scanner.match(PATTERNS.price, ({ lead, price = '' }) =>
    lead !== undefined || LOOKS_LIKE_MONEY.test(price) ? { price } : null,
  );
}

const LEAD =
  /^(?:nama(?: produk| barang)?|produk|barang|keterangan|ket|deskripsi|ini|di\s?jual|jual|ready|promo)\b[\s:!,-]*/i;
const GREETING =
  /^(?:ass?alam|halo|hai|hallo|selamat (?:pagi|siang|sore|malam)|permisi|kulo ?nuwun|ya (?:pak|bu)|terima ?kasih|matur ?nuwun)/i;

function takeNameAndRest(scanner: LineScanner): void {
  const pieces = scanner.rest();
  const name = pieces.find((piece) => /\p{L}{2}/u.test(piece.text.replace(LEAD, '')) && !GREETING.test(piece.text));
  if (name) {
    const lead = LEAD.exec(name.text)?.[0].length ?? 0;
    scanner.span('name', name.text.slice(lead), name.start + lead);
  }
  const others = pieces.filter(
    (piece) => piece !== name && !GREETING.test(piece.text) && piece.text.replace(LEAD, '') !== '',
  );
  for (const piece of others) {
    const lead = LEAD.exec(piece.text)?.[0].length ?? 0;
    scanner.spans.push({ field: 'description', start: piece.start + lead, end: piece.start + piece.text.length });
  }
  if (others.length > 0) scanner.values.description = paragraphs(others);
}

/** Pieces of one line stay on one line. */
function paragraphs(pieces: { text: string; line: number }[]): string {
  const lines = new Map<number, string[]>();
  for (const { text, line } of pieces)
    lines.set(line, [...(lines.get(line) ?? []), text.replace(LEAD, '').replace(/ {2,}/g, ' ')]);
  return [...lines.values()].map((line) => line.join(', ')).join('\n');
}

/** Adds what follows from what was said: a size without a unit, a stock, a name that tells the category. */
function completed(scanner: LineScanner): QuickReading {
  const { flagship, ...fields }: Partial<Record<SpanField, string>> = scanner.values;
  const guessed: QuickField[] = [];
  const guess = (field: QuickField, value: string | null): void => {
    if (value === null || fields[field] !== undefined) return;
    fields[field] = value;
    guessed.push(field);
  };
  const pack = readPack(fields.packAmount ?? '', 'biji');
  const isWholeMeasure = pack?.amount === 1 && (pack.measure === 'kg' || pack.measure === 'liter');
  if (pack && isWholeMeasure) guess('unit', pack.measure);
  if (pack) guess('unit', pack.measure === 'ml' || pack.measure === 'liter' ? 'botol' : 'bungkus');
  if (fields.unit !== undefined && !carriesPack(fields.unit)) delete fields.packAmount;
  if (fields.stock !== undefined) guess('availability', Number(fields.stock) === 0 ? 'habis' : 'ada');
  guess('category', categoryOf(fields.name ?? ''));
  return {
    fields: {
      ...fields,
      ...(fields.packAmount &&
        pack && { packAmount: String(pack.amount).replace('.', ','), packMeasure: pack.measure }),
      ...(flagship && { flagship: true }),
    },
    claims: scanner.spans.sort((a, b) => a.start - b.start),
    guessed,
  };
}

/** Bold, italic and strike marks, emoji, and the `[12/11 09.15] Name:` of a forwarded text become spaces of the same length. */
function withoutChatMarks(typed: string): string {
  const spaces = (found: string): string => ' '.repeat(found.length);
  return typed
    .replace(/\r/g, ' ')
    .replace(/\ue000/g, ' ')
    .replace(/^\[\d{1,2}[/.]\d{1,2}[^\]\n]{0,20}\] [^:\n]{1,40}: ?/gm, spaces)
    .replace(/^\d{1,2}\/\d{1,2}\/\d{2,4}[, ]+\d{1,2}[.:]\d{2} - [^:\n]{1,40}: ?/gm, spaces)
    .replace(/[*_~`]/g, ' ')
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, spaces);
}
