import type { Inquiry, Locale } from '#contract';
import { cut } from '#contract/cut.ts';
import { priceText, termsText } from '#contract/format.ts';
import { phoneText } from '#contract/phone.ts';
import { maskPhones } from '#contract/phonesInText.ts';

/**
 * What the producer gets: product, who asks, the latest words, the terms, and the public address. Always Indonesian, since
 * producers read that. The buyer's number stands in it only once the admin has asked for it (`phone`), and never a
 * private thread link.
 */
export function producerText(inquiry: Inquiry, phone: string | null): string {
  const { listing, buyer, terms } = inquiry;
  const words = inquiry.events.findLast((event) => event.by === 'buyer' && event.text !== null && event.text !== '');
  return [
    `Nuwun sewu, ada ${TITLES[inquiry.state] ?? 'pertanyaan'} untuk *${listing.name}* (${priceText({ ...listing, packSize: null })}).`,
    `Dari: ${buyer.name ?? 'pembeli'}${phone === null ? '' : `, ${phoneText(phone)}`}`,
    words ? `"${short(words.text ?? '')}"` : null,
    terms === null ? null : `${TERMS[inquiry.state] ?? 'Tawaran'}: ${termsText(terms, listing)}`,
    `Lihat produknya: ${listing.url}`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

const TITLES: Partial<Record<Inquiry['state'], string>> = {
  offered: 'tawaran',
  countered: 'tawaran',
  deal: 'kesepakatan',
};
const TERMS: Partial<Record<Inquiry['state'], string>> = { deal: 'Sepakat', fulfilled: 'Terjual' };

/** The text with which a village goes on with the buyer in WhatsApp, in both sides' common language. */
export function buyerText({ listing, buyer, terms, state }: Inquiry, villageName: string): string {
  const greeting = `Selamat datang${buyer.name === null ? '' : `, Kak ${buyer.name}`}. Saya dari ${villageName}, tentang ${listing.name}.`;
  if (terms === null) return greeting;
  return `${greeting}\n${state === 'deal' ? 'Sepakat' : 'Tawaran'}: ${termsText(terms, listing)}.`;
}

/** Tells a buyer who left only a number that there is an answer; where it is read, only the buyer knows. */
export function answeredText({ listing, buyer }: Inquiry, villageName: string): string {
  const hello = buyer.name === null ? 'Halo' : `Halo Kak ${buyer.name}`;
  return `${hello}, kami dari ${villageName}. Pertanyaan Anda tentang ${listing.name} sudah kami jawab. Silakan buka lagi halaman tanya-jawab yang Anda simpan.`;
}

/** A listing to pass on in a group or a status. */
export function shareText(
  listing: {
    name: string;
    price: number;
    unit: Inquiry['listing']['unit'] | null;
    unitWord?: Inquiry['listing']['unitWord'];
    url: string;
  },
  locale: Locale,
): string {
  return `*${maskPhones(listing.name)}*\n${priceText({ ...listing, packSize: null }, locale)}\n${listing.url}`;
}

function short(text: string): string {
  const one = text.replace(/\s+/g, ' ').trim();
  return one.length > 400 ? `${cut(one, 399)}…` : one;
}
