import type { Db } from '#marketplace/db/open.ts';
import { exactHeadOf, headOf, isPlaceTitle } from '#marketplace/search/heads.ts';
import { lexemeOf, termsOf } from '#marketplace/search/terms.ts';
import { STOP_WORDS, SYNONYMS } from '#marketplace/search/wordLists.ts';
import { type GoodsName, goodsNames, headLexeme } from './goodsNames.ts';
import { goodsKey } from './naming.ts';
import { namesWith } from './suggestRows.ts';

const MOST = 5;
/** From here on a beginning is looked for in every word of a name, and not only in what it is about. */
const ANY_WORD_FROM = 3;
/** So many groups of words are looked up at most. */
const MEANT = 12;

/** Each phrase that people write for goods, with the group that the index knows it by. */
const PHRASES = SYNONYMS.flatMap(([first = '', ...others]) =>
  [first, ...others].map((phrase) => [phrase, `~${first}`] as const),
);

interface Offered {
  /** How well it goes with what was typed. */
  fit: number;
  goods: number;
  isSure: boolean;
  /** The ways of writing it, with how many write it so. */
  written: Map<string, number>;
}

/** Names of goods that begin as typed, or hold a word that does: whole names only, those of the most goods first. */
export async function suggestGoods(db: Db, typed: string[], placeWords: ReadonlySet<string>): Promise<string[]> {
  const words = typed.filter((word, at) => at === typed.length - 1 || !STOP_WORDS.has(word));
  const text = words.join(' ');
  if (text.length < 2 || words.every((word) => isPlaceTitle({ words: [word], synonym: null }))) return [];
  const meant = new Set(
    PHRASES.filter(([phrase]) => phrase.startsWith(text))
      .map(([, lexeme]) => lexeme)
      .slice(0, MEANT),
  );
  const before = termsOf(words.slice(0, -1)).map(lexemeOf);
  const begun = [exactHeadOf(text), exactHeadOf(`~${text}`)];
  const rows = await namesWith(db, words.length === 1 && text.length >= ANY_WORD_FROM ? [...begun, text] : begun, [
    ...[...meant].map(exactHeadOf),
    ...before.slice(0, 1).map(headOf),
  ]);
  const read = Map.groupBy(rows, ({ word }) => word);
  const seen = new Set<string>();
  const offered = new Map<string, Offered>();
  for (const { id, name, word, goods } of rows) {
    if (seen.has(id)) continue;
    seen.add(id);
    // Of a word of many goods only some names were read, and each stands for more.
    const weight = goods / (read.get(word)?.length ?? 1);
    for (const one of goodsNames(name, placeWords)) {
      const fit = fitOf(one, words, before, meant);
      if (fit > 0) note(offered, one, fit, weight);
    }
  }
  return (
    [...offered.values()]
      .filter(({ isSure, goods }) => isSure || goods >= 2)
      .map((one) => ({ ...one, text: usualOf(one.written, text) }))
      // What begins as it was typed stands before what only means the same ("ba" is a beginning of "banana").
      .map((one) => ({ ...one, fit: one.text.startsWith(text) ? one.fit + 1 : one.fit }))
      .sort((one, other) => other.fit - one.fit || other.goods - one.goods || (one.text < other.text ? -1 : 1))
      .slice(0, MOST)
      .map((one) => one.text)
  );
}

/** 2: it begins so, or is what the words mean; 1: it holds these words; 0: neither. */
function fitOf(goods: GoodsName, typed: string[], before: string[], meant: ReadonlySet<string>): number {
  const last = typed.at(-1) ?? '';
  if (goods.words.join(' ').startsWith(typed.join(' '))) return 2;
  if (meant.has(headLexeme(goods).slice(1))) return 2;
  const lexemes = goods.terms.map(lexemeOf);
  const holds = before.every((lexeme, at) => lexemes.includes(lexeme) || goods.words.includes(typed[at] ?? ''));
  if (!holds || !goods.words.some((word, at) => at >= before.length && word.startsWith(last))) {
    return holds && before.length === 0 && goods.words.some((word) => word.startsWith(last)) ? 1 : 0;
  }
  return before.length > 0 && lexemes[0] === before[0] ? 2 : 1;
}

function note(offered: Map<string, Offered>, { terms, words, isSure }: GoodsName, fit: number, weight: number) {
  const key = goodsKey(terms);
  const text = words.join(' ');
  const one = offered.get(key) ?? { fit, goods: 0, isSure, written: new Map<string, number>() };
  one.written.set(text, (one.written.get(text) ?? 0) + weight);
  offered.set(key, {
    ...one,
    fit: Math.max(one.fit, fit),
    goods: one.goods + weight,
    isSure: one.isSure || isSure,
  });
}

/** The way of writing that most use, of those that begin as typed where there are any. */
function usualOf(written: Map<string, number>, typed: string): string {
  const begins = [...written].filter(([text]) => text.startsWith(typed));
  const among = begins.length > 0 ? begins : [...written];
  return among.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
