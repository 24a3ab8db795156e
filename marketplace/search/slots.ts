import { exactHeadOf, headOf, isRelating } from './heads.ts';
import { groupsFrom, lexemeOf, looserOf, type Term } from './terms.ts';
import type { Meant } from './understand.ts';

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
  /** Whole words that it may be the beginning of, where the index knows these without their beginning. */
  cutStems: string[];
  /** The groups that a phrase with this beginning may name: "bramb" is "bawang merah". */
  groups: string[];
  /** A listing that is called so less exactly. */
  looser: string | null;
  /** Without the other words it means something else. */
  isRelating: boolean;
}

/** Many listings use a synonym group's word, so it counts as a common word. */
const GOODS_USES = 1_000_000;

/** A term as a slot, by what its words were taken for. */
export function slotOf(term: Term, meanings: Map<string, Meant>): Slot {
  const [word = ''] = term.words;
  const meaning = meanings.get(word);
  const lexeme = term.synonym ?? meaning?.stem ?? word;
  const beginning = meaning?.isBeginning && term.synonym === null ? word : null;
  const uses = term.synonym === null ? (meaning?.uses ?? 0) : GOODS_USES;
  const looser = looserOf(lexemeOf(term));
  return {
    lexeme,
    looser: looser === null ? null : exactHeadOf(looser),
    isRelating: isRelating(term),
    head: headOf(lexemeOf(term)),
    exact: exactHeadOf(lexemeOf(term)),
    uses,
    beginning,
    cutStems: beginning === null ? [] : (meaning?.cutStems ?? []),
    groups: beginning === null ? [] : groupsFrom(beginning),
  };
}

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, (mark) => mark + mark)}'`;

/** The slot as a part of a tsquery. A beginning is that of a word of the name (weight A), unless it may be `anywhere`. */
export function widely({ lexeme, beginning, cutStems, groups }: Slot, where: 'name' | 'anywhere' = 'name'): string {
  if (beginning === null) return quoted(lexeme);
  const begun = `${quoted(beginning)}:*${where === 'name' ? 'A' : ''}`;
  const cut = cutStems.map((stem) => `${quoted(stem)}${where === 'name' ? ':A' : ''}`);
  return `(${[quoted(lexeme), begun, ...cut, ...groups.map(quoted)].join(' | ')})`;
}

/** A listing that is this, as a part of a tsquery; `exactly`: that is called so. */
export function asHead({ head, exact, beginning, groups }: Slot, how: 'is' | 'exactly' = 'is'): string {
  if (beginning === null) return quoted(how === 'is' ? head : exact);
  const of = how === 'is' ? headOf : exactHeadOf;
  const begun = [beginning, `~${beginning}`].map((word) => `${quoted(of(word))}:*`);
  return `(${[...begun, ...groups.map((group) => quoted(of(group)))].join(' | ')})`;
}

/** The tsquery of exactly these lexemes. */
export function allOf(lexemes: string[]): string {
  return lexemes.map(quoted).join(' & ');
}

/** A lexeme of the name itself, as a part of a tsquery. */
export const ofName = (lexeme: string): string => `${quoted(lexeme)}:A`;
