import { ENGLISH, KINDS, SYNONYMS } from './wordLists.ts';

/** A word that stands for itself, or the words of a phrase in the synonym table. */
export interface Term {
  words: string[];
  /** The one word that the phrase's group is indexed by; `~` keeps it apart from every word that can be typed. */
  synonym: string | null;
}

const split = (phrase: string) => phrase.split(' ');

/** The usual spelling of a single word, with which phrases are compared: "gulo jowo" is looked up as "gula jawa". */
const USUAL: ReadonlyMap<string, string> = new Map(
  SYNONYMS.filter(([first = '']) => !first.includes(' ')).flatMap(([first = '', ...others]) =>
    others.filter((other) => !other.includes(' ')).map((other) => [other, first] as const),
  ),
);
const usual = (word: string) => USUAL.get(word) ?? word;
const usually = (words: string[]) => words.map(usual).join(' ');

/** Phrase → its group. Written out first, so that no respelling takes a phrase away from the group it stands in. */
const SYNONYM_OF: ReadonlyMap<string, string> = new Map([
  ...SYNONYMS.flatMap((group) => group.map((phrase) => [usually(split(phrase)), `~${group[0]}`] as const)),
  ...SYNONYMS.flatMap((group) => group.map((phrase) => [phrase, `~${group[0]}`] as const)),
]);

/** Every single word of the lists: a known word is never "corrected". */
export const SYNONYM_WORDS: ReadonlySet<string> = new Set(
  [...SYNONYM_OF.keys(), ...KINDS.flatMap(([whole, parts]) => [whole, ...parts])].flatMap(split),
);

/** Phrases written as one word ("gulasemut"), with their words. */
const JOINED: ReadonlyMap<string, string[]> = new Map(
  [...SYNONYM_OF.keys(), ...KINDS.flatMap(([, parts]) => parts)]
    .map(split)
    .filter((words) => words.length > 1)
    .map((words) => [words.join(''), words]),
);
const LONGEST = Math.max(...[...SYNONYM_OF.keys()].map((phrase) => split(phrase).length));
/** Shorter parts would cut words that are whole ("kopiah"). */
const PART_MIN = 4;

/** Takes words apart that were written together: phrases of the table, and two words of it ("keripikpisang"). */
export function apart(words: string[]): string[] {
  return words.flatMap((word) => {
    if (word.length < 2 * PART_MIN - 1 || SYNONYM_WORDS.has(word)) return [word];
    const phrase = JOINED.get(word);
    if (phrase) return phrase;
    for (let at = PART_MIN - 1; at <= word.length - PART_MIN; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => SYNONYM_WORDS.has(part))) return parts;
    }
    return [word];
  });
}

/** Splits words into terms from left to right; the longest phrase of the synonym table wins. */
export function termsOf(words: string[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const term = longestTerm(words, at);
    terms.push(term);
    at += term.words.length;
  }
  return terms;
}

/**
 * The terms of a search with the thing itself first: in English it comes last ("handmade soap"). `isKnown` tells the words
 * that stand in some name, so that an English word behind an Indonesian one changes nothing.
 */
export function thingFirst(terms: Term[], isKnown: (word: string) => boolean): Term[] {
  const isEnglish = ({ words }: Term) => ENGLISH.has(words.join(' ')) || words.every((word) => ENGLISH.has(word));
  const last = terms.at(-1);
  const isForeign = last !== undefined && isEnglish(last);
  if (!isForeign || terms.length < 2 || !terms.every((term) => isEnglish(term) || !term.words.some(isKnown)))
    return terms;
  // In their usual words and the other way round they may be a phrase: "salted fish" is "ikan asin".
  return termsOf(
    terms.toReversed().flatMap(({ synonym, words }) => (synonym === null ? words : split(synonym.slice(1)))),
  );
}

/** A phrase as its words, in the order of its usual name. */
export function wordByWord({ synonym, words }: Term): Term[] {
  return (synonym === null ? words : split(synonym.slice(1))).flatMap((word) => termsOf([word]));
}

/** What the whole of a term is: "gula semut" is "gula", and "wedhus gibas" is "domba". */
export function wholeOf({ synonym, words }: Term): string {
  const [first = ''] = synonym === null ? words : split(synonym.slice(1));
  return groupOf([first]) ?? first;
}

/** The word that a term is indexed by; several words without a group are looked for one by one. */
export const lexemeOf = ({ synonym, words }: Term): string => synonym ?? words[0] ?? '';

const groupOf = (words: string[]) => SYNONYM_OF.get(words.join(' ')) ?? SYNONYM_OF.get(usually(words));

/** A shorter beginning says too little. */
const BEGINNING_MIN = 3;

/** The groups with a phrase that begins so, other than those whose own name does: "bramb" may be "bawang merah". */
export function groupsFrom(beginning: string): string[] {
  if (beginning.length < BEGINNING_MIN) return [];
  const begins = (phrase: string) => phrase.startsWith(beginning) && !ENGLISH.has(phrase);
  return SYNONYMS.filter(([first = '', ...others]) => !first.startsWith(beginning) && others.some(begins)).map(
    ([first]) => `~${first}`,
  );
}

/** Whether two words beside each other are a phrase of the table. */
export const isPhrase = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && groupOf([one, other]) !== undefined;

function longestTerm(words: string[], at: number): Term {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length);
    const synonym = groupOf(phrase);
    if (synonym !== undefined) return { words: phrase, synonym };
  }
  return { words: words.slice(at, at + 1), synonym: null };
}

/**
 * The synonym groups that these words name, for the index. A phrase inside a longer one counts too: "gula kelapa" is also
 * "kelapa".
 */
export function synonymsIn(words: string[]): string[] {
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= LONGEST; length++) {
      const synonym = groupOf(words.slice(at, at + length));
      if (synonym !== undefined) found.add(synonym);
    }
  }
  return [...found].sort();
}

/** For each term that is a kind of something: what it is a kind of. */
export const WHOLES: ReadonlyMap<string, readonly string[]> = (() => {
  const lexeme = (phrase: string) => groupOf(split(phrase)) ?? phrase;
  const wholes = new Map<string, string[]>();
  for (const [whole, parts] of KINDS)
    for (const part of parts) wholes.set(lexeme(part), [...(wholes.get(lexeme(part)) ?? []), lexeme(whole)]);
  return wholes;
})();

/** What some call the same goods less exactly ("gula kelapa" is "gula merah"); null where that is only a kind, as "buah". */
export function looserOf(lexeme: string): string | null {
  return WHOLES.get(lexeme)?.find((whole) => whole.startsWith('~') && whole.includes(' ')) ?? null;
}
