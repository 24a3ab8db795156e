import type { Locale } from '#contract';

/** Every code a buyer's form can come back with: what happened, and what to do next. */
const id = {
  message_missing: 'Tulis pesan, atau isi harga dan jumlah yang Anda tawar.',
  message_long: 'Pesan terlalu panjang. Ringkas sampai 2.000 huruf.',
  text_hidden_characters: 'Ada huruf tersembunyi di tulisan ini. Ketik ulang, jangan disalin-tempel.',
  price_missing: 'Isi juga harga yang Anda tawar, atau kosongkan jumlahnya.',
  price_malformed: 'Harga belum terbaca. Tulis misalnya 22.000 atau 22rb.',
  price_ambiguous: 'Harga ini bisa dibaca dua cara. Tulis lengkap, misalnya 1.500 atau 1.500.000.',
  price_low: 'Harga terlalu kecil. Paling sedikit Rp100.',
  price_high: 'Harga terlalu besar. Periksa lagi nolnya.',
  quantity_missing: 'Isi juga jumlahnya, atau kosongkan harganya.',
  quantity_malformed: 'Jumlah belum terbaca. Tulis angka bulat, misalnya 20.',
  buyer_name_long: 'Nama terlalu panjang. Pakai nama panggilan saja.',
  phone_malformed: 'Nomor belum benar. Tulis nomor HP Indonesia, misalnya 0812 3456 7890.',
  consent_missing: 'Centang persetujuan dulu, supaya pesan boleh kami teruskan.',
  offer_not_higher: 'Tawaran baru harus lebih tinggi dari tawaran Anda sebelumnya.',
  offer_above_list_price: 'Tawaran ini di atas harga jual. Tawar lebih rendah, atau kirim pesan saja.',
  offers_used_up: 'Ketiga tawaran untuk produk ini sudah dipakai. Kosongkan harga dan kirim pesan saja.',
  offer_open: 'Tawaran Anda yang tadi masih menunggu jawaban. Buka halaman tanya-jawab Anda untuk mengubahnya.',
  listing_gone: 'Produk ini baru saja diturunkan oleh desa, jadi pesan tidak bisa dikirim. Lihat produk lain di bawah.',
  too_many: 'Terlalu banyak pesan dari sini. Tunggu sebentar lalu kirim lagi; tulisan Anda masih ada.',
  unavailable: 'Pesan belum bisa disimpan karena gangguan di pihak kami. Tekan kirim sekali lagi.',
  send_again: 'Tekan kirim sekali lagi, supaya kami tahu ini bukan robot. Tulisan Anda masih ada.',
  send_again_busy: 'Sedang banyak pesan masuk. Tekan kirim sekali lagi; tulisan Anda masih ada.',
  id_taken: 'Pesan ini sudah pernah dikirim. Kalau isinya baru, tekan kirim sekali lagi.',
  other: 'Isian ini belum benar. Periksa lagi.',
};

const en: typeof id = {
  message_missing: 'Write a message, or fill in the price and quantity you offer.',
  message_long: 'The message is too long. Shorten it to 2,000 characters.',
  text_hidden_characters: 'There are hidden characters in this text. Type it again instead of pasting.',
  price_missing: 'Also fill in the price you offer, or empty the quantity.',
  price_malformed: 'The price could not be read. Write for example 22000.',
  price_ambiguous: 'This price can be read in two ways. Write it in full, for example 1500 or 1500000.',
  price_low: 'The price is too small. The least is Rp100.',
  price_high: 'The price is too large. Check the zeros.',
  quantity_missing: 'Also fill in the quantity, or empty the price.',
  quantity_malformed: 'The quantity could not be read. Write a whole number, for example 20.',
  buyer_name_long: 'The name is too long. A short name will do.',
  phone_malformed: 'The number is not right. Write an Indonesian mobile number, for example 0812 3456 7890.',
  consent_missing: 'Tick the consent first, so that we may pass your message on.',
  offer_not_higher: 'A new offer must be higher than your last one.',
  offer_above_list_price: 'This offer is above the asking price. Offer less, or just send a message.',
  offers_used_up: 'All three offers for this product are used. Empty the price and just send a message.',
  offer_open: 'Your earlier offer is still waiting for an answer. Open your question page to change it.',
  listing_gone:
    'The village has just taken this product down, so the message cannot be sent. See other products below.',
  too_many: 'Too many messages from here. Wait a little and send again; what you wrote is still there.',
  unavailable: 'The message could not be kept because of a fault on our side. Press send once more.',
  send_again: 'Press send once more, so that we know this is no robot. What you wrote is still there.',
  send_again_busy: 'Many messages are coming in just now. Press send once more; what you wrote is still there.',
  id_taken: 'This message was sent before. If what it says is new, press send once more.',
  other: 'This is not right yet. Please check it.',
};

const WORDS: Record<Locale, Record<string, string>> = { id, en };

/** The sentence for a code; one for any code this page does not know, never the code itself. */
export function issueText(locale: Locale, code: string): string {
  const words = WORDS[locale];
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? WORDS[locale].other ?? '';
}

/** For the test that both languages have the same texts. */
export const ISSUE_CODES = { id: Object.keys(id), en: Object.keys(en) };
