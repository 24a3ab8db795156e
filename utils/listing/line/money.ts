import { forAt, tailEnd } from './paidFor.ts';
import type { Line, Matcher, Role } from './pieces.ts';
import { isPriced, lowOf, rangeEnd, smallSum, sumAt } from './sums.ts';
import { FOR_MANY, FOR_ONE, FROM, NEW_PRICE, OLD_PRICE, PRICE_LEAD } from './words.ts';

const COLONS = new Set([':', '=', '.']);

/** A price with what it is for: `25rb/bungkus`, `Rp 15.000,- per 250 gr`, `harga 25-30rb`, `10rb dapat 3`, `3=10rb`. */
export const moneyAt: Matcher = (line, at) => {
  const role = roleAt(line, at);
  const lead = leadEnd(line, role.next);
  const first = sumAt(line, lead ?? role.next);
  if (first === null) return null;
  const second = rangeEnd(line, first);
  const last = second ?? first;
  const paid = forAt(line, tailEnd(line, last.next));
  const end = paid?.next ?? tailEnd(line, last.next);
  const said = { kind: 'money', for: paid?.for ?? null } as const;
  // "1.5/botol", "25/kg": money it is, and how much of it a person has to say.
  const small = second === null ? smallSum(line, first, lead !== null) : null;
  if (small?.kind === 'ask') {
    const asked = { ...said, rupiah: 0, high: null, meanings: small.meanings, role: role.role };
    return line.piece(asked, at, end, first.from, first.next);
  }
  const low = lowOf(first, second);
  const isMoney = lead !== null || role.next > at || first.isSaid || second?.isSaid === true || isPriced(line, first);
  if (!isMoney || low < 100) return null;
  // "12.000 ecer"
  const after = role.role !== 'plain' ? null : line.is(end, FOR_ONE) ? 'one' : line.is(end, FOR_MANY) ? 'many' : null;
  return line.piece(
    { ...said, rupiah: low, high: second?.rupiah ?? null, meanings: null, role: after ?? role.role },
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
