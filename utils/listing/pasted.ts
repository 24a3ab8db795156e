import { wellFormed } from '#contract/text.ts';

/** Every blank but the ones that end a line or a cell: a copied contact has U+00A0 and U+202F in its number. */
const BLANKS = /[^\P{Zs} ]/gu;
/** Hyphens that do not break a line, and the minus sign: a keyboard has one sign for them all. */
const HYPHENS = /[\u2010\u2011\u2212]/g;
/** Marks that turn the writing around; contact lists put them around numbers (U+202A … U+202C). */
const TURNS = /\p{Bidi_Control}/gu;

/**
 * A text as it enters a field, typed or pasted: what nobody sees is gone, what looks like a blank or a hyphen is one, and
 * lines end in one way. So the form, the line's reading and what is sent see the same characters. Doing it twice changes
 * nothing more.
 */
export function pasted(text: string): string {
  return wellFormed(text.replace(/\r\n?/g, '\n').replace(TURNS, '')).replace(BLANKS, ' ').replace(HYPHENS, '-');
}
