import { numberAt } from './numbers.ts';
import type { Amount, Line, Matcher, Piece } from './pieces.ts';
import { joinedUnit, measureOf, type SaidUnit, unitOf } from './words.ts';

export type SaidAmount = { kind: 'amount'; amount: Amount } | { kind: 'count'; count: number; unit: SaidUnit };

const CROSS = new Set(['x', '×', '*']);
const CONTENTS = new Set(['isi', 'isine', 'isinya', 'berat', 'netto', 'neto', 'kemasan', 'bobot', 'volume', 'berisi']);

/** A size or a count: `250 gr`, `1/2 kg`, `setengah kilo`, `3 biji`, `250 g x 10 bungkus`, `10 x 250 g`. */
export function amountAt(line: Line, at: number): { said: SaidAmount; next: number } | null {
  const one = oneAt(line, at);
  if (one === null) return null;
  const isEach = line.word(one.next) === '@' && one.said.kind === 'count';
  if (!CROSS.has(line.word(one.next)) && !isEach) return one;
  const other = oneAt(line, one.next + 1) ?? bareAt(line, one.next + 1);
  if (other === null) return one;
  const weight = one.said.kind === 'amount' ? one.said : other.said.kind === 'amount' ? other.said : null;
  const count = one.said.kind === 'count' ? one.said : other.said.kind === 'count' ? other.said : null;
  if (weight === null || count === null) return one;
  return { said: { kind: 'amount', amount: { ...weight.amount, times: count.count } }, next: other.next };
}

function oneAt(line: Line, at: number): { said: SaidAmount; next: number } | null {
  const number = numberAt(line.tokens, at);
  if (number === null || number.isThousands || number.value <= 0) {
    if (number !== null && !number.isThousands) return null;
    return number === null ? crossedAt(line, at) : countAt(line, number.value, number.next);
  }
  const measure = measureOf(line.word(number.next));
  if (measure !== null) {
    const amount = Math.round(number.value * measure[1] * 1000) / 1000;
    return { said: { kind: 'amount', amount: { amount, measure: measure[0] } }, next: number.next + 1 };
  }
  return countAt(line, number.value, number.next) ?? (CROSS.has(line.word(number.next)) ? crossedAt(line, at) : null);
}

function countAt(line: Line, count: number, at: number): { said: SaidAmount; next: number } | null {
  const unit = unitOf(line.word(at));
  // One letter is no unit of something counted, but for "m".
  if (unit === null || !Number.isInteger(count) || line.tokens[at]?.kind !== 'word') return null;
  return { said: { kind: 'count', count, unit }, next: at + 1 };
}

/** "10 x 250 g": a bare number before the cross. */
function crossedAt(line: Line, at: number): { said: SaidAmount; next: number } | null {
  const number = numberAt(line.tokens, at);
  if (number === null || number.isThousands || !Number.isInteger(number.value) || !CROSS.has(line.word(number.next)))
    return null;
  const each = oneAt(line, number.next + 1);
  if (each === null || each.said.kind !== 'amount') return null;
  return { said: { kind: 'count', count: number.value, unit: { unit: 'biji', unitWord: null } }, next: number.next };
}

function bareAt(line: Line, at: number): { said: SaidAmount; next: number } | null {
  const number = numberAt(line.tokens, at);
  if (number === null || number.isThousands || !Number.isInteger(number.value)) return null;
  return { said: { kind: 'count', count: number.value, unit: { unit: 'biji', unitWord: null } }, next: number.next };
}

/** A size or count as a piece of its own: "isi 12", "berat 250 gr", "250gr", "3 biji", "sekilo". */
export const sizeAt: Matcher = (line, at) => {
  const hasLead = CONTENTS.has(line.word(at));
  const start = hasLead ? line.skip(at + 1, new Set([':', '=', '@'])) : at;
  const amount = amountAt(line, start);
  if (amount !== null) {
    if (amount.said.kind === 'amount') {
      const unit = unitAfter(line, amount.next);
      return line.piece(
        { ...amount.said, unit: unit?.unit ?? null },
        at,
        unit?.next ?? amount.next,
        start,
        amount.next,
      );
    }
    return line.piece({ ...amount.said, isContents: hasLead }, at, amount.next, start, amount.next);
  }
  if (hasLead) {
    const number = numberAt(line.tokens, start);
    if (number === null || number.isThousands || !Number.isInteger(number.value)) return null;
    const unit: SaidUnit = { unit: 'biji', unitWord: null };
    return line.piece(
      { kind: 'count', count: number.value, unit, isContents: true },
      at,
      number.next,
      start,
      number.next,
    );
  }
  const labelled = unitCell(line, at);
  if (labelled !== null) return labelled;
  const packed = packedAt(line, at);
  if (packed !== null) return packed;
  const joined = joinedUnit(line.word(at));
  return joined === null ? null : line.piece({ kind: 'unit', unit: joined.unit }, at, at + 1);
};

/** "5kg/sak", "250 gr per bungkus". */
function unitAfter(line: Line, at: number): { unit: SaidUnit; next: number } | null {
  if (!/^(?:\/|per)$/.test(line.word(at))) return null;
  const unit = unitOf(line.word(at + 1));
  return unit === null ? null : { unit, next: at + 2 };
}

const PACKAGES = new Set(['bungkus', 'botol', 'sak', 'paket', 'sachet', 'gelas', 'kaleng']);

/** "botol 150 gr", "sak isi 25 kg": a package and how much is in it. */
function packedAt(line: Line, at: number): Piece | null {
  const unit = unitOf(line.word(at));
  if (unit === null || !PACKAGES.has(unit.unitWord ?? unit.unit)) return null;
  const start = /^(?:isi|@)$/.test(line.word(at + 1)) ? at + 2 : at + 1;
  const amount = amountAt(line, start);
  return amount?.said.kind === 'amount'
    ? line.piece({ ...amount.said, unit }, at, amount.next, start, amount.next)
    : null;
}

/** A unit that stands alone: a table's cell, "satuan: kotak", "sak iket". */
function unitCell(line: Line, at: number): Piece | null {
  const isEdge = (index: number) => {
    const token = line.tokens[index];
    return token === undefined || token.kind === 'break';
  };
  const label = /^(?:satuan|unit)$/.test(line.word(at)) && /^[:=]$/.test(line.word(at + 1)) ? at + 2 : null;
  const of = label ?? (line.word(at) === 'sak' ? at + 1 : at);
  const isPer = /^(?:per|tiap)$/.test(line.word(at)) && line.tokens[at + 2]?.kind === 'number';
  const perUnit = isPer ? unitOf(line.word(at + 1)) : null;
  if (perUnit !== null) return line.piece({ kind: 'unit', unit: perUnit }, at, at + 2);
  const unit = unitOf(line.word(of));
  if (unit !== null && /(?:nipun|ipun)$/.test(line.word(at))) return line.piece({ kind: 'unit', unit }, at, at + 1);
  if (
    line.word(at) === 'sak' &&
    unit === null &&
    line.tokens[of]?.kind === 'word' &&
    numberAt(line.tokens, of + 1)?.isThousands
  )
    return line.piece({ kind: 'unit', unit: { unit: 'biji', unitWord: line.word(of).slice(0, 20) } }, at, of + 1);
  if (
    line.word(at) === '1' &&
    line.tokens[at + 1]?.kind === 'word' &&
    unitOf(line.word(at + 1)) === null &&
    numberAt(line.tokens, at + 2)?.isThousands &&
    line.word(at + 1).length > 2 &&
    measureOf(line.word(at + 1)) === null
  )
    return line.piece({ kind: 'unit', unit: { unit: 'biji', unitWord: line.word(at + 1).slice(0, 20) } }, at, at + 2);
  if (unit === null) return null;
  const isCell =
    line.tokens.some(({ kind, text }) => kind === 'break' && text !== '\n') && isEdge(at - 1) && isEdge(at + 1);
  return label !== null || of > at || isCell ? line.piece({ kind: 'unit', unit }, at, of + 1) : null;
}
