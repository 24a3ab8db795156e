import { sql } from 'kysely';
import type { Db } from '#marketplace/db/open.ts';
import { exactHeadOf, headOf, tellingWords, withoutLead } from './heads.ts';
import { lexemeOf, type Term, termsOf, thingFirst } from './terms.ts';
import { type Meant, understand } from './understand.ts';
import { STOP_WORDS } from './wordLists.ts';
import { queryWords } from './words.ts';

/** A term of a search, as the index writes it. */
export interface Slot {
  lexeme: string;
  /** The same where a listing is that, and does not only speak of it. */
  head: string;
  /** The same where it is called just so. */
  exact: string;
  uses: number;
  /** The typed beginning of a word; then neither lexeme is whole. */
  beginning: string | null;
}

export interface SearchQuery {
  /** What is looked for; null where no listing is any of the things named (a place, a maker, "organik"). */
  head: Slot | null;
  /** The rest of what was asked for. */
  others: Slot[];
  /** Slots that some listing is; a search that finds nothing falls back on these. */
  named: Slot[];
  /** The words that were searched instead of the typed ones, when a typo was corrected. */
  corrected: string | null;
}

/** Many listings use a synonym group's word, so it counts as a common word. */
const GOODS_USES = 1_000_000;

function slotOf(term: Term, meanings: Map<string, Meant>): Slot {
  const [word = ''] = term.words;
  const meaning = meanings.get(word);
  const lexeme = term.synonym ?? meaning?.stem ?? word;
  const beginning = meaning?.isBeginning && term.synonym === null ? word : null;
  const uses = term.synonym === null ? (meaning?.uses ?? 0) : GOODS_USES;
  return { lexeme, head: headOf(lexemeOf(term)), exact: exactHeadOf(lexemeOf(term)), uses, beginning };
}

/** The words of a typed text that say what is looked for; none when it says nothing of that. */
export function sought(text: string): string[] {
  const typed = queryWords(text).filter((word) => !STOP_WORDS.has(word));
  return typed.length === 0 ? [] : tellingWords(typed);
}

/** Words as a query of the database. */
export async function readQuery(db: Db, words: string[]): Promise<SearchQuery> {
  const meant = await understand(db, words);
  const meanings = new Map(meant.map((word) => [word.word, word]));
  const terms = thingFirst(withoutLead(termsOf(meant.map(({ word }) => word))));
  // A word that is said twice ("sayur-sayuran") counts once.
  const slots = [...new Map(terms.map((term) => [lexemeOf(term), slotOf(term, meanings)])).values()];
  const named = await namedAmong(db, slots);
  // What comes before the thing itself must at least be a word that somebody knows: "laptop kopi" asks for no coffee.
  const at = slots.findIndex((slot) => named.includes(slot));
  const isMeant = at >= 0 && slots.slice(0, at).every(({ uses }) => uses > 0);
  return {
    head: isMeant ? (slots[at] ?? null) : null,
    others: isMeant ? slots.toSpliced(at, 1) : slots,
    named: isMeant ? named : [],
    corrected: meant.some(({ isCorrected }) => isCorrected) ? meant.map(({ word }) => word).join(' ') : null,
  };
}

/** Those of the slots that some listing is. A word of the synonym table is taken to be goods without a look. */
async function namedAmong(db: Db, slots: Slot[]): Promise<Slot[]> {
  if (slots.length === 1 || slots[0]?.uses === GOODS_USES)
    return slots.filter((slot, at) => at === 0 || slot.uses === GOODS_USES);
  const { rows } = await sql<{ word: string }>`
    select asked.word from unnest(${sql.val(slots.map(({ head }) => head))}::text[]) asked(word)
    where exists (select from listing_words where listing_words.word = asked.word)`.execute(db);
  const found = new Set(rows.map(({ word }) => word));
  return slots.filter(({ head, beginning }) => found.has(head) || beginning !== null);
}

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, (mark) => mark + mark)}'`;

/** The slot as a part of a tsquery. A beginning is that of a word of the name (weight A), unless it may be `anywhere`. */
export function widely({ lexeme, beginning }: Slot, where: 'name' | 'anywhere' = 'name'): string {
  if (beginning === null) return quoted(lexeme);
  return `(${quoted(lexeme)} | ${quoted(beginning)}:*${where === 'name' ? 'A' : ''})`;
}

/** A listing that is this, as a part of a tsquery; `exactly`: that is called so. */
export function asHead({ head, exact, beginning }: Slot, how: 'is' | 'exactly' = 'is'): string {
  if (beginning === null) return quoted(how === 'is' ? head : exact);
  const of = how === 'is' ? headOf : exactHeadOf;
  return `(${quoted(of(beginning))}:* | ${quoted(of(`~${beginning}`))}:*)`;
}

/** The tsquery of exactly these lexemes. */
export function allOf(lexemes: string[]): string {
  return lexemes.map(quoted).join(' & ');
}
