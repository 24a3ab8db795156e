import { readPhone } from '#contract/phone.ts';
import { type FoundPhone, findPhones } from '#contract/phonesInText.ts';
import type { Line, Piece } from './pieces.ts';
import { set } from './words.ts';

const PHONE_LEAD = set(
  'wa whatsapp hp telp tlp telepon no nomor nomer hub hubungi cp kontak call sms chat nowa ke info pemesanan order',
);
const PHONE_SIGNS = new Set(['.', ':', '-', '/', '(', '=']);

/** The mobile numbers of the text as pieces, each with the word that led to it ("WA", "hub:"). */
export function phonePieces(line: Line): Piece[] {
  const found = findPhones(line.text).flatMap(({ start, end: whole, phone: joined }) => {
    const { end, phone } = cutAtBracket(line.text, { start, end: whole, phone: joined });
    const from = line.tokens.findIndex((token) => token.end > start);
    let next = line.tokens.findIndex((token) => token.start >= end);
    if (next === -1) next = line.tokens.length;
    if (from === -1 || next <= from) return [];
    let at = from;
    // "https://wa.me/62812…" and "+62812…" belong to the number.
    while (at > 0 && /^(?:\+|https?|me|wa|\.|:|\/)$/.test(line.word(at - 1)) && line.tokens[at]?.gap === false) at -= 1;
    const number = at;
    while (at > 0 && (line.is(at - 1, PHONE_LEAD) || (line.is(at - 1, PHONE_SIGNS) && line.is(at - 2, PHONE_LEAD))))
      at -= 1;
    // More digits right behind it: nobody knows which of them are the number.
    const more =
      /^[\s.-]{0,2}\d/.test(line.text.slice(line.endOf(next - 1))) &&
      !/^\s/.test(line.text.slice(line.endOf(next - 1)));
    if (more) {
      while (
        line.tokens[next]?.kind === 'number' ||
        (/^[-.]$/.test(line.word(next)) && line.tokens[next + 1]?.kind === 'number')
      )
        next += 1;
      return [line.piece({ kind: 'phone', phone: null }, at, next, number, next)];
    }
    return [line.piece({ kind: 'phone', phone }, at, next, number, next)];
  });
  return [
    ...found,
    ...strangePhones(line).filter((one) => found.every((other) => other.next <= one.at || one.next <= other.at)),
  ];
}

/** "telp 0281 891234", "wa 0812-11": said to be a number, and none that a message reaches. */
function strangePhones(line: Line): Piece[] {
  return line.tokens.flatMap((token, at) => {
    if (!/^(?:wa|whatsapp|hp|telp?|tlp|telepon)$/.test(token.text)) return [];
    const from = line.skip(at + 1, PHONE_SIGNS);
    let next = from;
    while (
      line.tokens[next]?.kind === 'number' ||
      (/^[-.]$/.test(line.word(next)) && line.tokens[next + 1]?.kind === 'number')
    )
      next += 1;
    const digits = line.text.slice(line.startOf(from), line.endOf(next - 1)).replace(/\D/g, '');
    return next > from && digits.length >= 5 ? [line.piece({ kind: 'phone', phone: null }, at, next, from, next)] : [];
  });
}

/** "(a.n. Waluyo 0813-9988-7766) 7": a digit behind a bracket that was opened before the number is not part of it. */
function cutAtBracket(text: string, found: FoundPhone): FoundPhone {
  const inside = text.slice(found.start, found.end);
  const close = inside.indexOf(')');
  if (close === -1 || inside.slice(0, close).includes('(')) return found;
  const phone = readPhone(inside.slice(0, close));
  return phone === null ? found : { start: found.start, end: found.start + close, phone };
}
