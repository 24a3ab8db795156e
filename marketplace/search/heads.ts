import { apart, isPhrase, lexemeOf, SYNONYM_WORDS, type Term, termsOf, WHOLES, wholeOf } from './terms.ts';
import { STOP_WORDS } from './wordLists.ts';
import { isMeasure, wordsOf } from './words.ts';

/** `^` before a word: the listing is one, and does not only speak of it. It keeps the word apart from all that is typed. */
export const headOf = (lexeme: string): string => `^${lexeme}`;
/** `^^`: it is called just so. "Kelapa muda" is `^kelapa`, and `^^kelapa muda`. */
export const exactHeadOf = (lexeme: string): string => `^^${lexeme}`;

/** `=` before a word: the name itself says it, and not only its place or maker. */
export const saidOf = (word: string): string => `=${word}`;

/**
 * Words that say in what form or number the goods come: the next word says what they are. "Kain batik" is batik, and
 * "buah durian" a durian; but "sabun madu" is soap.
 */
const FORMS: ReadonlySet<string> = new Set([
  ...['buah', 'buahan', 'sayur', 'sayuran', 'bubuk', 'serbuk', 'bijih', 'kain', 'aneka', 'macam', 'olahan', 'jenis'],
  ...['hasil', 'tani', 'varian', 'mini', 'jumbo', 'kue', 'jajan', 'hewan', 'ternak', 'bumbu', 'umbi', 'kerajinan'],
  ...['organik', 'kemasan', 'desa', 'bu', 'ibu', 'pak', 'bapak', 'mbak', 'mas', 'mbah', 'kang', 'camilan', 'cemilan'],
]);
/** Words that make another thing of the one before: who asks for mushrooms is shown "jamur crispy" after the fresh ones. */
const MADE: ReadonlySet<string> = new Set([
  ...['asap', 'bakar', 'crispy', 'goreng', 'instan', 'instant', 'kriuk', 'krispi', 'presto', 'rebus'],
]);
/** These lead up to goods. */
const LEADING: ReadonlySet<string> = new Set([
  ...['buah', 'sayur', 'kain', 'aneka', 'macam', 'olahan', 'jenis', 'hasil', 'ternak', 'hewan'],
]);
/** What stands before the name of a place, and says nothing beside it. */
const PLACE_TITLES: ReadonlySet<string> = new Set([
  ...['desa', 'dusun', 'kelurahan', 'kecamatan', 'kec', 'kabupaten', 'kab', 'kota'],
]);
/** What stands before the name of a person. */
const TITLES: ReadonlySet<string> = new Set([
  ...['bu', 'ibu', 'pak', 'bapak', 'mbak', 'mas', 'mbah', 'mbok', 'kang', 'haji'],
]);

/** With these, only the next word says what is meant: who needs "sewa mobil" is not helped by "sewa tenda". */
const RELATING: ReadonlySet<string> = new Set([
  ...[
    'jasa',
    'sewa',
    'servis',
    'service',
    'tukang',
    'kursus',
    'les',
    'bengkel',
    'bibit',
    'pakan',
    'bumbu',
    'alat',
    'mesin',
  ],
  ...[
    'paket',
    'es',
    'jus',
    'minyak',
    'obat',
    'daun',
    'biji',
    'kulit',
    'tepung',
    'sari',
    'air',
    'batu',
    'kayu',
    'makanan',
  ],
  ...['minuman', 'pupuk', 'baju', 'sayur', 'buah', 'rempah', 'kain', 'camilan', 'ikan asin', 'susu', 'meja', 'kursi'],
]);

/** The words of a name or a search that say what is meant: all of them where each says nothing by itself. */
export function tellingWords(words: string[]): string[] {
  const all = apart(words);
  // "Biji" is a unit, but "jambu biji" a fruit.
  const isNamed = (word: string, at: number) => isPhrase(all[at - 1], word) || isPhrase(word, all[at + 1]);
  const telling = all.filter((word, at) => !STOP_WORDS.has(word) && (!isMeasure(word) || isNamed(word, at)));
  return telling.length > 0 ? telling : words;
}

/** True for a term that leads up to the thing, where the thing follows: "buah durian", but not "buah segar". */
export const isLead = ({ words }: Term): boolean => words.length === 1 && LEADING.has(words[0] ?? '');
export const isPlaceTitle = ({ words }: Term): boolean => words.length === 1 && PLACE_TITLES.has(words[0] ?? '');
export const isTitle = ({ words }: Term): boolean => words.length === 1 && TITLES.has(words[0] ?? '');

/** True for a term that means little without the words behind it. */
export const isRelating = ({ words, synonym }: Term): boolean =>
  RELATING.has(words.join(' ')) || RELATING.has(synonym?.slice(1) ?? '');

const isForm = ({ words }: Term): boolean => words.length === 1 && FORMS.has(words[0] ?? '');

/**
 * What a name is about, for the index: its first telling term ("Nanas madu" is a pineapple), what that is a kind of ("gula
 * semut" is also "gula"), and after a word like "kain" the next term as well.
 */
export function headsIn(name: string): string[] {
  const heads = new Set<string>();
  const terms = termsOf(tellingWords(wordsOf(name)));
  for (const [at, term] of terms.slice(0, 3).entries()) {
    const exact = lexemeOf(term);
    if (!MADE.has(terms[at + 1]?.words[0] ?? '')) heads.add(exactHeadOf(exact));
    for (const lexeme of [exact, wholeOf(term)]) {
      heads.add(headOf(lexeme));
      for (const whole of WHOLES.get(lexeme) ?? []) heads.add(headOf(whole));
    }
    if (!isForm(term)) break;
  }
  return [...heads].sort();
}

/** What a name says behind the thing, other than goods, for the index: "Batik tulis Gumelem" is known for its place. */
export function saidIn(name: string): string[] {
  const [, ...behind] = tellingWords(wordsOf(name));
  return [...new Set(behind.filter((word) => word.length > 2 && !SYNONYM_WORDS.has(word)).map(saidOf))].sort();
}
