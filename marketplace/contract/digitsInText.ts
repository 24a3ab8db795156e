/** One digit of a text, as a sign or as a word. */
export interface DigitToken {
  digit: string;
  start: number;
  end: number;
  isWord: boolean;
}

/** What the digits are called in Indonesian, Javanese (ngoko, krama) and English. */
const WORDS: readonly (readonly string[])[] = [
  ['nol', 'enol', 'kosong', 'nul', 'zero'],
  ['satu', 'siji', 'setunggal', 'one'],
  ['dua', 'loro', 'kalih', 'two'],
  ['tiga', 'telu', 'tigo', 'three'],
  ['empat', 'papat', 'sekawan', 'four'],
  ['lima', 'limo', 'gangsal', 'five'],
  ['enam', 'enem', 'nem', 'six'],
  ['tujuh', 'pitu', 'seven'],
  ['delapan', 'lapan', 'wolu', 'eight'],
  ['sembilan', 'sanga', 'songo', 'nine'],
];
const DIGIT_OF = new Map(WORDS.flatMap((names, digit) => names.map((name) => [name, String(digit)] as const)));
const ANY_WORD = [...DIGIT_OF.keys()].sort((a, b) => b.length - a.length).join('|');
/** A word stands by itself or before another one ("noldelapan"); "satuan" and "limau" are none. */
const TOKEN = new RegExp(`(${ANY_WORD})(?=$|[^\\p{L}]|${ANY_WORD})|\\p{Nd}|\\p{No}|[ol|i]`, 'giu');

/** A text without a long number in it has no token, so that most texts cost one look. */
const FEWEST = 9;
const HAS_WORD = /lapan|wolu|eight/i;

/** Every digit of a text, in order; none when there are too few of them for a telephone number. */
export function digitTokens(text: string): DigitToken[] {
  const signs = text.match(/[\p{Nd}\p{No}]/gu)?.length ?? 0;
  // Letters stand in for digits only beside some that are real.
  if (signs < FEWEST - 3 && !HAS_WORD.test(text)) return [];
  const tokens: DigitToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [sign, word] = match;
    const start = match.index;
    const end = start + sign.length;
    const digit = word === undefined ? digitOf(sign) : DIGIT_OF.get(word.toLowerCase());
    if (digit === undefined) continue;
    const follows = tokens.at(-1)?.end === start;
    const isAlone = follows || !/\p{L}$/u.test(text.slice(Math.max(0, start - 2), start));
    if (word !== undefined ? !isAlone : isLetter(sign) && !standsIn(text, { start, end, follows })) continue;
    tokens.push({ digit, start, end, isWord: word !== undefined });
  }
  return tokens;
}

const LETTERS: Record<string, string> = { o: '0', l: '1', i: '1', '|': '1' };
const isLetter = (sign: string): boolean => Object.hasOwn(LETTERS, sign.toLowerCase());

/** O for 0 and l for 1: only where a digit stands right before or behind, and no word is cut. */
function standsIn(text: string, { start, end, follows }: { start: number; end: number; follows: boolean }): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (follows) return !/^[\p{L}]/u.test(after) || /^[oli|]/i.test(after);
  return /^\p{Nd}/u.test(after) && !/\p{L}$/u.test(before);
}

/** The value of a digit of any script; undefined for what is none (½). */
function digitOf(sign: string): string | undefined {
  const plain = LETTERS[sign.toLowerCase()] ?? sign.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  if (!/^\p{Nd}$/u.test(plain)) return undefined;
  // The ten digits of a script stand in a row, beginning with its zero.
  const point = plain.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value++;
  return String(value);
}
