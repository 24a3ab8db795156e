import { amountAt } from './amounts.ts';
import { carries } from './carries.ts';
import { numberAt } from './numbers.ts';
import type { For, Line } from './pieces.ts';
import { joinedUnit, MONEY_TAIL, PER, SOFT_TAIL, set, unitOf, YIELDS } from './words.ts';

/** Behind what adds nothing to a sum: ",-", "rupiah", "nett", "aja". */
export function tailEnd(line: Line, at: number): number {
  let next = at;
  for (;;) {
    if (line.word(next) === ',' && line.word(next + 1) === '-') next += 2;
    else if (line.is(next, MONEY_TAIL) || line.is(next, SOFT_TAIL)) next += 1;
    else if (line.word(next) === '.' && line.word(next + 1) === '-') next += 2;
    else if (line.word(next) === '-' && line.word(next + 1) === 'an') next += 2;
    else return next;
  }
}

/** What the price is for: `/kg`, `per 3 bungkus`, `sekilo`, `/250gr`, `/3`, `dapat 3`, `/loyang`. */
export function forAt(line: Line, at: number): { for: For; next: number } | null {
  const joined = joinedUnit(line.word(at));
  if (joined !== null) return isi(line, { for: { unit: joined.unit, pack: null }, next: at + 1 });
  // "25rb sak kilo" is per kilo, "70rb sak" is per sack.
  const isPer = line.is(at, PER) && (line.word(at) !== 'sak' || unitOf(line.word(at + 1)) !== null);
  const isYield = line.is(at, YIELDS);
  const isEqual = line.word(at) === '=';
  // "harga 40rb pak" is said to a person.
  const bare = line.word(at) === 'pak' ? null : unitOf(line.word(at));
  if (bare !== null && !isPer && !isLeadOf(line, at + 1))
    return isi(line, { for: { unit: bare, pack: null }, next: at + 1 });
  // "sewu siji", "5rb satu"
  if (/^(?:siji|satu|sijine|satunya)$/.test(line.word(at)) && line.tokens[at + 1]?.kind !== 'word')
    return { for: { unit: { unit: 'biji', unitWord: null }, pack: null }, next: at + 1 };
  // "sak pincuk", "sak tenong": whatever it is sold in.
  if (line.word(at) === 'sak' && line.tokens[at + 1]?.kind === 'word' && !isPer)
    return { for: { unit: { unit: 'biji', unitWord: line.word(at + 1).slice(0, 20) }, pack: null }, next: at + 2 };
  if (!isPer && !isYield && !isEqual) return null;
  const start = at + 1;
  const amount = amountAt(line, start);
  // "1 biji 30rb / 5 biji 130rb" parts two prices.
  const isParted = line.word(at) === '/' && line.isApart(at) && line.isApart(start) && amount !== null;
  if (isParted && numberAt(line.tokens, amount.next)?.isThousands) return null;
  if (amount !== null) {
    const isOne = amount.said.kind === 'count' && amount.said.count === 1;
    if (amount.said.kind === 'count') {
      const unit = isOne ? amount.said.unit : null;
      return isi(line, {
        for: { unit, pack: isOne ? null : { amount: amount.said.count, measure: 'biji' } },
        next: amount.next,
      });
    }
    const { amount: one } = amount.said;
    // "/1 kg" is "/kg".
    if (one.amount === 1 && one.times === undefined && (one.measure === 'kg' || one.measure === 'liter'))
      return { for: { unit: { unit: one.measure, unitWord: null }, pack: null }, next: amount.next };
    return { for: { unit: null, pack: one }, next: amount.next };
  }
  const number = numberAt(line.tokens, start);
  if (
    number !== null &&
    Number.isInteger(number.value) &&
    !number.isThousands &&
    number.value > 1 &&
    number.value <= 1000
  )
    return { for: { unit: null, pack: { amount: number.value, measure: 'biji' } }, next: number.next };
  if (!isPer) return null;
  // "/m2"
  if (line.word(start) === 'm' && /^[23]$/.test(line.word(start + 1)) && !line.tokens[start + 1]?.gap)
    return { for: { unit: { unit: 'biji', unitWord: `m${line.word(start + 1)}` }, pack: null }, next: start + 2 };
  const known = unitOf(line.word(start));
  if (known !== null) return isi(line, { for: { unit: known, pack: null }, next: start + 1 });
  const token = line.tokens[start];
  // The seller's own word, right behind the stroke: "/loyang".
  if (token?.kind === 'word' && line.word(at) === '/' && token.text.length <= 20 && token.text.length > 1)
    return isi(line, { for: { unit: { unit: 'biji', unitWord: token.text }, pack: null }, next: start + 1 });
  return null;
}

/** A word that goes on with the goods, so that the unit before it is none: "10rb botol plastik". */
function isLeadOf(line: Line, at: number): boolean {
  const token = line.tokens[at];
  return token?.kind === 'word' && !STOPS.has(token.text);
}

const STOPS = set(
  'stok stock stk sisa ready wa hp hub hubungi cod isi ada bu pak oleh dari min minimal po ya aja saja kak gan',
);

/** "/bungkus isi 10", "/botol 250 ml", "/pak @ 12 biji". */
function isi(line: Line, paid: { for: For; next: number }): { for: For; next: number } {
  const start = line.word(paid.next) === 'isi' || line.word(paid.next) === '@' ? paid.next + 1 : paid.next;
  const amount = amountAt(line, start);
  if (amount === null || paid.for.pack !== null) {
    const number = start > paid.next && line.word(paid.next) === 'isi' ? numberAt(line.tokens, start) : null;
    if (number === null || !Number.isInteger(number.value) || number.isThousands) return paid;
    return { for: { ...paid.for, pack: { amount: number.value, measure: 'biji' } }, next: number.next };
  }
  const pack: For['pack'] =
    amount.said.kind === 'count' ? { amount: amount.said.count, measure: 'biji' } : amount.said.amount;
  if (
    start === paid.next &&
    (amount.said.kind === 'count' || (paid.for.unit !== null && !carries(paid.for.unit, pack)))
  )
    return paid;
  return { for: { ...paid.for, pack }, next: amount.next };
}
