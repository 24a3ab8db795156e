import type { Line, Piece } from './pieces.ts';
import type { Span } from './reading.ts';
import { CALLED, CLOSING, HYPE, JOINING, OPENING, SEPARATORS, SURELY_CALLED } from './words.ts';

/** What of the line is words: the product's name, what is told about it, and digits that belong to nothing. */
export interface Words {
  name: string;
  description: string;
  spans: Span[];
  /** Numbers that stand alone. */
  leftovers: { start: number; end: number }[];
}

/** Tokens `at`–`next` (exclusive) without a comma, a bracket or the end of a sentence in them. */
interface Clause {
  at: number;
  next: number;
}

const SPLITS = /^[,;:()[\]!?•·>]$/;
const PICTURES = /\p{Extended_Pictographic}|\u200d|\ufe0f|[*_~`]/gu;

/** Reads the words between the pieces: the first clause that names something is the name, the others are told about it. */
export function readWords(line: Line, pieces: readonly Piece[]): Words {
  const asides = pieces.filter(({ kind }) => kind === 'told');
  const words: Words = { name: '', description: '', spans: [], leftovers: [] };
  const told = new Map<number, string[]>();
  const runs = runsOf(line, pieces);
  const clauses = runs.map((run) => clausesOf(line, run, asides));
  const isName = (clause: Clause) => namesSomething(line, clause, asides);
  // Shouting is the name where there is no other.
  const lasting = clauses.some((all) => all.some(isName))
    ? isName
    : (clause: Clause) => isTelling(line, clause) && !isAside(clause, asides);
  let row = 0;
  let at = 0;
  for (const [index, run] of runs.entries()) {
    for (; at < run.at; at++) if (line.word(at) === '\n') row += 1;
    const all = clauses[index] ?? [];
    const rest = words.name === '' ? takeName(line, all, lasting, words) : all;
    const text = takeTold(line, rest, words);
    if (text !== null) told.set(row, [...(told.get(row) ?? []), text]);
  }
  words.description = [...told.values()].map((one) => one.join(', ')).join('\n');
  return words;
}

/** Tokens that no piece holds, between breaks. Sizes and percentages in them are words. */
function runsOf(line: Line, pieces: readonly Piece[]): Clause[] {
  const isTaken = new Set<number>();
  for (const piece of pieces)
    if (piece.kind !== 'text' && piece.kind !== 'told') for (let at = piece.at; at < piece.next; at++) isTaken.add(at);
  const runs: Clause[] = [];
  let at = 0;
  while (at < line.tokens.length) {
    let next = at;
    while (next < line.tokens.length && !isTaken.has(next) && line.tokens[next]?.kind !== 'break') next += 1;
    if (next > at) runs.push({ at, next });
    at = Math.max(next, at) + 1;
  }
  return runs;
}

/** Takes the first clause that is a name for the name, and returns the others. */
function takeName(line: Line, clauses: Clause[], isName: (clause: Clause) => boolean, words: Words): Clause[] {
  const clause = clauses.find(isName);
  if (clause === undefined) return clauses;
  const { at, next } = named(line, clause);
  words.name = calm(clean(line.text.slice(line.startOf(at), line.endOf(next - 1))));
  words.spans.push({ field: 'name', start: line.startOf(at), end: line.endOf(next - 1) });
  return clauses.filter((one) => one !== clause);
}

const isAside = (clause: Clause, asides: readonly Piece[]): boolean => asides.some(({ at }) => at === clause.at);

/** Whether the clause names something: it has words besides greetings and shouting, and is no size or day. */
function namesSomething(line: Line, clause: Clause, asides: readonly Piece[]): boolean {
  if (isAside(clause, asides) || !isTelling(line, clause)) return false;
  const { at, next } = named(line, clause);
  return line.tokens.slice(at, next).some(({ kind, text }) => kind === 'word' && !HYPE.has(text));
}

/** The clause without greeting, selling and thanking words at its edges. */
function named(line: Line, clause: Clause): Clause {
  let { at, next } = clause;
  while (at < next && (isOpening(line, at) || isEdge(line, at))) at += 1;
  let isEnding = false;
  for (;;) {
    if (next <= at) break;
    const isClosing = line.is(next - 1, CLOSING);
    // "ikan mas" ends in a name of a fish, "ya mas" in a person.
    const isPerson =
      line.is(next - 1, SURELY_CALLED) || (line.is(next - 1, CALLED) && (isEnding || line.is(next - 2, CLOSING)));
    if (!isClosing && !isPerson && !isEdge(line, next - 1)) break;
    isEnding ||= isClosing;
    next -= 1;
  }
  return { at, next };
}

/** A word before the product's name: a greeting, a person who is called. "haiii" is "hai". */
function isOpening(line: Line, at: number): boolean {
  const word = line.word(at).replace(/(.)\1{2,}/g, '$1');
  return OPENING.has(word) || CALLED.has(word);
}

function isEdge(line: Line, at: number): boolean {
  return line.is(at, JOINING) || (line.tokens[at]?.kind === 'mark' && line.word(at) !== '%');
}

/** What the clauses tell, from the first to the last that says something; number-only ones are leftovers. */
function takeTold(line: Line, clauses: readonly Clause[], words: Words): string | null {
  const says = clauses.filter((clause) => isTelling(line, clause));
  for (const clause of clauses) {
    const text = textOf(line, clause);
    if (/\d/.test(text) && !/\p{L}/u.test(text))
      words.leftovers.push({ start: line.startOf(clause.at), end: line.endOf(clause.next - 1) });
  }
  if (says.length === 0) return null;
  // The name may stand between them.
  const groups = says.reduce<Clause[]>((all, clause) => {
    const before = all.at(-1);
    if (before !== undefined && isOneSentence(line, before.next, clause.at, words)) before.next = clause.next;
    else all.push({ ...clause });
    return all;
  }, []);
  const texts = groups.map(({ at, next }) => {
    const start = line.startOf(trimmedStart(line, at));
    const end = endWithMark(line, next - 1);
    words.spans.push({ field: 'description', start, end });
    return clean(line.text.slice(start, end));
  });
  return texts.join(', ');
}

function isOneSentence(line: Line, from: number, to: number, { spans }: Words): boolean {
  const [start, end] = [line.endOf(from - 1), line.startOf(to)];
  return !spans.some((span) => span.start < end && span.end > start) && to - from <= 2;
}

function trimmedStart(line: Line, at: number): number {
  let from = at;
  while (line.tokens[from]?.kind === 'mark') from += 1;
  return from;
}

/** With the full stop or the closing bracket that ends it. */
function endWithMark(line: Line, last: number): number {
  const mark = line.word(last + 1);
  const isEnd = /^[.!?]$/.test(mark) && line.tokens[last + 1]?.gap === false;
  return line.endOf(isEnd ? last + 1 : last);
}

/** Whether a clause says anything of the product: not only greetings and thanks, and not only a number. */
function isTelling(line: Line, clause: Clause): boolean {
  return /\p{L}{2}/u.test(textOf(line, named(line, clause)));
}

function clausesOf(line: Line, run: Clause, asides: readonly Piece[]): Clause[] {
  const clauses: Clause[] = [];
  let at = run.at;
  for (let index = run.at; index <= run.next; index++) {
    const aside = asides.find((piece) => piece.at === index && index < run.next);
    if (aside !== undefined) {
      if (index > at) clauses.push({ at, next: index });
      clauses.push({ at: index, next: aside.next });
      at = aside.next;
      index = aside.next - 1;
      continue;
    }
    if (index < run.next && !splits(line, index)) continue;
    if (index > at) clauses.push({ at, next: index });
    at = index + 1;
  }
  return clauses;
}

function splits(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token?.kind !== 'mark') return false;
  const isBeforeGap =
    line.tokens[at + 1] === undefined || line.tokens[at + 1]?.gap === true || line.tokens[at + 1]?.kind === 'break';
  if (token.text === '.')
    return isBeforeGap && line.tokens[at - 1]?.kind === 'word' && (line.tokens[at - 1]?.text.length ?? 0) > 2;
  if (/^[-–—/]$/.test(token.text)) return token.gap && isBeforeGap;
  if (/\p{Extended_Pictographic}/u.test(token.text)) return true;
  return SPLITS.test(token.text);
}

function textOf(line: Line, { at, next }: Clause): string {
  return next > at ? line.text.slice(line.startOf(at), line.endOf(next - 1)) : '';
}

/** Without the marks of a chat: bold, italics, pictures. */
function clean(text: string): string {
  return text.replace(PICTURES, ' ').replace(/\s+/g, ' ').trim();
}

/** "KERIPIK SINGKONG" is shouted; a short name in capitals is a mark (KWT, BSI). */
function calm(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters.length < 5 || letters !== letters.toUpperCase()) return name;
  return name.charAt(0) + name.slice(1).toLowerCase();
}

/** True for what nobody misses: blanks and signs alone. */
export const isSilent = (text: string): boolean => [...text].every((sign) => /\s/.test(sign) || SEPARATORS.has(sign));
