import { headOf, isLead, isPlaceTitle, isTitle } from '#marketplace/search/heads.ts';
import { apart, lexemeOf, type Term, termsOf } from '#marketplace/search/terms.ts';
import { STOP_WORDS } from '#marketplace/search/wordLists.ts';
import { isMeasure, wordsOf } from '#marketplace/search/words.ts';

/** Words of a name that say what goods it is. */
export interface GoodsName {
  terms: Term[];
  words: string[];
  /** By itself it names goods; else only where several names go on differently behind it. */
  isSure: boolean;
}

/** Behind these a name goes on, so no name ends with them. */
const UNFINISHED: ReadonlySet<string> = new Set(
  'motif tanpa rasa isi model ukuran varian merek merk cap ala dan jenis'.split(' '),
);
const LONGEST = 3;

const termOf = (word: string): Term => ({ words: [word], synonym: null });

/** The words of a name up to the first that says whose or from where it is: "Singkong Bu Siti" is singkong. */
function ownWords(name: string, placeWords: ReadonlySet<string>): string[] {
  const words = apart(wordsOf(name)).filter((word) => !isMeasure(word) && !STOP_WORDS.has(word));
  const ends = words.findIndex(
    (word, at) => isTitle(termOf(word)) || (at > 0 && (isPlaceTitle(termOf(word)) || placeWords.has(word))),
  );
  return ends < 0 ? words : words.slice(0, ends);
}

/** How a name calls its goods: the thing itself ("keripik"), two words, and the whole where it is short. Never half a name. */
export function goodsNames(name: string, placeWords: ReadonlySet<string>): GoodsName[] {
  const words = ownWords(name, placeWords);
  const terms = termsOf(words);
  const [first, second] = terms;
  if (!first) return [];
  const head = isLead(first) && second ? [first, second] : [first];
  const length = head.flatMap((term) => term.words).length;
  const lengths = new Map([[length, !UNFINISHED.has(words[length - 1] ?? '')]]);
  for (let more = length + 1; more <= Math.min(LONGEST, words.length); more++)
    lengths.set(more, more === words.length && more < LONGEST);
  return [...lengths]
    .map(([count, isSure]) => ({ words: words.slice(0, count), terms: termsOf(words.slice(0, count)), isSure }))
    .filter((goods) => !UNFINISHED.has(goods.words.at(-1) ?? ''));
}

/** The lexeme by which the index knows what the goods are. */
export const headLexeme = ({ terms }: GoodsName): string => (terms[0] ? headOf(lexemeOf(terms[0])) : '');
