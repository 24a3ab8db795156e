import { UNITS } from '#contract/choices.ts';

const MAX_CHARACTERS = 100;
const MAX_WORDS = 8;

/** A digit makes a measure ("1kg", "250"), and so do the names of units. */
const MEASURES: ReadonlySet<string> = new Set([
  ...UNITS,
  'gr',
  'grm',
  'ml',
  'cc',
  'pcs',
  'pc',
  'isi',
  'ekor',
  'pack',
  'kilo',
  'cm',
]);
export const isMeasure = (word: string): boolean => /\d/.test(word) || MEASURES.has(word);

/**
 * The words of a text in their order, in lower-case ASCII, so that nothing in them has a meaning to the query language.
 */
export function wordsOf(text: string): string[] {
  // Marks and characters that nobody sees part no word.
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word.length > 1);
}

/** The words of a typed query that are searched for, at most eight, each only once. */
export function queryWords(query: string): string[] {
  return [...new Set(wordsOf(query.slice(0, MAX_CHARACTERS)))].slice(0, MAX_WORDS);
}

/**
 * The word itself and every word that leaves out one of its letters: two words that are one typo apart share one of
 * these keys.
 */
export function nearKeys(word: string): string[] {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return [...keys];
}

/** Letters that lie beside each other on a keyboard, or that people write for one another. */
const NEIGHBOURS = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
    .flatMap((row) => [...row].flatMap((letter, at) => [letter + row[at + 1], row[at + 1] + letter]))
    .concat(
      ...[
        'ao',
        'ae',
        'ie',
        'iy',
        'uo',
        'oe',
        'bp',
        'dt',
        'kg',
        'fp',
        'fv',
        'vp',
        'sz',
        'cs',
        'cj',
        'kq',
        'xs',
        'jy',
      ].map((two) => [two, `${two[1]}${two[0]}`]),
    ),
);

/** Up to this length, another letter makes another word ("murah", "merah"), so only a slip of the finger is forgiven. */
const SHORT = 5;
const ONE_TYPO = 7;

/** How far a typed word is from the known one that it may stand for; null: it is another word. */
export function mayMean(typed: string, known: string): number | null {
  const shorter = Math.min(typed.length, known.length);
  if (shorter < 3 || (shorter < 4 && typed.length === known.length)) return null;
  const count = typos(typed, known);
  if (count > (typed.length <= ONE_TYPO ? 1 : typed.length <= 10 ? 2 : 3)) return null;
  // People seldom mistype the first letter.
  const first = typed[0] === known[0] ? 0 : 0.5;
  const other = typed.length === known.length ? [...typed].findIndex((letter, at) => letter !== known[at]) : -1;
  const isSwapped = other >= 0 && typed[other] === known[other + 1] && typed[other + 1] === known[other];
  if (other < 0 || isSwapped || count > 1) return count + first;
  const isSlip = NEIGHBOURS.has(`${typed[other]}${known[other]}`);
  if (!isSlip && (typed.length <= SHORT || other === 0)) return null;
  return count + first + (isSlip ? 0 : 0.25);
}

/**
 * How many typing mistakes lie between two words: a letter too many, missing, wrong, or two swapped
 * (Damerau–Levenshtein, OSA).
 */
export function typos(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (cells: number[], k: number) => cells[k] ?? Number.POSITIVE_INFINITY;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + wrong);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
