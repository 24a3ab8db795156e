import { phoneText, readPhone } from '#contract/phone.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { carries } from './carries.ts';
import type { Amount, Line, Piece } from './pieces.ts';
import {
  choiceOf,
  isOfMany,
  isOfOne,
  type Priced,
  packValues,
  pricesOf,
  typedPrice,
  unitOfPack,
  unitValues,
} from './prices.ts';
import type { Ask, QuickField, Span, SpanField } from './reading.ts';
import { isMeasured, measureOf, type SaidUnit } from './words.ts';

type Values = Partial<DraftForm>;
type Of<K extends Piece['kind']> = Piece & { kind: K };

/** The form's values while they are put together from the pieces. */
export class Assembly {
  readonly fields: Values = {};
  readonly spans: Span[] = [];
  readonly asks: Ask[] = [];
  readonly guessed: QuickField[] = [];
  /** Every price with what it is for. */
  private readonly prices: readonly Priced[];
  /** Those that count; of several tiers only the one for one. */
  private priced: readonly Priced[] = [];

  constructor(
    private readonly line: Line,
    private readonly pieces: readonly Piece[],
  ) {
    this.prices = pricesOf(line, pieces);
  }

  /** Reads all that is no words. */
  run(): void {
    this.takePeople();
    const priced = this.takePrice();
    const unit = this.takeUnitAndPack(priced);
    this.takeStock(unit);
    this.takeRest();
  }

  span(field: SpanField, piece: { at: number; next: number }): void {
    this.spans.push({ field, start: this.line.startOf(piece.at), end: this.line.endOf(piece.next - 1) });
  }

  ask(field: Ask['field'], piece: { at: number; next: number }, choices: Values[]): void {
    this.asks.push({ field, start: this.line.startOf(piece.at), end: this.line.endOf(piece.next - 1), choices });
  }

  /** A value that no character says outright; what was said stays. */
  guess(field: QuickField, value: string | null): void {
    if (value === null || this.fields[field] !== undefined || this.asks.some((ask) => ask.field === field)) return;
    this.fields[field] = value;
    this.guessed.push(field);
  }

  private all<K extends Piece['kind']>(kind: K): Of<K>[] {
    return this.pieces.filter((piece): piece is Of<K> => piece.kind === kind);
  }

  private value({ from, to }: Piece): string {
    return this.line.text.slice(this.line.startOf(from), this.line.endOf(to - 1));
  }

  private takePeople(): void {
    const phones = this.all('phone');
    const numbers = new Map(phones.map((piece) => [piece.phone, this.phoneAsTyped(piece)]));
    for (const piece of phones) this.span('producerPhone', piece);
    const [first] = phones;
    if (first !== undefined && numbers.size === 1 && !numbers.has(null))
      this.fields.producerPhone = this.phoneAsTyped(first);
    else if (first !== undefined)
      this.ask(
        'producerPhone',
        first,
        [...numbers].flatMap(([phone, producerPhone]) => (phone === null ? [] : [{ producerPhone }])),
      );
    const [maker, ...others] = this.all('maker');
    if (maker !== undefined) {
      this.fields.producerName = title(this.value(maker).replace(/\.$/, ''));
      this.span('producerName', maker);
    }
    for (const other of others) this.tell(other);
  }

  /** As it was typed, where the form reads that as the same number ("O85-7O12" is read by its digits). */
  private phoneAsTyped(piece: Of<'phone'>): string {
    const typed = this.value(piece);
    return piece.phone === null || readPhone(typed) === piece.phone ? typed : phoneText(piece.phone);
  }

  /** The price, when one was said for sure; null when it is asked or was not said. */
  private takePrice(): Priced | null {
    const all = this.prices;
    const ofOne = all.filter(isOfOne);
    // "Sapu 3 biji 50rb, 1 biji 18rb": what one costs is the price, and the other is told.
    const isTiered = ofOne.length === 1 && all.length > 1 && all.every((one) => isOfOne(one) || isOfMany(one));
    const prices = isTiered ? ofOne : all;
    this.priced = prices;
    for (const { money, beside } of all.filter((one) => !prices.includes(one)))
      this.tell({ ...money, at: beside === null ? money.at : beside.at });
    for (const { money, beside } of prices) {
      this.spans.push({ field: 'price', start: this.line.startOf(money.at), end: this.line.endOf(money.to - 1) });
      if (money.next > money.to)
        this.spans.push({
          field: money.for === null ? 'price' : money.for.pack === null ? 'unit' : 'packAmount',
          start: this.line.startOf(money.to),
          end: this.line.endOf(money.next - 1),
        });
      if (beside?.kind === 'count' && isMeasured(beside.unit) && beside.count > 1) this.tell(beside);
      else if (beside !== null) this.span(beside.kind === 'unit' ? 'unit' : 'packAmount', beside);
    }
    const [first] = prices;
    if (first === undefined) return null;
    const distinct = new Map(prices.flatMap((one) => choices(one)).map((choice) => [JSON.stringify(choice), choice]));
    const plain = new Set(prices.map(({ money }) => money.rupiah));
    if (
      prices.every(({ money }) => money.high === null && money.meanings === null && money.role !== 'from') &&
      (distinct.size === 1 || (plain.size === 1 && isOneFor(prices)))
    ) {
      const best = prices.find(({ for: of }) => of.unit !== null || of.pack !== null) ?? first;
      this.fields.price = typedPrice(this.line, best.money);
      return best;
    }
    this.ask('price', { at: first.money.at, next: first.money.next }, [...distinct.values()]);
    return null;
  }

  private takeUnitAndPack(priced: Priced | null): string {
    const isAsked = this.asks.some(({ field }) => field === 'price');
    // Prices that differ by their packs say the pack with the answer.
    const isPackAsked = isAsked && this.priced.some((one) => one.for.pack !== null);
    const besides = new Set<Piece | null>(this.prices.map(({ beside }) => beside));
    const units = this.all('unit').filter((piece) => !besides.has(piece));
    const amounts = this.all('amount').filter((piece) => !besides.has(piece));
    const counts = this.all('count').filter((piece) => !besides.has(piece));
    const contents = counts.filter(({ isContents }) => isContents);
    const [unitPiece] = units;
    let unit =
      priced?.for.unit ??
      this.commonUnit() ??
      unitPiece?.unit ??
      this.all('amount').find((piece) => piece.unit !== null)?.unit ??
      null;
    for (const piece of units) this.span('unit', piece);
    let pack: Amount | null = priced?.for.pack ?? null;
    for (const piece of [...amounts, ...contents]) {
      const said: Amount = piece.kind === 'amount' ? piece.amount : { amount: piece.count, measure: 'biji' };
      if (pack === null && !isPackAsked && (unit === null || carries(unit, said))) {
        pack = said;
        this.span('packAmount', piece);
      } else this.tell(piece);
    }
    // "12 pcs" with no price beside it may be what is inside or how many there are.
    for (const piece of counts.filter(({ isContents }) => !isContents)) {
      if (piece.count === 1 && unit === null) {
        unit = piece.unit;
        this.span('unit', piece);
        continue;
      }
      const isStock = this.all('stock').length > 0;
      if (pack === null && isStock && priced !== null && priced.for.pack === null && unit?.unit !== 'biji') {
        pack = { amount: piece.count, measure: 'biji' };
        this.span('packAmount', piece);
      } else if (pack === null && !isAsked && this.fields.stock === undefined && !isStock) {
        this.span('aside', piece);
        this.ask('packAmount', piece, [
          packValues({ amount: piece.count, measure: 'biji' }),
          { stock: String(piece.count) },
        ]);
      } else this.tell(piece);
    }
    Object.assign(this.fields, unitValues(unit));
    const of = unitOfPack(unit, pack);
    if (unit === null && of !== null) this.guess('unit', of.unit);
    if (pack !== null && carries(of, pack)) Object.assign(this.fields, packValues(pack));
    return this.fields.unit ?? '';
  }

  /** The unit that every price which is asked about is for. */
  private commonUnit(): SaidUnit | null {
    const [first, ...others] = this.priced.map((one) => one.for.unit);
    const isSame = others.every((unit) => unit?.unit === first?.unit && unit?.unitWord === first?.unitWord);
    return isSame ? (first ?? null) : null;
  }

  /** How many there are, counted as the price counts: "stok 2 ton" of something sold by the kilogram is 2000. */
  private takeStock(unit: string): void {
    for (const piece of this.all('stock')) {
      if (this.fields.stock !== undefined) {
        this.tell(piece);
        continue;
      }
      this.span('stock', piece);
      if (piece.isFew) this.fields.availability = 'terbatas';
      const dozens = DOZENS[piece.unit?.unit ?? ''];
      if (dozens !== undefined && piece.unit?.unit !== unit) {
        this.fields.stock = String(piece.count * dozens);
        continue;
      }
      const measure = measureOf(piece.unit?.unitWord ?? piece.unit?.unit ?? '');
      const inUnit = measure === null ? null : stockIn(unit, piece.count * measure[1], measure[0], this.fields);
      // A ton is no number of whatever the price is for, as long as nobody said what that is.
      const isWeight = measure !== null && measure[1] !== 1;
      const isSame =
        piece.unit === null || measure === null || (!isWeight && (unit === '' || piece.unit.unit === unit));
      if (isSame && Number.isInteger(piece.count)) {
        this.fields.stock = String(piece.count);
        if (unit === '' && piece.unit !== null) this.guess('unit', piece.unit.unit);
      } else if (inUnit !== null && unit === measure?.[0]) this.fields.stock = String(inUnit);
      else
        this.ask(
          'stock',
          piece,
          [inUnit, piece.count].filter(isCount).map((count) => ({ stock: String(count) })),
        );
    }
  }

  private takeRest(): void {
    for (const piece of this.all('availability')) {
      this.fields.availability ??= piece.value;
      this.span('availability', piece);
    }
    if (this.fields.stock !== undefined) this.guess('availability', Number(this.fields.stock) === 0 ? 'habis' : 'ada');
    for (const piece of this.all('category')) {
      this.fields.category ??= piece.value;
      this.span('category', piece);
    }
    for (const piece of this.all('flagship')) {
      this.fields.flagship = true;
      this.span('flagship', piece);
    }
    for (const piece of this.all('terms')) {
      const text = this.value(piece).trim();
      this.fields.terms = this.fields.terms === undefined ? text : `${this.fields.terms}, ${text}`;
      this.span('terms', piece);
    }
  }

  /** Keeps what has no field of its own as words about the product. */
  private tell(piece: Piece): void {
    const text = this.line.text.slice(this.line.startOf(piece.at), this.line.endOf(piece.next - 1));
    this.fields.description = this.fields.description === undefined ? text : `${this.fields.description}, ${text}`;
    this.span('description', piece);
  }
}

function choices({ money, for: of }: Priced): Values[] {
  const sums = money.meanings ?? (money.high === null ? [money.rupiah] : [money.rupiah, money.high]);
  return sums.map((rupiah) => choiceOf(rupiah, of));
}

/** The same price said twice, once with what it is for. */
function isOneFor(prices: readonly Priced[]): boolean {
  return prices.filter(({ for: of }) => of.unit !== null || of.pack !== null).length <= 1;
}

const DOZENS: Record<string, number> = { lusin: 12, kodi: 20 };

const isCount = (count: number | null): count is number => count !== null && Number.isInteger(count);

/** A weight in units of this size; null where it does not come out even. */
function stockIn(unit: string, amount: number, measure: string, { packAmount, packMeasure }: Values): number | null {
  if (unit === measure) return amount;
  const each =
    Number((packAmount ?? '').replace(',', '.')) *
    (packMeasure === measure ? 1 : packMeasure === 'gram' && measure === 'kg' ? 0.001 : Number.NaN);
  const count = amount / each;
  return Number.isInteger(count) && count > 0 ? count : null;
}

/** "bu siti" → "Bu Siti", "BU KARTI" → "Bu Karti"; a group's own capitals stay ("KWT Mawar"). */
function title(name: string): string {
  const isShouted = name === name.toUpperCase();
  return name.replace(/\p{L}[\p{L}'’]*/gu, (word) => {
    const rest =
      isShouted && !/^(?:KWT|UMKM|PKK|UD|CV|RT|RW)$/.test(word) ? word.slice(1).toLowerCase() : word.slice(1);
    return word.charAt(0).toUpperCase() + rest;
  });
}
