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

/** Counts and packings, which say nothing behind a number, "per" and "se-"; some of them are goods by themselves. */
const PACKS = [
  ...[
    'bungkus',
    'botol',
    'karung',
    'kantong',
    'plastik',
    'dus',
    'kardus',
    'karton',
    'peti',
    'krat',
    'toples',
    'kaleng',
  ],
  ...['pouch', 'sachet', 'saset', 'renteng', 'cup', 'gelas', 'mangkok', 'porsi', 'galon', 'jerigen', 'ikat', 'sisir'],
  ...[
    'tandan',
    'butir',
    'buah',
    'biji',
    'ekor',
    'batang',
    'lembar',
    'potong',
    'papan',
    'tusuk',
    'pasang',
    'set',
    'meter',
  ],
  ...[
    'kilo',
    'kilogram',
    'kg',
    'ons',
    'gram',
    'liter',
    'kuintal',
    'kwintal',
    'ton',
    'pcs',
    'pak',
    'pack',
    'paket',
    'lusin',
  ],
];
const PACKED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d+(?:[.,]\\d+)?\\s*|/\\s*|(?:per|tiap|setiap)\\s+|se)(?:${PACKS.join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A typed text without "per bungkus", "/kg", "2 karung" and "sekilo". */
export const withoutPacks = (text: string): string => text.replace(PACKED, ' ');

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
  // "buah2an" is how people write a word that is said twice.
  const written = query.slice(0, MAX_CHARACTERS).replace(/(\p{L}{3,})2(an|nya)?\b/giu, '$1 $1$2');
  return [...new Set(wordsOf(written))].slice(0, MAX_WORDS);
}
