import { numberAt } from './numbers.ts';
import type { Line, Matcher } from './pieces.ts';
import { set } from './words.ts';

const WAYS = set('di ke luar sendiri sampai lewat via pakai');
const HANDED = /^(?:di)?(?:ambil|antar|kirim|jemput)$/;
const CAN = new Set(['bisa', 'boleh', 'siap', 'dapat', 'saged', 'iso', 'isa']);

/** How it is handed over and paid: `COD area Purbalingga`, `bisa antar ke kota`, `ambil di balai desa`, `gratis ongkir`. */
export const termsAt: Matcher = (line, at) => {
  const end = clauseEnd(line, at);
  const start = line.is(at, CAN) ? at + 1 : at;
  const word = line.word(start);
  if (word === 'cod' || word === 'cash' || word === 'transfer' || word === 'tf') {
    const isPlace =
      /^(?:area|wilayah|di|se|sekitar|daerah|atau|only)$/.test(line.word(start + 1)) ||
      /^\p{Lu}\p{Ll}/u.test(line.text.slice(line.startOf(start + 1)));
    return line.piece({ kind: 'terms' }, at, isPlace ? end : start + 1);
  }
  if (HANDED.test(word) && (line.is(start + 1, WAYS) || start > at)) return line.piece({ kind: 'terms' }, at, end);
  if (/^(?:gratis|free)$/.test(line.word(at)) && line.word(at + 1) === 'ongkir')
    return line.piece({ kind: 'terms' }, at, end);
  if (
    /^(?:belum|sudah|blm|sdh)$/.test(line.word(at)) &&
    /^(?:termasuk|incl)$/.test(line.word(at + 1)) &&
    line.word(at + 2) === 'ongkir'
  )
    return line.piece({ kind: 'terms' }, at, at + 3);
  return null;
};

/** To the end of the clause: a comma, a full stop, a break, a tag. */
function clauseEnd(line: Line, at: number): number {
  let next = at + 1;
  while (
    next < line.tokens.length &&
    line.tokens[next]?.kind !== 'break' &&
    !/^[,.;#()]$/.test(line.word(next)) &&
    !isSum(line, next)
  )
    next += 1;
  return next;
}

/** A price is none of the terms: "siap kirim 650rb". */
function isSum(line: Line, at: number): boolean {
  return (
    /^(?:rp|idr|harga)$/.test(line.word(at)) ||
    numberAt(line.tokens, at)?.isThousands === true ||
    /^\d{1,3}(?:\.\d{3})+$/.test(line.word(at))
  );
}
