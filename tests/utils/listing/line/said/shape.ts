/**
 * The shape of one expected reading, and the conventions both line files follow.
 * Written before the code, by somebody who has not seen it.
 *
 * CONVENTIONS (each stated once; a line that breaks one is a mistake in the data)
 *
 * Name
 *  1. `name` is the goods' words in their order, letters as typed (small first letters and typing errors stay), without
 *     greeting, address ("kak", "Pak Kadus"), selling words (jual, ready, open PO, titip, sade, dodol, promo, flash sale, cuci
 *     gudang, WTS, siapa cepat, menu hari ini, tersedia), price,
 *     unit, pack, stock, producer, phone, list marks, WhatsApp marks (* _ ~), hashtags and emoji.
 *  2. SHOUTING (every letter of the name a capital) becomes first letter capital, the rest small. A single abbreviation of
 *     at most 3 letters ("VCO") stays. A name that is not all capitals stays as typed.
 *  3. Kind, taste, material, colour or "100%" standing directly with the name, no comma, bracket or dash between, belongs to
 *     the name ("Kopi 100% robusta", "Keripik pisang rasa coklat", "Jilbab hitam"). After a separator it is description.
 *  4. Always description, separator or not: "ukuran/size/uk/nomor" with its value, "warna ..." , dimensions (115x200 cm, tinggi/lebar/panjang/diameter/berat ...),
 *     "panen/produksi/tahun/exp/kadar" with its value, SKU codes. A bare year that is part of the name stays ("Kalender 2027").
 *  5. Praise (murah, enak, mantap, dijamin, laris) is never in the name; it is description.
 *  6. No goods' word at all: name '' and asks 'name'.
 *
 * Price
 *  7. `price` is whole rupiah for ONE unit as sold. null when nobody said one for sure; then asks has 'price' and
 *     `candidates` lists the prices to press, ascending. Nobody said any: no candidates.
 *  8. Range ("25-30rb", "10.000 sampai 15.000"): asked, both ends. "mulai/start/dari 20rb": asked, the one number.
 *  9. Two prices of the same thing (normal/promo, diskon jadi, struck out ~30rb~ 25rb): asked, both.
 * 10. Variants with a price each (kecil/besar, S/L, 250 g/500 g): asked, all; the clause is kept in `description` as typed.
 *     If packs differ, asks has 'pack' too; if units differ by no known factor (bungkus/dus), asks has 'unit' too and unit is null.
 * 11. Tiers: when one price is said for exactly one unit (ecer, satuan, eceran, "1 biji", "/kg", "per kg", "sekilo") and others for
 *     more of the same (grosir, "3 biji", "4 kg", kuintal/ton beside kg, lusin/kodi beside biji), the price is the one for one
 *     unit; the other clause goes into `description` as typed, and its counted word is the unit if the first has none.
 * 12. A percentage discount changes nothing: price as said, "diskon 10%" to description. Delivery cost, deposit, cashback,
 *     "beli 5 gratis 1" are description, never a price.
 * 13. "-an", "ribuan", nett, net, pas, aja, saja, cuma, only, mawon, wae beside ONE price are manner of speaking: price as said, the words dropped.
 *     "nego", "bisa nego", "nego tipis" are description.
 * 14. A bare number below 1000 in figures without suffix, Rp or perak where a price should be: asked, candidate x1000 (from 100 on also
 *     itself: "150/ekor" -> 150 and 150000). A bare "1.5": asked,
 *     candidates 1500 and 1500000. A bare number of 1000 or more is rupiah. Number words
 *     are what they say. "," before three digits is thousands as "." is (1,250,000), and so is a space after Rp (Rp 25 000).
 *     Letter o for 0 inside a number is 0.
 *
 * Unit and pack
 * 15. `unit` is the seller's word in its plain form: pcs/pc/iji -> biji, bh -> buah, bks/bgks/bungkusan/wungkus -> bungkus, kilo/kilogram/kg
 *     -> kg, ltr/lt -> liter, btl/gendul -> botol, iket -> ikat, tundun -> tandan, mtr -> meter, lbr -> lembar, psg -> pasang,
 *     ekr -> ekor, kwintal -> kuintal, org -> orang, prs -> porsi, gls -> gelas, tples -> toples. "siji/satunggalipun/each" -> biji. An unknown word is kept small
 *     ("loyang", "tampah", "pouch", "pack", "cup", "box"). "se-" and "sak-" forms (sekilo, sebotol, sak iket) are the unit.
 *     null where nobody said it and it does not follow.
 * 16. A weight, volume or length before the price without slash or per-word is a pack of that size, unit null
 *     ("Gula kelapa 1/2 kg 12rb" -> pack "0.5 kg"; also "1 kg 25rb" -> pack "1 kg"). With slash or per-word and an amount
 *     ("12rb/250 gr") the same: pack, unit null. Beside a packaging word the word is the unit ("250 gr 25rb/bungkus").
 *     "sekilo 25rb", "25rb/kg", "per 1 kg" are unit kg without pack.
 * 17. A count of two or more for one price ("3 biji 10rb", "10rb dapat 3", "5rb/3", "5000 per 3 bungkus", "10 sachet 15rb",
 *     "12 jam 350rb") is unit 'paket' with that pack; where no word is said the pieces are "biji". A count of one ("1 ekor 50rb") is the unit, no pack.
 * 18. "250 g x 10 bungkus 230rb" and "10 bungkus @250 g 230rb" -> unit 'paket', pack "10 x 250 g".
 * 19. "isi 10" -> pack "10 biji"; "isi 24 botol" -> pack "24 botol"; unit the packaging word beside it, else null.
 * 20. pack is written "<number> <word>", dot decimal, words g, kg, ml, l, m, cm or a unit word; ons is 100 g ("2 ons" -> "200 g").
 *     setengah 0.5, seperempat 0.25, 1/2 0.5, 1/4 0.25. lusin and kodi stay words.
 * 21. The unit said with stock or minimum is the unit when no other was said and there is no pack.
 *     When a pack stands without unit, the stock's packaging word is the unit.
 *
 * Stock, minimum, phone, producer, description
 * 22. `stock` is in units sold; converted when the factor is known (ton 1000 kg, kuintal 100 kg, lusin 12, kodi 20), never through the pack, else
 *     left out with asks 'stock'. "stok banyak" is description; a stock range or "sekitar" is asked.
 * 23. `minimum` likewise (min order, minimal, min).
 * 24. `phone` is +62..., letter O read as 0, invisible and odd characters ignored. Two numbers, or one that is too short or too long: left out,
 *     asks 'phone'. A digit left over beside it, with no reading of its own: asks 'rest', never joined.
 * 25. `producer` with its honorific, first letters capital, no trailing dot ("bu siti." -> "Bu Siti"); "a.n. Siti" -> "Siti".
 *     Groups count when introduced (dari, oleh, produksi, buatan, saking, gaweane), in brackets,
 *     or as who offers ("BUMDes X menyediakan ..."). A person who is greeted or
 *     asked ("Pak Kadus, tolong pasang") is not the producer; honorific without name is not either; who introduces herself
 *     ("saya ibu tini mau jual") is. Of two people neither.
 * 26. `description` is whatever else a buyer should read, as typed, clauses joined by ", ". Closers (makasih, matur nuwun, minat japri,
 *     monggo, ya pak) are dropped. Place, permit numbers, dates, delivery and COD are kept.
 */

/** What the app has to ask at a chip. 'rest': digits that belong to nothing known. */
export type Ask = 'price' | 'unit' | 'pack' | 'stock' | 'phone' | 'name' | 'minimum' | 'rest';

export interface Line {
  /** What was typed or pasted, byte for byte. */
  line: string;
  /** Kind of writer. */
  writer: string;
  /** Conventions 1-6. */
  name: string;
  /** Conventions 7-14. */
  price: number | null;
  /** Prices to press when the price is asked, ascending. */
  candidates?: number[];
  /** Convention 15. */
  unit: string | null;
  /** Contents of one unit, conventions 16-21. */
  pack?: string;
  /** Convention 22. */
  stock?: number;
  /** Convention 25. */
  producer?: string;
  /** Convention 24. */
  phone?: string;
  /** Convention 23. */
  minimum?: number;
  /** Absent: nothing is asked. */
  asks?: Ask[];
  /** Convention 26. Absent: nothing is left to keep. */
  description?: string;
}

/** Gives every row its writer, so that the word is written once per block. */
export function by(writer: string, rows: Omit<Line, 'writer'>[]): Line[] {
  return rows.map((row) => ({ ...row, writer }));
}
