import type { Availability, Category, MobilePhone } from '#contract';
import type { Token } from './tokens.ts';
import type { SaidUnit } from './words.ts';

/** Contents of one pack: a weight or volume in a measure of the contract, or a count of things. `times` packs of it. */
export interface Amount {
  amount: number;
  measure: 'gram' | 'kg' | 'ml' | 'liter' | 'biji';
  times?: number;
}
/** What a price is for: one of a unit, or a pack of an amount. */
export interface For {
  unit: SaidUnit | null;
  pack: Amount | null;
}

/** Beside another price: the one of before, the one of now, the one for many or for one. `from`: a lowest price. */
export type Role = 'plain' | 'old' | 'new' | 'many' | 'one' | 'from';

export type Said =
  /** Null: digits that are said to be a number and are none, or too many. */
  | { kind: 'phone'; phone: MobilePhone | null }
  /** `high` is null unless a range was said, `meanings` unless the digits may mean several (`1.5`). A price is `old` or `new` where two are told apart by a word. */
  | {
      kind: 'money';
      rupiah: number;
      high: number | null;
      meanings: number[] | null;
      for: For | null;
      role: Role;
    }
  | { kind: 'amount'; amount: Amount; unit: SaidUnit | null }
  | { kind: 'count'; count: number; unit: SaidUnit; isContents: boolean }
  | { kind: 'unit'; unit: SaidUnit }
  | { kind: 'stock'; count: number; unit: SaidUnit | null; isFew: boolean }
  | { kind: 'availability'; value: Availability }
  | { kind: 'category'; value: Category }
  | { kind: 'flagship' }
  | { kind: 'terms' }
  | { kind: 'maker' }
  /** The day and the sender that a forwarded message begins with. */
  | { kind: 'head' }
  /** Numbers that are neither price, size nor count and stay in the name: a percentage, a code. */
  | { kind: 'text' }
  /** What is told about the product: a clothes size, a day, a cost besides. */
  | { kind: 'told' };

/** Tokens `at`–`next` (exclusive) and what they were understood to be; `from`–`to` are the words that become its value. */
export type Piece = Said & { at: number; next: number; from: number; to: number };

/** One shape in which sellers write something: the piece that begins at token `at`, or null. */
export type Matcher = (line: Line, at: number) => Piece | null;

/** The line with its tokens, and the questions that every matcher asks of them. */
export class Line {
  /** The token behind the last piece that was understood; -1 before the first one. */
  after = -1;

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
  ) {}

  /** The token's text in lower case; empty past the end. */
  word(at: number): string {
    return this.tokens[at]?.text ?? '';
  }

  is(at: number, words: ReadonlySet<string>): boolean {
    return words.has(this.word(at));
  }

  /** A blank or the line's start stands before it. */
  isApart(at: number): boolean {
    return at === 0 || this.tokens[at]?.gap !== false || this.tokens[at - 1]?.kind === 'break';
  }

  /** The first token from `at` that is none of these. */
  skip(at: number, words: ReadonlySet<string>): number {
    let next = at;
    while (this.is(next, words)) next += 1;
    return next;
  }

  startOf(at: number): number {
    return this.tokens[at]?.start ?? this.text.length;
  }

  endOf(at: number): number {
    return this.tokens[at]?.end ?? this.text.length;
  }

  /** A piece of these tokens, whose value is all of them unless said otherwise. */
  piece(said: Said, at: number, next: number, from = at, to = next): Piece {
    return { ...said, at, next, from, to };
  }
}
