import { type PriceReading, readPrice } from '#contract/price.ts';
import { amountAt } from './amounts.ts';
import { carries } from './carries.ts';
import { numberAt } from './numbers.ts';
import type { For, Line, Matcher, Role } from './pieces.ts';
import {
  FOR_MANY,
  FOR_ONE,
  FROM,
  joinedUnit,
  MONEY_TAIL,
  measureOf,
  NEW_PRICE,
  OLD_PRICE,
  PER,
  PRICE_LEAD,
  SOFT_TAIL,
  set,
  unitOf,
  YIELDS,
} from './words.ts';

const CURRENCY = new Set(['rp', 'idr', 'rp.']);
const COLONS = new Set([':', '=', '.']);
const TO = new Set(['-', '–', '~', 's/d', 'sd', 'sampai', 'hingga', 'tekan', 'ngantos', 'nganti']);
/** A price is at least Rp100 (the contract's minimum), and a bare number that ends in two noughts may be one. */
const ROUND = /^(?:\d+00|\d{1,3}(?:[.,]\d{3})+)(?:,00?)?$/;

interface Sum {
  rupiah: number;
  next: number;
  from: number;
  /** A currency, thousands, ",-" or the word "rupiah" says that it is money. */
  isSaid: boolean;
  isThousands: boolean;
  isRound: boolean;
  isCurrency: boolean;
}

/** A price with what it is for: `25rb/bungkus`, `Rp 15.000,- per 250 gr`, `harga 25-30rb`, `10rb dapat 3`, `3=10rb`. */
export const moneyAt: Matcher = (line, at) => {
  const role = roleAt(line, at);
  let start = role.next;
  const lead = leadEnd(line, start);
  start = lead ?? start;
  const first = sumAt(line, start);
  if (first === null) return null;
  const second = rangeEnd(line, first);
  // "25-30rb": the first end is in thousands as the second is.
  const low =
    second?.isThousands === true && !first.isThousands && first.rupiah < 1000 ? first.rupiah * 1000 : first.rupiah;
  // "1.5/botol", "25/kg": money it is, and how much of it a person has to say.
  const small = smallSum(line, first, lead !== null);
  if (second === null && small?.kind === 'ask') {
    const paid = forAt(line, tailEnd(line, first.next));
    const next = paid?.next ?? tailEnd(line, first.next);
    const said = {
      kind: 'money',
      rupiah: 0,
      high: null,
      meanings: small.meanings,
      for: paid?.for ?? null,
      role: role.role,
    } as const;
    return line.piece(said, at, next, first.from, first.next);
  }
  const isMoney = lead !== null || role.next > at || first.isSaid || second?.isSaid === true || isPriced(line, first);
  if (!isMoney || low < 100) return null;
  const last = second ?? first;
  const paid = forAt(line, tailEnd(line, last.next));
  const end = paid?.next ?? tailEnd(line, last.next);
  // "12.000 ecer"
  const after = role.role !== 'plain' ? null : line.is(end, FOR_ONE) ? 'one' : line.is(end, FOR_MANY) ? 'many' : null;
  return line.piece(
    {
      kind: 'money',
      rupiah: low,
      high: second === null ? null : second.rupiah,
      meanings: null,
      for: paid?.for ?? null,
      role: after ?? role.role,
    },
    at,
    after === null ? end : end + 1,
    first.from,
    last.next,
  );
};

function roleAt(line: Line, at: number): { role: Role; next: number } {
  let next = at;
  let role: Role = 'plain';
  // "harga normal 30rb", "promo jadi 25rb", "grosir 20rb"
  for (let words = 0; words < 4; words++) {
    if (line.is(next, OLD_PRICE)) role = 'old';
    else if (line.is(next, NEW_PRICE)) role = 'new';
    else if (line.is(next, FOR_MANY)) role = 'many';
    else if (line.is(next, FOR_ONE)) role = 'one';
    else if (line.is(next, FROM)) role = 'from';
    else if (!line.is(next, PRICE_LEAD)) break;
    next += 1;
  }
  if (role === 'plain') return { role, next: at };
  return { role, next: line.skip(next, COLONS) };
}

function leadEnd(line: Line, at: number): number | null {
  if (!line.is(at, PRICE_LEAD)) return null;
  return line.skip(line.skip(at, PRICE_LEAD), COLONS);
}

function sumAt(line: Line, at: number): Sum | null {
  const isCurrency = CURRENCY.has(line.word(at));
  const from = isCurrency ? line.skip(at + 1, new Set(['.', ':'])) : at;
  const number = numberAt(line.tokens, from);
  if (number === null || number.value <= 0) return null;
  let { value: rupiah, next } = number;
  const first = line.tokens[from];
  const digits = first?.kind === 'number' ? first.text : '';
  // "Rp 25 000"
  while (
    isCurrency &&
    /^\d{1,3}$/.test(digits) &&
    /^\d{3}$/.test(line.word(next)) &&
    line.tokens[next]?.kind === 'number'
  ) {
    rupiah = rupiah * 1000 + Number(line.word(next));
    next += 1;
  }
  // "7500an"
  const isAn = line.word(next) === 'an' && line.tokens[next]?.gap === false;
  const isDashed = line.word(next) === ',' && line.word(next + 1) === '-' && line.tokens[next]?.gap === false;
  const isTail = MONEY_TAIL.has(line.word(next)) && line.word(next) !== 'an';
  const isRound = next === from + 1 && ROUND.test(digits);
  return {
    rupiah: Number.isInteger(rupiah) ? rupiah : 0,
    from: isCurrency ? at : from,
    next,
    isSaid: isCurrency || number.isThousands || isAn || isDashed || (isTail && rupiah >= 100),
    isThousands: number.isThousands,
    isRound,
    isCurrency,
  };
}

/** A bare number is a price when it is round and no word makes it a quantity, or when "/" and a unit follow. */
function isPriced(line: Line, { next, from, isRound, rupiah }: Sum): boolean {
  if (rupiah < 500 || !isRound) return false;
  if (line.tokens[from]?.kind !== 'number') return false;
  return (
    unitOf(line.word(next)) === null &&
    measureOf(line.word(next)) === null &&
    line.word(next) !== '%' &&
    line.word(from - 1) !== '#'
  );
}

function typedOf(line: Line, { from, next }: Sum): string {
  return line.text.slice(line.startOf(from), line.endOf(next - 1));
}

/** What a sum may mean that is too small to be sure of: "1.5", "harga 500", "25/kg"; null for others. */
function smallSum(line: Line, sum: Sum, hasLead: boolean): PriceReading | null {
  const isBare = sum.from === sum.next - 1 && !sum.isCurrency && !sum.isThousands;
  const isAn = line.word(sum.next) === 'an';
  if (isBare && (hasLead || isAn) && sum.rupiah >= 100 && sum.rupiah < 1000)
    return { kind: 'ask', meanings: [sum.rupiah, sum.rupiah * 1000] };
  return hasLead || sum.isCurrency ? readPrice(typedOf(line, sum)) : unitBehind(line, sum);
}

/** What a bare number means that a stroke and a known unit follow; null for any other. */
function unitBehind(line: Line, sum: Sum): PriceReading | null {
  const isPer = line.word(sum.next) === '/' && unitOf(line.word(sum.next + 1)) !== null;
  if (!isPer || sum.from !== sum.next - 1) return null;
  // "150/ekor" may be rupiah or thousands.
  if (sum.rupiah >= 100 && sum.rupiah < 1000) return { kind: 'ask', meanings: [sum.rupiah, sum.rupiah * 1000] };
  return readPrice(typedOf(line, sum));
}

function rangeEnd(line: Line, first: Sum): Sum | null {
  const sign = line.word(first.next);
  const isSlashed = sign === 's' && line.word(first.next + 1) === '/' && line.word(first.next + 2) === 'd';
  const isBetween = line.word(first.from - 1) === 'antara' && /^(?:sama|dan|karo|lan|kaliyan)$/.test(sign);
  if (!TO.has(sign) && !isSlashed && !isBetween) return null;
  const second = sumAt(line, first.next + (isSlashed ? 3 : 1));
  if (second === null) return null;
  const low = second.isThousands && !first.isThousands && first.rupiah < 1000 ? first.rupiah * 1000 : first.rupiah;
  return second.rupiah > low && second.rupiah < low * 20 ? second : null;
}

function tailEnd(line: Line, at: number): number {
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
function forAt(line: Line, at: number): { for: For; next: number } | null {
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
