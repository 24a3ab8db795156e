const MAX_CHARACTERS = 100;
const MAX_WORDS = 8;

/** Words that say nothing about a product; a search for all of them would only miss listings. */
const FILLERS: ReadonlySet<string> = new Set([
  'dan',
  'yang',
  'di',
  'ke',
  'dari',
  'untuk',
  'dengan',
  'the',
  'of',
  'and',
]);

/**
 * The words of a text in their order, in lower-case ASCII, so that nothing in them has a meaning to the query language.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word.length > 1);
}

/** The words of a typed query that are searched for, at most eight, each only once. */
export function queryWords(query: string): string[] {
  const words = wordsOf(query.slice(0, MAX_CHARACTERS)).filter((word) => !FILLERS.has(word));
  return [...new Set(words)].slice(0, MAX_WORDS);
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
