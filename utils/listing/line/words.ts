import type { PackSize, Unit } from '#contract';
import { readUnit } from '#contract/unitWords.ts';

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** People who are spoken to: at the start and the end of a line they say nothing of the product. */
export const CALLED = set(
  'kak kakak pak bapak bu ibu mas mbak mba mbakyu kang yu lur dulur sedulur gaes guys gais bun bunda sis sista gan agan min admin bos boss om tante mbah bro bestie say saudara sahabat moms mom dek cak njenengan panjenengan semua sedaya sedoyo',
);
/** What is said before the product's name is said. */
export const OPENING = set(
  'halo hallo hello hai hi assalamualaikum assalamu asslmkm aslm alaikum wr wb warahmatullahi wabarakatuh waalaikumsalam permisi punten nuwun kulonuwun kulo kula nyuwun sewu selamat sugeng pagi siang sore malam enjing sonten dalu enjang ' +
    'saya aku kami kita inyong nyong mau badhe bade arep ingin pengin pengen minta mohon tolong tulung bantu nderek ikut numpang titip nitip nitipke jual jualan menjual dijual ngedol adol sade nyade sadean tawarkan menawarkan nawarke pasang pasangkan dipasang pasangno tayangkan upload posting iklankan masukkan daftarkan promosikan ' +
    'monggo silakan silahkan ready redi open jastip yuk ayo buruan order beli pesan ada ini iki niki punika nggih inggih ya yaa nama produk barang dagangan jualannya item lagi juga dong sekalian dipun nawi menawi berikut maaf restock spill wts masih kepareng matur rega mengganggu titipan dibagikan dimasukkan sapa gelem slm menyampaikan bahwa pemerintah forwarded diteruskan fwd tuku regane dibantu diinformasikan kepada warga menyediakan menyediaken dengan hormat tersedia sedia gadhah nggadahi darbe wonten ingkang kersa minat gan unggulan dijajakan ngagem mohonijin ijin izin ke web website desa situs',
);
/** What is shouted before the product is named: no name is made of these alone. */
export const HYPE = set(
  'promo promosi murah meriah obral cuci gudang akhir tahun awal bulan spesial special best seller bestseller terlaris laris manis dijamin enak mantap mantul habiskan stok diskon sale limited dicari pembeli yang mau pengen cepat siapa sisa terbatas gratis ongkir harga miring flash grosir beli sekarang hari ini',
);
/** A lowest price that is said as one: how much it is in the end, a person has to say. */
export const FROM = set('mulai mulei start from dari wiwit');
/** What costs besides the goods: sums behind these are no price. */
export const COSTS = set('ongkir ongkos biaya dp deposit cashback panjar voucher potongan uang tambahan jastip');
/** What is said after everything was said. */
export const CLOSING = set(
  'ya yaa y nggih njih inggih nggeh dong deh sih kok lho loh lo ok oke okay siap matur nuwun maturnuwun suwun sembah terima kasih terimakasih makasih mksh trims thanks thx tq hatur tengkyu salam rahayu aja saja wae mawon tok thok kemawon an nett net pas nego bisa monggo mangga silakan silahkan yuk ayo buruan',
);
/** A joining word alone at the edge of a piece. */
export const JOINING = set(
  'dan lan dengan karo kaliyan yang sing ingkang untuk kanggo kangge dari saking di ing - per harga hrg isi @ atau : =',
);
export const PRICE_LEAD = set(
  'harga hrg hrga harganya hargane regane rego regi reginipun reginya seharga hargaa cuma cuman hanya mung namung dibanderol banderol price @ bandrol jadi sebesar',
);
/** Words behind a number of rupiah that add nothing to it. */
export const MONEY_TAIL = set('an nett net perak rupiah rp idr');
export const SOFT_TAIL = set('aja saja wae mawon tok thok kemawon nego pas');
export const PER = set('per tiap setiap saben / sak');
/** A second price beside the one that is asked for now. */
export const OLD_PRICE = set('normal normalnya biasa biasanya awal semula asal coret lama');
export const NEW_PRICE = set('promo promonya diskon disc discount sale spesial special jadi obral sekarang saiki');
export const FOR_MANY = set('grosir reseller partai borongan grosiran');
export const FOR_ONE = set('ecer eceran satuan ecerannya');
export const YIELDS = set('get dapat dapet dpt dapete entuk oleh angsal isi isinya');
/** These are never the end of a name; "mas" and "bu" may be (ikan mas). */
export const SURELY_CALLED = set(
  'kak kakak gan agan sis sist lur dulur sedulur gaes guys bun bunda bro pak bapak min admin',
);
export const STOCK_LEAD = set('stok stock stk stoknya stoke sisa tinggal kari tersedia ready sedia persediaan turah');
export const SEPARATORS = set(', . : - – — / + & ( ) [ ] " \' * ~ _ ! ? = • · > < “ ” …');

/** What a unit word means on the wire: today's nearest unit, and the seller's own word where that says more. */
export interface SaidUnit {
  unit: Unit;
  unitWord: string | null;
}

/** Units of time, length and whole loads: several of one are no pack of pieces. */
const MEASURED = set('meter jam hari orang bulan minggu malam rit ton kuintal kali trip truk kubik');

export const isMeasured = ({ unitWord }: SaidUnit): boolean => unitWord !== null && MEASURED.has(unitWord);

/** Units that people say and the closed list lacks. */
const OWN_WORDS = set(
  'meter m mtr porsi prs gelas cup pasang psg ekor ekr jam hari orang org rit sachet saset renceng lembar lbr potong ptg batang btg kwintal kuintal kw ton malam bulan minggu sisir set kali trip loyang tampah besek nampan kaleng mangkok pot polybag kandang gulung rol roll stel tumpeng tumpuk tusuk pouch cup box galon gendul iji tundun iket lirang lajur satunggal kubik m3 m2 kantong papan lonjor bongkok titik plastik mangkuk bungkusan wungkus tple tples lusinan truk colt ember keranjang bal rol',
);
const PLAIN: Record<string, string> = {
  mtr: 'meter', m: 'meter', prs: 'porsi', cup: 'gelas', psg: 'pasang', ekr: 'ekor', org: 'orang', saset: 'sachet', lbr: 'lembar', ptg: 'potong', btg: 'batang', kwintal: 'kuintal', kw: 'kuintal', rol: 'gulung', roll: 'gulung', gendul: 'botol', iji: 'biji', tundun: 'tandan', iket: 'ikat', lirang: 'sisir', satunggal: 'biji', bungkusan: 'bungkus', wungkus: 'bungkus', tple: 'toples', tples: 'toples', box: 'kotak', m3: 'kubik',
}; // biome-ignore format: one table

/** The unit that a word means, or null for a word that is none. */
export function unitOf(word: string): SaidUnit | null {
  const plain = PLAIN[word] ?? word;
  const unit = readUnit(plain);
  if (OWN_WORDS.has(plain) && !SAID_ALREADY.has(plain)) return { unit: unit ?? 'biji', unitWord: plain };
  if (unit !== null) return { unit, unitWord: null };
  // Javanese ends a unit with "its": "kilonipun", "satunggalipun", "kilone".
  const stem = /^(.{3,})(?:nipun|ipun|ne)$/.exec(word)?.[1];
  return stem === undefined || stem === word ? null : unitOf(stem);
}

const A_WORD = /^\p{L}[\p{L}\p{M}'’ -]{0,18}\p{L}[23²³]?$/u;

/** The unit that stands alone in a cell or a field of another shop: a word that nobody knows is the seller's own. */
export function unitOfCell(text: string): SaidUnit | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^(?:per|\/)\s*/, '')
    .replace(/\.$/, '');
  return unitOf(word) ?? (A_WORD.test(word) ? { unit: 'biji', unitWord: word } : null);
}

/** The closed list has these. */
const SAID_ALREADY = set('biji botol tandan ikat bungkus toples kotak');

/** A unit that is said with its number joined to it: `sekilo`, `seekor`, `sebungkus`, `perkilo`. */
export function joinedUnit(word: string): { unit: SaidUnit; isPer: boolean } | null {
  const bare = word.replace(/(?:nipun|ipun)$/, '');
  const per = /^per(.{2,})$/.exec(bare)?.[1];
  const one = /^s[ae]k?(.{2,})$/.exec(bare)?.[1];
  for (const [rest, isPer] of [
    [per, true],
    [/^se(.{2,})$/.exec(bare)?.[1], false],
    [one, false],
  ] as const) {
    const unit = rest === undefined ? null : unitOf(rest);
    if (unit !== null && !/^(?:set|sepatu|sedang)$/.test(word)) return { unit, isPer };
  }
  return null;
}

// biome-ignore format: one measure a line
const MEASURES: Record<string, [PackSize['measure'], number]> = {
  kg: ['kg', 1], kilo: ['kg', 1], kilogram: ['kg', 1], kgs: ['kg', 1], kiloan: ['kg', 1],
  ons: ['gram', 100], on: ['gram', 100],
  gram: ['gram', 1], gr: ['gram', 1], grm: ['gram', 1], g: ['gram', 1], gm: ['gram', 1],
  liter: ['liter', 1], ltr: ['liter', 1], lt: ['liter', 1], l: ['liter', 1], litre: ['liter', 1],
  ml: ['ml', 1], cc: ['ml', 1],
  kuintal: ['kg', 100], kwintal: ['kg', 100], kw: ['kg', 100], ton: ['kg', 1000],
};

/** A weight or a volume, as the contract's measures; null for anything that is counted. */
export function measureOf(word: string): [PackSize['measure'], number] | null {
  return MEASURES[word] ?? null;
}
