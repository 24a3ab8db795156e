import { MobilePhone } from './index.ts';

/**
 * A typed Indonesian mobile number (`0812-3456-7890`, `62 812…`, `+62…`, `812…`, a wa.me link) in E.164, or null when it
 * is not one; the contract has the numbering rule.
 */
export function readPhone(typed: string): MobilePhone | null {
  const digits = typed
    .replace(/^.*(?:wa\.me\/|phone=)/i, '')
    .replace(/\?.*$/, '')
    .replace(/[^\d]/g, '');
  const national = digits.replace(/^(?:00)?62/, '').replace(/^0/, '');
  const phone = MobilePhone.safeParse(`+62${national}`);
  return phone.success ? phone.data : null;
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
