import { sizeAt } from './amounts.ts';
import { greetingAt } from './greetings.ts';
import { makerAt } from './makers.ts';
import { moneyAt } from './money.ts';
import { phonePieces } from './phones.ts';
import type { Line, Matcher, Piece } from './pieces.ts';
import { availabilityAt, cellAt, minimumAt, stockAt, tagAt } from './states.ts';
import { termsAt } from './terms.ts';
import { textAt, toldAt } from './told.ts';

/**
 * At one place the first one that knows its shape wins: what a number might be is narrowed from what is said most
 * plainly (a day, a percentage) to what needs its neighbours (a price, a size).
 */
const MATCHERS: readonly Matcher[] = [
  greetingAt,
  tagAt,
  textAt,
  toldAt,
  minimumAt,
  stockAt,
  cellAt,
  availabilityAt,
  moneyAt,
  sizeAt,
  termsAt,
  makerAt,
];

/** One pass over the line: its pieces in order, never overlapping. What no piece holds is words. */
export function scan(line: Line): Piece[] {
  const known = [...phonePieces(line), ...headPieces(line)];
  const pieces: Piece[] = [];
  let at = 0;
  while (at < line.tokens.length) {
    const certain = known.find((one) => one.at === at);
    const found = certain ?? firstOf(line, at);
    const piece = found !== null && (found === certain || isClear(found, known)) ? found : null;
    if (piece === null) {
      at += 1;
      continue;
    }
    pieces.push(piece);
    at = piece.next;
    if (piece.kind !== 'text' && piece.kind !== 'told') line.after = at;
  }
  return withLastNumber(line, pieces);
}

/** "keripik jamur 15": a number at the very end, where no price was said, may be one. */
function withLastNumber(line: Line, pieces: Piece[]): Piece[] {
  const at = line.tokens.length - 1;
  const last = line.tokens[at];
  const value = Number(last?.text);
  const isBare =
    last?.kind === 'number' &&
    last.gap &&
    line.tokens[at - 1]?.kind === 'word' &&
    Number.isInteger(value) &&
    value > 0 &&
    value < 1000;
  if (!isBare || pieces.some((piece) => piece.kind === 'money' || piece.next > at)) return pieces;
  const meanings = value < 100 ? [value * 1000] : [value, value * 1000];
  return [
    ...pieces,
    line.piece({ kind: 'money', rupiah: 0, high: null, meanings, for: null, role: 'plain' }, at, at + 1),
  ];
}

function firstOf(line: Line, at: number): Piece | null {
  for (const matcher of MATCHERS) {
    const piece = matcher(line, at);
    if (piece !== null && piece.next > at) return piece;
  }
  return null;
}

/** The digits of a phone number are nothing else. */
function isClear(piece: Piece, known: readonly Piece[]): boolean {
  return known.every((one) => one.next <= piece.at || piece.next <= one.at);
}

/** "[12/11/25 09.15] Pak Karto:" and "12/11/25, 09.15 - Pak Karto:" at the start of a line. */
const HEAD =
  /^(?:\[\d{1,2}[/.]\d{1,2}[^\]\n]{0,20}\] |\d{1,2}\/\d{1,2}\/\d{2,4}[, ]+\d{1,2}[.:]\d{2} - )[^:\n]{1,40}:/gm;

function headPieces(line: Line): Piece[] {
  return [...line.text.matchAll(HEAD)].flatMap(({ index, 0: head }) => {
    const at = line.tokens.findIndex((token) => token.start >= index);
    const past = line.tokens.findIndex((token) => token.start >= index + head.length);
    return [line.piece({ kind: 'head' }, at, past === -1 ? line.tokens.length : past)];
  });
}
