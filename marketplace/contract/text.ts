import * as z from 'zod/mini';
import { MOBILE } from './mobile.ts';
import { REFUSED, wellFormed } from './wellFormed.ts';

export { wellFormed };

/** Blanks, marks without a letter, and the Braille pattern without a dot: of these alone there is nothing to see. */
const SEEN = /[^\s\p{Cc}\p{Cf}\p{Z}\p{M}\u2800]/u;
const blankIsEmpty = (text: string): string => (SEEN.test(text) ? text : '');

const REFUSED_ANYWHERE = new RegExp(REFUSED, 'gu');

/**
 * A text of at most `max` characters that was taken in before, perhaps by an older version with other rules: what would
 * be refused today is taken away, because one text that cannot be read would put a whole list out of reach.
 */
export function knownText(max: number) {
  return z.string().check(
    z.overwrite((value) => wellFormed(value).replace(REFUSED_ANYWHERE, '')),
    z.maxLength(max),
  );
}

/**
 * Plain text of `min`–`max` characters after it was made well-formed and trimmed; a text with nothing to see is empty.
 * Issues carry a stable code as their message: `<name>_missing`, `<name>_short`, `<name>_long`,
 * `text_hidden_characters`.
 */
export function text(name: string, { min = 0, max }: { min?: number; max: number }) {
  return z.string().check(
    z.overwrite(wellFormed),
    z.trim(),
    z.refine((value) => !REFUSED.test(value), { error: 'text_hidden_characters', abort: true }),
    z.overwrite(blankIsEmpty),
    z.refine((value) => min === 0 || value.length > 0, { error: `${name}_missing`, abort: true }),
    z.minLength(min, `${name}_short`),
    z.maxLength(max, `${name}_long`),
  );
}

/** As `text`, but line breaks are folded to spaces: for names and titles. */
export function line(name: string, limits: { min?: number; max: number }) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((value: string) => wellFormed(value).replace(/\s+/g, ' ')),
    ),
    text(name, limits),
  );
}

/** An Indonesian mobile number in E.164. */
export const MobilePhone = z.string().check(z.regex(MOBILE, 'phone_malformed'));
export type MobilePhone = z.infer<typeof MobilePhone>;
