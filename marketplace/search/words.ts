const MAX_CHARACTERS = 100;
const MAX_WORDS = 8;

/** Lower-case ASCII words of a typed query, at most eight: nothing in them has a meaning to the query language. */
export function queryWords(query: string): string[] {
  const plain = query.slice(0, MAX_CHARACTERS).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.split(/[^a-z0-9]+/).filter((word) => word.length > 1))].slice(0, MAX_WORDS);
}

/** The word itself and every word made by leaving out one letter: two words one typo apart share one of these. */
export function nearKeys(word: string): string[] {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return [...keys];
}

/** Typing mistakes between two words: a letter too many, missing, wrong, or two swapped (Damerau–Levenshtein, OSA). */
export function typos(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(i - 2, j - 2) + 1);
      }
      (rows[i] ?? []).push(cost);
    }
  }
  return cell(a.length, b.length);
}
