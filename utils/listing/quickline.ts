import { readPhone } from '#contract/phone.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { categoryOf } from './category.ts';
import { type Claim, type ClaimField, type QuickField, Sheet } from './lineScanner.ts';
import { LOOKS_LIKE_MONEY, PATTERNS } from './quickpatterns.ts';
import { carriesPack, readPack, readUnit } from './unit.ts';

export interface QuickReading {
  /** What goes into the form, as it would have been typed there. */
  fields: Partial<DraftForm>;
  /** Which characters became which field, in order, never overlapping. */
  claims: Claim[];
  /** Fields that no character says outright; the person should glance at them. */
  guessed: QuickField[];
}

/**
 * Reads `Gula semut 1kg 25rb/bungkus stok 40 #gula`, or a pasted WhatsApp text of several lines. What is not understood
 * becomes the name (the first piece) and the description (the rest), so nothing typed is dropped. Never throws.
 */
export function readQuick(typed: string): QuickReading {
  const sheet = new Sheet(withoutChatMarks(typed));
  takePeopleAndState(sheet);
  takePriceAndSize(sheet);
  takeNameAndRest(sheet);
  return completed(sheet);
}

/** The order says what wins: a phone number is no price, "stok 1.000" is no price either. */
function takePeopleAndState(sheet: Sheet): void {
  sheet.take(PATTERNS.phone, ({ producerPhone = '' }) => (readPhone(producerPhone) ? { producerPhone } : null));
  sheet.take(PATTERNS.tag, ({ tag = '' }) => {
    if (/^(produk)?unggulan(desa)?$|^flagship$/i.test(tag)) return { flagship: tag };
    const category = categoryOf(tag.replace(/[_-]/g, ' ')) ?? categoryOf(tag);
    return category && { category };
  });
  sheet.take(PATTERNS.category, ({ category = '' }) => {
    const known = categoryOf(category);
    return known && { category: known };
  });
  sheet.take(PATTERNS.stock, ({ availability = '', stock = '' }) =>
    /sisa/i.test(availability) ? { stock, availability: 'terbatas' } : { stock },
  );
  sheet.take(PATTERNS.soldOut, () => ({ availability: 'habis' }));
  sheet.take(PATTERNS.preorder, () => ({ availability: 'pesan' }));
  sheet.take(PATTERNS.seasonal, () => ({ availability: 'musiman' }));
  sheet.take(PATTERNS.limited, () => ({ availability: 'terbatas' }));
  sheet.take(PATTERNS.terms, ({ terms }) => ({ terms: terms?.trim() ?? '' }));
  sheet.take(PATTERNS.producer, ({ producerName = '' }) => ({ producerName }));
}

function takePriceAndSize(sheet: Sheet): void {
  const unitOf = (word = '') => readUnit(word) ?? '';
  sheet.take(PATTERNS.packPerUnit, ({ packAmount = '', unit }) => ({ packAmount, unit: unitOf(unit) }));
  sheet.take(PATTERNS.pricePerPack, ({ price = '', packAmount = '' }) => ({ price, packAmount }));
  sheet.take(PATTERNS.pricePerUnit, ({ price = '', unit }) => ({ price, unit: unitOf(unit) }));
  if ('unit' in sheet.values) sheet.take(PATTERNS.pricePerUnit, ({ price = '' }) => ({ price }));
  sheet.take(PATTERNS.unitThenPack, ({ packAmount = '', unit = '' }) =>
    carriesPack(unitOf(unit)) ? { packAmount, unit: unitOf(unit) } : null,
  );
  sheet.take(PATTERNS.contents, ({ packAmount = '' }) => ({ packAmount }));
  sheet.take(PATTERNS.pack, ({ packAmount = '' }) => ({ packAmount }));
  sheet.take(PATTERNS.price, ({ lead, price = '' }) =>
    lead !== undefined || LOOKS_LIKE_MONEY.test(price) ? { price } : null,
  );
}

const LEAD =
  /^(?:nama(?: produk| barang)?|produk|barang|keterangan|ket|deskripsi|ini|di\s?jual|jual|ready|promo)\b[\s:!,-]*/i;
const GREETING =
  /^(?:ass?alam|halo|hai|hallo|selamat (?:pagi|siang|sore|malam)|permisi|kulo ?nuwun|ya (?:pak|bu)|terima ?kasih|matur ?nuwun)/i;

function takeNameAndRest(sheet: Sheet): void {
  const pieces = sheet.rest();
  const name = pieces.find((piece) => /\p{L}{2}/u.test(piece.text.replace(LEAD, '')) && !GREETING.test(piece.text));
  if (name) {
    const lead = LEAD.exec(name.text)?.[0].length ?? 0;
    sheet.claim('name', name.text.slice(lead), name.start + lead);
  }
  const others = pieces.filter(
    (piece) => piece !== name && !GREETING.test(piece.text) && piece.text.replace(LEAD, '') !== '',
  );
  for (const piece of others) {
    const lead = LEAD.exec(piece.text)?.[0].length ?? 0;
    sheet.claims.push({ field: 'description', start: piece.start + lead, end: piece.start + piece.text.length });
  }
  if (others.length > 0) sheet.values.description = paragraphs(others);
}

/** Pieces of one line stay on one line. */
function paragraphs(pieces: { text: string; line: number }[]): string {
  const lines = new Map<number, string[]>();
  for (const { text, line } of pieces)
    lines.set(line, [...(lines.get(line) ?? []), text.replace(LEAD, '').replace(/ {2,}/g, ' ')]);
  return [...lines.values()].map((line) => line.join(', ')).join('\n');
}

/** Adds what follows from what was said: a size without a unit, a stock, a name that tells the category. */
function completed(sheet: Sheet): QuickReading {
  const { flagship, ...fields }: Partial<Record<ClaimField, string>> = sheet.values;
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
    claims: sheet.claims.sort((a, b) => a.start - b.start),
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
