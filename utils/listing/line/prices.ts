import { number } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { carries } from './carries.ts';
import type { Amount, For, Line, Piece } from './pieces.ts';
import { isMeasured, type SaidUnit } from './words.ts';

type Money = Piece & { kind: 'money' };
type Values = Partial<DraftForm>;

/** What a price is for, with what stands beside it: `3 biji 10rb` is three pieces for one price. */
export interface Priced {
  money: Money;
  for: For;
  /** The size or count beside it that says so. */
  beside: Piece | null;
}

/** Every price of the line with what it is for. */
export function pricesOf(line: Line, pieces: readonly Piece[]): Priced[] {
  return pieces.flatMap((piece, index): Priced[] => {
    if (piece.kind !== 'money') return [];
    if (piece.for !== null) return [{ money: piece, for: piece.for, beside: null }];
    const before = pieces[index - 1];
    if (before !== undefined && isNextTo(line, before, piece)) {
      const beside = forOf(before);
      if (beside !== null) return [{ money: piece, for: beside, beside: before }];
    }
    return [{ money: piece, for: { unit: null, pack: null }, beside: null }];
  });
}

function isNextTo(line: Line, before: Piece, after: Piece): boolean {
  for (let at = before.next; at < after.at; at++) if (!/^[=:]$|^-$/.test(line.word(at))) return false;
  return true;
}

/** What a size or a count means beside a price. */
function forOf(piece: Piece): For | null {
  if (piece.kind === 'amount') return { unit: piece.unit, pack: piece.amount };
  if (piece.kind === 'unit') return { unit: piece.unit, pack: null };
  if (piece.kind !== 'count' || piece.isContents) return null;
  // Twelve hours for one price are no pack of twelve pieces: the words stay words.
  if (piece.count > 1 && isMeasured(piece.unit)) return { unit: { unit: 'paket', unitWord: null }, pack: null };
  return piece.count === 1
    ? { unit: piece.unit, pack: null }
    : { unit: null, pack: { amount: piece.count, measure: 'biji' } };
}

/** The price as it was typed, where the form reads it so; else in digits. */
export function typedPrice(line: Line, money: Money): string {
  const typed = line.text.slice(line.startOf(money.from), line.endOf(money.to - 1));
  const reading = readPrice(typed);
  return reading.kind === 'price' && reading.rupiah === money.rupiah ? typed : number(money.rupiah);
}

/** What one press on this price writes. */
export function choiceOf(rupiah: number, { unit, pack }: For): Values {
  const of = unitOfPack(unit, pack);
  return { price: number(rupiah), ...unitValues(of), ...(pack !== null && carries(of, pack) && packValues(pack)) };
}

export function unitValues(unit: SaidUnit | null): Values {
  if (unit === null) return {};
  // An hour or a load is no piece.
  return { unit: isMeasured(unit) ? 'paket' : unit.unit, unitWord: unit.unitWord ?? undefined };
}

/** A pack's contents as the form has them, in the larger measure where that is rounder ("2,5" kg). */
export function packValues(pack: Amount): Values {
  const total = Math.round(pack.amount * (pack.times ?? 1) * 1000) / 1000;
  return { packAmount: String(total).replace('.', ','), packMeasure: pack.measure };
}

/** The unit that a pack is sold by when nobody said one: a kilogram is a kilogram, a weight is in a bag. */
export function unitOfPack(unit: SaidUnit | null, pack: Amount | null): SaidUnit | null {
  if (unit !== null || pack === null) return unit;
  const isOne = pack.amount === 1 && pack.times === undefined;
  if (isOne && (pack.measure === 'kg' || pack.measure === 'liter')) return { unit: pack.measure, unitWord: null };
  if (pack.measure === 'biji' || pack.times !== undefined) return { unit: 'paket', unitWord: null };
  return { unit: pack.measure === 'ml' || pack.measure === 'liter' ? 'botol' : 'bungkus', unitWord: null };
}

/** A price of exactly one: by its word ("ecer") or by what it is for ("1 biji", "/kg"), and not of a dozen or a ton. */
export function isOfOne({ money, for: { unit, pack } }: Priced): boolean {
  if (money.role === 'one') return true;
  if (money.role === 'many' || pack !== null || unit === null) return false;
  return !isWhole(unit);
}

/** A price for more of the same. */
export function isOfMany({ money, for: { unit, pack } }: Priced): boolean {
  if (money.role === 'many') return true;
  return (
    money.role !== 'one' &&
    ((pack !== null && (pack.measure === 'biji' || pack.amount > 1)) || (unit !== null && isWhole(unit)))
  );
}

const isWhole = ({ unit, unitWord }: SaidUnit): boolean =>
  unit === 'lusin' || unit === 'kodi' || unit === 'gros' || unitWord === 'ton' || unitWord === 'kuintal';
