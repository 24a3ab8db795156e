/** Sets of kinds that one word of a buyer means. */
export const SETS: Record<string, string> = {
  madu: 'madu hutan, madu klanceng',
  kopi: 'kopi robusta, kopi arabika, kopi luwak',
  teh: 'teh hijau, teh hitam, teh rosella, teh daun kelor, teh telang',
  gula: 'gula semut, gula kelapa, gula aren',
  batik: 'batik tulis, batik cap, batik ecoprint, kemeja batik, daster batik, taplak batik',
  buah:
    'nanas, pisang, salak, durian, jambu, duku, rambutan, manggis, alpukat, pepaya, jeruk, mangga, nangka, stroberi, ' +
    'carica, kelapa',
  sayur:
    'kentang, cabai, daun bawang, tomat, kubis, wortel, sawi, bayam, kangkung, terong, kacang panjang, jamur tiram, ' +
    'petai, nangka, bawang merah, bawang putih, melinjo',
  ikan: 'gurame, lele, nila, bawal, ikan hias, ikan asap',
  unggas: 'ayam, bebek, burung',
  jamu: 'jamu, kunyit asam, beras kencur',
  bibit: 'bibit durian, bibit alpukat, bibit kopi, bibit sayur',
  camilan:
    'keripik*, sale pisang, kerupuk, kerupuk rambak, peyek, emping, lanting, rengginang, nopia, getuk, dodol, wajik, ' +
    'kue kering, kue basah, makaroni, permen, manisan, cokelat, mendoan, roti, tape',
};
