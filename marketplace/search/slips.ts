/**
 * The word itself and every word that leaves out one of its letters: two words that are one typo apart share one of
 * these keys.
 */
export function nearKeys(word: string): string[] {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return [...keys];
}

const KEYS_BESIDE = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
  [...row].flatMap((letter, at) => [letter + row[at + 1], row[at + 1] + letter]),
);
const BESIDE: ReadonlySet<string> = new Set(KEYS_BESIDE);
const isBeside = (one: string, other = ''): boolean => BESIDE.has(`${one}${other}`);

/** Letters that lie beside each other on a keyboard, or that people write for one another. */
const NEIGHBOURS = new Set(
  KEYS_BESIDE.concat(
    ...['ao', 'ae', 'ie', 'iy', 'uo', 'oe', 'bp', 'dt', 'kg', 'fp', 'fv', 'vp', 'sz', 'cs', 'cj', 'kq', 'xs', 'jy'].map(
      (two) => [two, `${two[1]}${two[0]}`],
    ),
  ),
);

/** Up to this length, a letter more, less or other makes another word ("murah", "merah"), so only slips are forgiven. */
const SHORT = 5;
const ONE_TYPO = 7;
const VOWEL = /^[aiueo]$/;

/** How far a typed word is from the known one that it may stand for; null: it is another word. */
export function mayMean(typed: string, known: string): number | null {
  if (Math.min(typed.length, known.length) < 3) return null;
  const count = typos(typed, known);
  if (count > (typed.length <= ONE_TYPO ? 1 : typed.length <= 10 ? 2 : 3)) return null;
  // People seldom mistype the first letter.
  const first = typed[0] === known[0] ? 0 : 0.5;
  if (count > 1) return count + first;
  const at = [...typed, ''].findIndex((letter, index) => letter !== (known[index] ?? ''));
  const one = typed[at] ?? '';
  const other = known[at] ?? '';
  if (typed.length === known.length) {
    if (one === known[at + 1] && other === typed[at + 1]) return typed.length < 4 ? null : 0.7 + first;
    // Another letter where both are whole words: only a finger beside the key, or a sound that is written so and so.
    if (typed.length < 4 || !NEIGHBOURS.has(`${one}${other}`)) return null;
    if (typed.length < SHORT && !(VOWEL.test(other) && /[aiueoy]/.test(one))) return null;
    return first > 0 && typed.length <= SHORT ? null : 1 + first;
  }
  if (typed.length > ONE_TYPO - 1) return 1 + first;
  const [extra, beside] = typed.length > known.length ? [one, typed] : [other, known];
  const isDoubled = extra === beside[at - 1] || extra === beside[at + 1];
  // A finger that slips hits a key beside the one it wanted; another letter makes another word ("salmon", "salon").
  if (typed.length > known.length && !isDoubled && ![typed[at - 1], typed[at + 1]].some((key) => isBeside(one, key)))
    return null;
  // In a short word the first letter is the last one to be mistyped.
  if (at === 0 && typed.length <= SHORT) return null;
  if (isDoubled) return 0.8 + first;
  // A vowel is left out in haste ("hutn"); a letter too many in a short word makes another word ("helm", "hem").
  if (typed.length < known.length) return VOWEL.test(extra) || typed.length >= SHORT ? 0.9 + first : null;
  return typed.length > SHORT || (typed.length === SHORT && first === 0 && !VOWEL.test(one) && one !== '')
    ? 1 + first
    : null;
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
