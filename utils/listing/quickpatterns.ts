import { AMOUNT, MEASURE_WORDS, UNIT_WORDS } from './unit.ts';

const FLAGS = 'giud';
const START = String.raw`(?<![\p{L}\d.,])`;
const END = String.raw`(?![\p{L}\d])`;
const UNIT = UNIT_WORDS.join('|');
const PACK = String.raw`(?:${AMOUNT})\s?(?:${MEASURE_WORDS.join('|')})`;
/** Amounts that are a size even without a word before them; "12 pcs" alone may as well be the stock. */
const WEIGHED = MEASURE_WORDS.filter((word) => !/^(biji|pcs|buah|bh|butir|lembar|lusin)$/.test(word)).join('|');
const SUFFIX = 'rbu|rb|ribu|k|jt|juta';
const MONEY = String.raw`(?:rp\.?\s?)?(?:\d+\s?(?:jt|juta)\s?\d{1,3}\s?(?:rbu|rb|ribu|k)${END}|\d+(?:[.,]\d+)*(?:\s?(?:${SUFFIX})${END})?(?:,-)?)`;
const PER = String.raw`\s?(?:\/|per\s|se(?=${UNIT}))\s?`;

const pattern = (source: string): RegExp => new RegExp(source, FLAGS);

/** The shapes in which sellers write each thing. Order of use matters: see `readQuick`. */
export const PATTERNS = {
  phone: pattern(
    String.raw`(?:(?:wa|whatsapp|hp|telp|no|nomor|hub|hubungi|cp)\b[\s:.]*)*(?:https?:\/\/)?(?<producerPhone>(?:wa\.me\/)?(?:\+?62|0)[\s-]?8[\d\s.-]{6,14}\d)(?!\d)`,
  ),
  tag: pattern(String.raw`#(?<tag>[\p{L}\d_-]+)`),
  category: pattern(String.raw`${START}kategori\s*:\s*(?<category>[^\n,;#\ue000]+)`),
  stock: pattern(
    String.raw`${START}(?<availability>(?:ready\s)?(?:stok|stock|stk)|sisa|tersedia|ready|ada)\s*[:=]?\s*(?<stock>\d+(?:\.\d{3})*)(?:\s?(?:${UNIT}))?${END}`,
  ),
  soldOut: pattern(String.raw`${START}(?<availability>(?:(?:stok|stock)\s*:?\s*)?(?:habis|kosong|sold ?out))${END}`),
  preorder: pattern(String.raw`${START}(?<availability>pre-?\s?order|po|pesan dulu|by order|inden)${END}`),
  seasonal: pattern(`${START}(?<availability>musiman)${END}`),
  limited: pattern(`${START}(?<availability>(?:stok |stock )?(?:terbatas|limited))${END}`),
  packPerUnit: pattern(`${START}(?<packAmount>${PACK})${PER}(?<unit>${UNIT})${END}`),
  pricePerPack: pattern(
    String.raw`${START}(?:(?:harga|hrg)\s*:?\s*|@\s?)?(?<price>${MONEY})${PER}(?<packAmount>${PACK})${END}`,
  ),
  pricePerUnit: pattern(
    String.raw`${START}(?:(?:harga|hrg)\s*:?\s*|@\s?)?(?<price>${MONEY})${PER}(?<unit>${UNIT})${END}`,
  ),
  unitThenPack: pattern(
    String.raw`${START}(?<unit>${UNIT})\s(?:isi\s|@\s?)?(?<packAmount>(?:${AMOUNT})\s?(?:${WEIGHED}))${END}`,
  ),
  contents: pattern(
    String.raw`${START}(?:(?:berat|netto|ukuran|kemasan|isi)\s*:?\s*)(?<packAmount>${PACK}|${AMOUNT})${END}`,
  ),
  pack: pattern(String.raw`${START}(?<packAmount>(?:${AMOUNT})\s?(?:${WEIGHED}))${END}`),
  price: pattern(String.raw`${START}(?<lead>(?:harga|hrg)\s*:?\s*|@\s?)?(?<price>${MONEY})${END}`),
  terms: pattern(
    String.raw`${START}(?<terms>cod(?: (?:area|wilayah|di|se|sekitar) [^,.;\n#\ue000]*)?|(?:bisa |boleh |siap )?(?:di)?(?:ambil|antar|kirim) (?:di|ke|luar|sendiri|sampai)${END}[^,.;\n#\ue000]*|(?:gratis|free) ongkir[^,.;\n#\ue000]*)`,
  ),
  producer:
    /(?:(?<=[\n,;\ue000–-]\s?|^)|(?:[Oo]leh|[Bb]uatan|[Pp]rodusen|[Pp]embuat|[Pp]enjual|[Hh]ub(?:ungi)?|[Kk]ontak|CP|[Dd]ari)[\s:.]+)(?<producerName>(?:[Bb]u|[Ii]bu|[Pp]ak|[Bb]apak|[Bb]p|[Mm]bak|[Mm]as|[Mm]bok|[Mm]bah|KWT|UMKM|BUMDes|Kelompok(?: Tani)?)\.?\s\p{Lu}[\p{L}'.]*(?:\s\p{Lu}[\p{L}'.]*){0,3})/dgu,
};

/** "Just a number" is a price only if it looks like one: a currency, a suffix, thousands, or the word before it. */
export const LOOKS_LIKE_MONEY = new RegExp(String.raw`^rp|(?:${SUFFIX})$|,-$|^\d{1,3}([.,]\d{3})+$|^\d+0{2}$`, 'i');
