import { CATEGORIES, CATEGORY_LABELS, type Category, CHECKED_LOCALES } from '#contract';

/** Goods and tags that tell the category; the starter goods of the first villages are all here. */
const WORDS: Record<Category, string> = {
  makanan:
    'gula keripik kripik makaroni madu kue roti sambal tempe tahu kerupuk krupuk rengginang dodol abon jenang getuk bakso mie permen selai snack camilan cemilan jajan lanting mireng opak emping telur asin peyek rempeyek makan food',
  minuman: 'kopi teh sirup wedang jus susu minum dawet cincau drink coffee tea',
  'hasil-tani':
    'nanas beras padi sayur sayuran buah pisang durian salak jagung singkong ubi kelapa cabai cabe bawang kentang tomat pepaya alpukat jamur kedelai melon semangka sawi bayam tani panen',
  kerajinan:
    'sapu glagah blangkon knalpot anyaman bambu kayu rotan tas ukir ukiran gerabah patung mebel furnitur sandal sepatu besek wayang souvenir kerajinan craft',
  batik: 'batik kain kebaya sarung tenun lurik jarik ecoprint baju kemeja',
  rempah:
    'kapulaga jahe kunyit kencur lengkuas cengkeh lada merica pala jamu temulawak serai sereh rempah vanili herbal',
  ternak: 'kambing ayam bebek ikan lele nila gurame gurami sapi domba kelinci puyuh itik ternak entok burung pakan',
  jasa: 'jasa sewa servis service jahit wisata homestay pijat ojek travel katering catering',
  lainnya: 'lain',
};

const CATEGORY_OF = new Map<string, Category>(
  CATEGORIES.flatMap((category) =>
    [category, ...labelWords(category), ...WORDS[category].split(' ')].map((word): [string, Category] => [
      word,
      category,
    ]),
  ),
);

function labelWords(category: Category): string[] {
  return CHECKED_LOCALES.map((locale) => CATEGORY_LABELS[locale][category].toLowerCase());
}

/** The category that a product's name or a tag speaks of: its first telling word decides ("gula kelapa" is food). */
export function categoryOf(words: string): Category | null {
  const text = words.toLowerCase();
  const whole = CATEGORY_OF.get(text.trim());
  if (whole !== undefined) return whole;
  for (const word of text.split(/[^\p{L}]+/u)) {
    const found = CATEGORY_OF.get(word);
    if (found !== undefined) return found;
  }
  return null;
}
