/**
 * Trade words that mean the same goods, Indonesian and Javanese; the first one is the usual market word. A buyer's word
 * finds listings written with any of its group. Phrases are matched word by word. Add a line, restart: nothing else.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['gula merah', 'gula jawa', 'gula kelapa', 'gula aren', 'gula abang'],
  ['gula semut', 'gula kristal', 'palm sugar'],
  ['bawang merah', 'brambang'],
  ['bawang putih', 'bawang'],
  ['cabai', 'cabe', 'lombok'],
  ['kunyit', 'kunir'],
  ['kencur', 'cikur'],
  ['jahe', 'jae'],
  ['kapulaga', 'kapulogo'],
  ['lengkuas', 'laos'],
  ['serai', 'sereh', 'sere'],
  ['cengkeh', 'cengkih'],
  ['singkong', 'ketela', 'ubi kayu', 'budin', 'boled'],
  ['ubi jalar', 'ubi', 'muntul', 'mantang'],
  ['jagung', 'jagong'],
  ['kedelai', 'dele', 'kedele'],
  ['kacang tanah', 'kacang', 'kacang brol'],
  ['pisang', 'gedhang', 'gedang'],
  ['pepaya', 'kates', 'gandul'],
  ['nanas', 'nenas'],
  ['jambu biji', 'jambu klutuk'],
  ['durian', 'duren'],
  ['kelapa', 'klapa', 'krambil'],
  ['beras', 'wos'],
  ['padi', 'gabah', 'pari'],
  ['telur', 'telor', 'endog'],
  ['ayam kampung', 'ayam jawa', 'pitik'],
  ['bebek', 'itik', 'menthok', 'mentok'],
  ['kambing', 'wedhus', 'wedus'],
  ['sapi', 'lembu'],
  ['ikan', 'iwak'],
  ['gurame', 'gurameh', 'gurami'],
  ['ikan asin', 'gereh'],
  ['keripik', 'kripik', 'criping', 'ceriping'],
  ['kerupuk', 'krupuk'],
  ['tempe mendoan', 'mendoan'],
  ['rempeyek', 'peyek'],
  ['jamu', 'jampi'],
  ['kopi', 'koffie', 'coffee'],
  ['teh', 'tea'],
  ['madu', 'honey'],
  ['batik', 'bathik'],
  ['blangkon', 'belangkon'],
  ['sapu glagah', 'sapu gelagah', 'sapu rayung'],
  ['knalpot', 'kenalpot', 'exhaust'],
  ['tikar', 'kloso'],
  ['bakul', 'tenong', 'wakul'],
  ['anyaman bambu', 'anyaman pring', 'kerajinan bambu'],
  ['gerabah', 'tembikar', 'grabah'],
  ['pupuk kandang', 'rabuk'],
  ['bibit', 'winih', 'benih'],
];

const WORDS = SYNONYMS.map((group) => group.map((phrase) => phrase.split(' ')));

/** Every single word of the table: a known word is never "corrected". */
export const SYNONYM_WORDS: ReadonlySet<string> = new Set(WORDS.flat(2));

const LONGEST = Math.max(...WORDS.flat().map((phrase) => phrase.length));

/** Splits words into slots; each slot lists the phrases that mean the same, the typed one first. */
export function expandSynonyms(words: string[]): string[][][] {
  const slots: string[][][] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestPhrase(words, at);
    slots.push(found ? [found.typed, ...found.group.filter((other) => other !== found.typed)] : [[words[at] ?? '']]);
    at += found?.typed.length ?? 1;
  }
  return slots;
}

function longestPhrase(words: string[], at: number): { typed: string[]; group: string[][] } | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const wanted = words.slice(at, at + length).join(' ');
    for (const group of WORDS) {
      const typed = group.find((phrase) => phrase.join(' ') === wanted);
      if (typed) return { typed, group };
    }
  }
  return null;
}
