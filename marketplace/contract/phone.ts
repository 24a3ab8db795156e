import { MOBILE } from './mobile.ts';
import type { MobilePhone } from './text.ts';

/** What a WhatsApp link says the number is: in its path, or as `phone` among other things that hold digits too. */
const IN_PATH = /\bwa\.me\/+([^?#]*)/i;
const IN_QUERY = /[?&]phone=([^&#]*)/i;
/** Digits with what people, contact lists and chats put between them; a letter, a slash or an opening bracket ends the number. */
const RUN = /\+?\d(?:[\s).\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069]*\d)*/gu;

/**
 * A typed Indonesian mobile number (`0812-3456-7890`, `62 812…`, `+62…`, `812…`, a WhatsApp link, words around it) in
 * E.164; null when there is none, or more than one. The contract has the numbering rule.
 */
export function readPhone(typed: string): MobilePhone | null {
  const linked = IN_PATH.exec(typed)?.[1] ?? IN_QUERY.exec(typed)?.[1];
  const found = linked === undefined ? (typed.match(RUN) ?? []) : [decoded(linked)];
  const phones = new Set(found.map(mobile).filter((phone) => phone !== null));
  const [phone] = phones;
  return phones.size === 1 && phone !== undefined ? phone : null;
}

function mobile(run: string): MobilePhone | null {
  if (/\p{L}/u.test(run)) return null;
  const national = run
    .replace(/\D/g, '')
    .replace(/^(?:00)?62/, '')
    .replace(/^0/, '');
  const phone = `+62${national}`;
  return MOBILE.test(phone) ? phone : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** As people write it: `+6281234567890` → `0812-3456-7890`. */
export function phoneText(phone: MobilePhone): string {
  return `0${phone.slice(3)}`.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3');
}

/**
 * Opens WhatsApp with an editable draft, to `phone` or, without one, to a chat that the person picks. `wa.me` wants bare
 * digits (no +, no leading 0); the text may be seen in passing, so no secret belongs in it. Half an emoji in it becomes
 * U+FFFD, because an address cannot hold one.
 */
export function waLink(phone: MobilePhone | null, text: string): string {
  return `https://wa.me/${phone === null ? '' : phone.slice(1)}?text=${encodeURIComponent(text.toWellFormed())}`;
}
