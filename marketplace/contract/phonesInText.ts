import { type DigitToken, digitTokens } from './digitsInText.ts';
import type { ListingInput } from './listing.ts';
import { MOBILE } from './mobile.ts';
import type { MobilePhone } from './text.ts';

/** A mobile number that stands in a text: from where to where (UTF-16 units), and which number it is. */
export interface FoundPhone {
  start: number;
  end: number;
  phone: MobilePhone;
}

/** What is shown in place of a number. It has no letter or digit, so it says nothing in any language, and nothing in a slug. */
const MASK = '••••••••';

/**
 * Indonesian mobile numbers as people write them in a text: split by blanks, dots or strokes, with other digits (fullwidth,
 * Arabic), with the letters O and l, or in words ("nol delapan …"). P-IRT, NIB, BPOM, prices, days, opening hours and
 * office landlines are none. In case of doubt a run of digits that begins with 08 or 62 8 is a number.
 */
export function findPhones(text: string): FoundPhone[] {
  return phonesIn(text, [...OTHERS, ...DOUBTFUL]);
}

/**
 * Those, and the numbers that only a person can tell from a batch or a list of sizes: they are asked about where they
 * are typed, but neither refused nor masked.
 */
export function findPossiblePhones(text: string): FoundPhone[] {
  return phonesIn(text, OTHERS);
}

function phonesIn(text: string, others: readonly RegExp[]): FoundPhone[] {
  // Every name on every page is looked at, and hardly one has so many digits.
  if (digitTokens(text).length < NATIONAL_MIN) return [];
  const tokens = digitTokens(withoutNumbers(text, others));
  const found = runsOf(tokens, text, NEAR).flatMap((run) => phonesOf(run, text));
  // With signs between them that also part one number from the next, only the groups of a number that begins with 08 or
  // 62 8 count.
  const split = runsOf(tokens, text, FAR)
    .flatMap((run) => phonesOf(run, text, { inGroups: true }))
    .filter(({ start, end }) => !found.some((one) => start < one.end && one.start < end));
  return [...found, ...split].sort((one, other) => one.start - other.start);
}

export function holdsPhone(text: string): boolean {
  return findPhones(text).length > 0;
}

/** The text with every mobile number in it made unreadable: what anybody may see. */
export function maskPhones(text: string): string {
  return replaced(text, () => MASK);
}

/** The label that people put before a number, and that says nothing without it. */
const LABEL =
  /(?:\b(?:wa|whatsapp|hp|telp?|tlp|telepon|no|nomor|hub|hubungi|kontak|call|cp|sms|di|ke)\b[\s.:/,-]*)+\+?$/i;

/** The text without the numbers and the words that led to them, for a person who moves a number to its own field. */
export function withoutPhones(text: string): string {
  let rest = text;
  for (const { start, end } of findPossiblePhones(text).reverse()) {
    const before = rest
      .slice(0, start)
      .replace(LABEL, '')
      .replace(/[(\s]+$/, '');
    const after = rest.slice(end).replace(/^\)/, '');
    rest = before + (before === '' ? after.replace(/^[\s.,;:]+/, '') : after);
  }
  return rest.trim();
}

/** The texts of a listing that everybody reads, by their path. */
const PUBLIC_TEXTS = {
  name: (listing) => listing.name,
  description: (listing) => listing.description,
  'producer.name': (listing) => listing.producer.name,
  terms: (listing) => listing.terms,
} as const satisfies Record<string, (listing: PublicTexts) => string>;
export type PublicTexts = Pick<ListingInput, 'name' | 'description' | 'terms'> & { producer: { name: string } };
export type PublicText = keyof typeof PUBLIC_TEXTS;

/**
 * The public texts of a listing that hold a mobile number, with the code `text_holds_phone`. A text that stood so
 * `before` is let through (it is masked wherever it is shown), so that a listing from before this rule can be marked as
 * sold out or withdrawn.
 */
export function phoneIssues(listing: PublicTexts, before?: PublicTexts): { path: PublicText; code: string }[] {
  return (Object.keys(PUBLIC_TEXTS) as PublicText[]).flatMap((path) => {
    const text = PUBLIC_TEXTS[path](listing);
    const isNew = before === undefined || PUBLIC_TEXTS[path](before) !== text;
    return isNew && holdsPhone(text) ? [{ path, code: 'text_holds_phone' }] : [];
  });
}

function replaced(text: string, mask: (found: FoundPhone) => string): string {
  let rest = text;
  for (const found of findPhones(text).reverse()) {
    rest = rest.slice(0, found.start) + mask(found) + rest.slice(found.end);
  }
  return rest;
}

/**
 * Long numbers that are no telephone. Each is blanked out by as many letters, so that what stands behind it keeps its
 * place. The permits are known by their length; with a label in front, digits that could be a mobile number are theirs.
 */
const OTHERS = [
  /(?<!\d)\d{13}\s?-\s?\d{2}(?!\d)/g, // P-IRT as it is printed
  /\bp-?irt\b\D{0,12}(?:\d[\s.-]?){12}\d[\s.-]{0,3}\d{2}(?!\d)/gi,
  /\bnib\b\D{0,12}(?:\d[\s.-]?){12}\d(?!\d)/gi,
  /\b(?:bpom\b\D{0,12}|m[dl][\s.:]{0,3})(?:\d[\s.-]?){11}\d(?!\d)/gi,
  /\bhalal\b\D{0,20}\d{14,20}(?!\d)/gi,
  /(?<!\d)\d{4}-\d{2}-\d{6}-\d{2}-\d(?!\d)/g, // an account at BRI, the bank of the villages
  /\b(?:rp|idr)[.\s]*[1-9][\d.,]*/gi,
  /(?<![\d.+])[1-9]\d{0,2}(?:\.\d{3}){1,2}(?!\.?\d)/g, // 1.250.000
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d{2}(?!\d|[.\s-]?\d{3})/g, // a day
  /(?<!\d)(?:19|20)\d{2}[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)[012]?\d[.:][0-5]\d\s*(?:[-–—]|s\/d|sd|sampai|hingga)\s*[012]?\d[.:][0-5]\d(?!\d)/gi, // opening hours
];

/** Labels behind which digits may be either. Digits in the groups of a telephone number are one all the same. */
const DOUBTFUL = [
  // A batch is one unbroken run.
  /\b(?:batch|bets|lot|sku|resi|seri|kode(?:\s(?:produksi|produk|barang|batch))?)[\s:.#=-]{0,3}(?:no(?:mor)?[\s.:]{1,2})?\d{9,14}(?![\s.-]?\d)/gi,
  // Sizes and stocks have no more than three digits.
  /\b(?:stok|stock|sisa|ukuran|uk|size|isi|jumlah)[\s:.=-]{1,3}\d{1,3}(?:[\s,/-]{1,2}\d{1,3}){2,}(?![\s.-]?\d)/gi,
];

function withoutNumbers(text: string, others: readonly RegExp[]): string {
  return others.reduce((rest, other) => rest.replace(other, (number) => 'x'.repeat(number.length)), text);
}

/** What may stand between two parts of one number, beside what cannot be seen. */
const GAP = /^(?:[^\S\n\r]|[-.\u2010-\u2015\u2212_()·•*/+|~'"])*$/u;
const GAP_OF_WORDS = /^(?:[^\S\n\r]|[-.,\u2010-\u2015\u2212_()·•*/+|~'"])*$/u;
/** Signs that people put between the groups of a number to hide it, the end of a line among them. */
const GAP_OF_GROUPS = /^(?:[^\S\n\r]|\r?\n(?!\s*\n)|[-.,;:…x[\]\u2010-\u2015\u2212_()·•*/+|~'"])*$/iu;

/** Words that people put there for the same end; each counts as one sign. */
const WORDS_OF_GROUPS = /\b(?:dan|lalu|terus|trus|kemudian|sama|plus|strip|setrip|titik|spasi|and|then|dash|dot)\b/gi;

interface Gaps {
  between: RegExp;
  /** Signs (UTF-16 units). */
  most: number;
  words?: RegExp;
}
const NEAR: Gaps = { between: GAP, most: 3 };
const FAR: Gaps = { between: GAP_OF_GROUPS, most: 5, words: WORDS_OF_GROUPS };

interface Run {
  tokens: DigitToken[];
  /** By token: what stands before it, '' when it follows at once. */
  gaps: string[];
}

/** Tokens that may belong together. */
function runsOf(tokens: DigitToken[], text: string, { between, most, words }: Gaps): Run[] {
  const runs: Run[] = [];
  let last: DigitToken | undefined;
  for (const token of tokens) {
    const run = runs.at(-1);
    const seen = last === undefined ? '' : text.slice(last.end, token.start).replace(/[\p{M}\p{Cf}]/gu, '');
    const gap = words === undefined ? seen : seen.replace(words, '-');
    const isGap = (last?.isWord || token.isWord ? GAP_OF_WORDS : between).test(gap) && gap.length <= most;
    if (run !== undefined && isGap) {
      run.tokens.push(token);
      run.gaps.push(gap);
    } else runs.push({ tokens: [token], gaps: [''] });
    last = token;
  }
  return runs;
}

/** Digits as they may begin: abroad, at home, and (the shortest ones left out) without the zero. */
const ABROAD = /^(?:00)?620?(?=8[1-35-9]\d{7})/;
const HOME = /^0(?=8[1-35-9]\d{7})/;
const BARE = /^(?=8[1-35-9]\d{8})/;
const LONGEST = 12;
const BARE_MIN = 10;
const NATIONAL_MIN = 9;

function phonesOf({ tokens, gaps }: Run, text: string, { inGroups = false } = {}): FoundPhone[] {
  const digits = tokens.map(({ digit }) => digit).join('');
  const begins = (at: number) =>
    at === 0 || at >= tokens.length || gaps[at] !== '' || tokens[at]?.isWord || tokens[at - 1]?.isWord;
  const found: FoundPhone[] = [];
  for (let at = 0; at + NATIONAL_MIN <= tokens.length; at++) {
    if (!begins(at)) continue;
    const rest = digits.slice(at);
    const isBare = at === 0 && BARE.test(rest) && !/[\d.,+]$/.test(text.slice(0, tokens[0]?.start));
    const prefix = (ABROAD.exec(rest) ?? HOME.exec(rest))?.[0].length ?? (isBare ? 0 : null);
    if (prefix === null) continue;
    const least = prefix === 0 ? BARE_MIN : NATIONAL_MIN;
    for (let length = Math.min(LONGEST, rest.length - prefix); length >= least; length--) {
      const end = at + prefix + length;
      if (!begins(end) || (prefix === 0 && !isGrouped(tokens, gaps, end))) continue;
      if (inGroups && (prefix === 0 || !hasBigGroups(gaps, at, end))) continue;
      const phone = `+62${rest.slice(prefix, prefix + length)}`;
      const [first, last] = [tokens[at], tokens[end - 1]];
      if (!MOBILE.test(phone) || first === undefined || last === undefined) continue;
      const isPlus = text[first.start - 1] === '+';
      found.push({ start: first.start - (isPlus ? 1 : 0), end: last.end, phone });
      at = end - 1;
      break;
    }
  }
  return found;
}

/** True when no group of the number is smaller than three digits, but for what stands alone in front (`+62`). */
function hasBigGroups(gaps: string[], from: number, end: number): boolean {
  const starts = gaps.slice(from, end).flatMap((gap, at) => (at === 0 || gap !== '' ? [at] : []));
  return starts.every((start, at) => at === 0 || (starts[at + 1] ?? end - from) - start >= 3);
}

/** Without a zero in front, digits are a number only in groups as of a number: `812-3456-7890`, not `85.000 90.000`. */
function isGrouped(tokens: DigitToken[], gaps: string[], end: number): boolean {
  if (tokens.slice(0, end).every(({ isWord }) => isWord)) return true;
  const starts = gaps.slice(0, end).flatMap((gap, at) => (at === 0 || gap !== '' ? [at] : []));
  const sizes = starts.map((start, at) => (starts[at + 1] ?? end) - start);
  return sizes.every((size) => size >= 3) && gaps.slice(1, end).every((gap) => /^[ \u00a0-]?$/.test(gap));
}
