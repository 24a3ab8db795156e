import { forAt, tailEnd } from './paidFor.ts';
import type { Line, Matcher, Role } from './pieces.ts';
import { isPriced, rangeEnd, smallSum, sumAt } from './sums.ts';
import { FOR_MANY, FOR_ONE, FROM, NEW_PRICE, OLD_PRICE, PRICE_LEAD } from './words.ts';

const COLONS = new Set([':', '=', '.']);

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
