/** Replies ready to send. They go to the buyer, so they keep their language whatever the popup's is. */
export interface Canned {
  id: string;
  group: 'indonesian' | 'krama' | 'own';
  text: string;
}

const INDONESIAN: Record<string, string> = {
  available: 'Selamat datang, Kak {pembeli}. {produk} masih tersedia. Mau pesan berapa?',
  checking: 'Terima kasih sudah bertanya, Kak {pembeli}. Saya tanyakan dulu ke pembuatnya, nanti segera saya kabari.',
  sold_out: 'Mohon maaf, Kak {pembeli}, {produk} sedang habis. Kalau berkenan, kami kabari begitu ada lagi.',
  fixed_price: 'Mohon maaf, Kak {pembeli}, harga {produk} sudah pas {harga}. Mutunya kami jaga.',
  pickup: 'Bisa diambil di balai desa pada jam kerja, atau kami bantu kirim. Ongkos kirim ditanggung pembeli, nggih.',
  thanks: 'Terima kasih banyak, Kak {pembeli}. Semoga cocok dan berkah.',
};

const KRAMA: Record<string, string> = {
  krama_available: 'Sugeng rawuh, {pembeli}. {produk} taksih wonten. Badhe mundhut pinten?',
  krama_checking:
    'Matur nuwun sampun kersa mundhut pirsa, {pembeli}. Kula tangletaken rumiyin dhateng ingkang damel, mangke enggal kula aturi pawartos.',
  krama_sold_out:
    'Nyuwun pangapunten, {pembeli}, {produk} nembe telas. Menawi kersa, mangke kula aturi pawartos menawi sampun wonten.',
  krama_fixed_price: 'Nyuwun pangapunten, {pembeli}, reginipun {produk} sampun pas {harga}.',
  krama_thanks: 'Matur sembah nuwun, {pembeli}. Mugi-mugi cocog lan mberkahi.',
};

/** Who already writes a title before the name does not get another one. */
const HONORIFIC = /^(?:bp|bapak|pak|pakde|ibu|bu|bude|mas|mbak|mba|kak|kang|mbah|toko|warung|ud|cv|pt|koperasi)\b/i;

/** All replies with the blanks filled in; blanks a village writes in its own replies are filled too. */
export function cannedReplies(
  ownReplies: string[],
  blanks: { buyer: string | null; product: string; price: string },
): Canned[] {
  const fill = (text: string) =>
    (HONORIFIC.test(blanks.buyer ?? '') ? text.replaceAll('Kak {pembeli}', '{pembeli}') : text)
      .replace(/(, Kak|,| Kak)? ?\{pembeli\}/g, (whole) =>
        blanks.buyer === null ? '' : whole.replace('{pembeli}', () => blanks.buyer ?? ''),
      )
      .replaceAll('{produk}', () => blanks.product)
      .replaceAll('{harga}', () => blanks.price);
  const of = (group: Canned['group'], texts: Record<string, string>) =>
    Object.entries(texts).map(([id, text]) => ({ id, group, text: fill(text) }));
  const own = ownReplies.map((text, index) => ({ id: `own_${index}`, group: 'own' as const, text: fill(text) }));
  return [...own, ...of('indonesian', INDONESIAN), ...of('krama', KRAMA)];
}
