import { apart, lexemeOf, type Term, termsOf, WHOLES, wholeOf } from './terms.ts';
import { STOP_WORDS } from './wordLists.ts';
import { isMeasure, wordsOf } from './words.ts';

/** `^` before a word: the listing is one, and does not only speak of it. It keeps the word apart from all that is typed. */
export const headOf = (lexeme: string): string => `^${lexeme}`;
/** `^^`: it is called just so. "Kelapa muda" is `^kelapa`, and `^^kelapa muda`. */
export const exactHeadOf = (lexeme: string): string => `^^${lexeme}`;

/**
 * Words that say in what form or number the goods come: the next word says what they are. "Kain batik" is batik, and
 * "buah durian" a durian; but "sabun madu" is soap.
 */
const FORMS: ReadonlySet<string> = new Set([
  ...['buah', 'buahan', 'sayur', 'sayuran', 'bubuk', 'serbuk', 'bijih', 'kain', 'aneka', 'macam', 'olahan', 'jenis'],
  ...['hasil', 'tani', 'varian', 'mini', 'jumbo', 'kue', 'jajan', 'hewan', 'ternak', 'bumbu', 'umbi', 'kerajinan'],
  ...['organik', 'kemasan', 'desa', 'bu', 'ibu', 'pak', 'bapak', 'mbak', 'mas', 'mbah', 'kang', 'camilan', 'cemilan'],
]);
/** At the beginning of a search these say nothing beside the word that follows. */
const LEADING: ReadonlySet<string> = new Set([
  ...['buah', 'sayur', 'kain', 'aneka', 'macam', 'olahan', 'jenis', 'hasil', 'ternak', 'hewan'],
  ...['desa', 'kecamatan', 'kec', 'kabupaten', 'kab', 'kelurahan', 'bu', 'ibu', 'pak', 'bapak', 'mbak', 'mbah'],
]);

/** The words of a name or a search that say what is meant: all of them where each says nothing by itself. */
export function tellingWords(words: string[]): string[] {
  const telling = apart(words).filter((word) => !STOP_WORDS.has(word) && !isMeasure(word));
  return telling.length > 0 ? telling : words;
}

/** The terms of a search without those that lead up to what is meant. */
export function withoutLead(terms: Term[]): Term[] {
  const from = terms.findIndex(({ words }) => words.length > 1 || !LEADING.has(words[0] ?? ''));
  return from > 0 ? terms.slice(from) : terms;
}

const isForm = ({ words }: Term): boolean => words.length === 1 && FORMS.has(words[0] ?? '');

/**
 * What a name is about, for the index: its first telling term ("Nanas madu" is a pineapple), what that is a kind of ("gula
 * semut" is also "gula"), and after a word like "kain" the next term as well.
 */
export function headsIn(name: string): string[] {
  const heads = new Set<string>();
  for (const term of termsOf(tellingWords(wordsOf(name))).slice(0, 3)) {
    const exact = lexemeOf(term);
    heads.add(exactHeadOf(exact));
    for (const lexeme of [exact, wholeOf(term)]) {
      heads.add(headOf(lexeme));
      for (const whole of WHOLES.get(lexeme) ?? []) heads.add(headOf(whole));
    }
    if (!isForm(term)) break;
  }
  return [...heads].sort();
}
