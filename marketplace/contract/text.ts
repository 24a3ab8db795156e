import * as z from 'zod/mini';

/**
 * Control characters (tab and line ends may stay), and marks that reorder what a reader sees. They are refused, because
 * taking them away would leave another text than the sender saw.
 */
const REFUSED = /[^\P{Cc}\t\n\r]|[^\P{Bidi_Control}\u061c\u200e\u200f]/u;

/** What a variation selector and a joiner need in front of them: something to be seen, and no Latin letter or digit. */
const BASE = String.raw`[^\s\p{Default_Ignorable_Code_Point}\p{Script=Latin}]`;
const JOINED = String.raw`[^\s\p{Default_Ignorable_Code_Point}\p{Script=Latin}\p{Nd}]`;
/** Emoji are put together with selectors and joiners, and some scripts are joined by them: there they mean something. */
const MEANT = String.raw`(?<=${BASE})[\ufe00-\ufe0f]|(?<=${JOINED}\ufe0f?)[\u200c\u200d](?=${JOINED})`;
/**
 * Characters that nobody sees, wherever they come from (a word processor, another web page, somebody who hides
 * something). They are taken away without a word, because nobody could find them to correct them.
 */
const UNSEEN = new RegExp(
  String.raw`(?!${MEANT}|${REFUSED.source})[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]`,
  'gu',
);

/**
 * A text as every part of Dodolan stores and compares it: half an emoji becomes U+FFFD, as it does in UTF-8, and unseen
 * characters are gone. Doing it twice changes nothing more.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '');
}

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

/**
 * An Indonesian mobile number in E.164 (`+628…`): prefixes 81–83, 85, 87–89 and so on (8[1-35-9]), 10–13 digits counted
 * with the leading 0 that E.164 drops. Source: shared product facts (Permenkominfo numbering plan).
 */
export const MobilePhone = z.string().check(z.regex(/^\+628[1-35-9]\d{7,10}$/, 'phone_malformed'));
export type MobilePhone = z.infer<typeof MobilePhone>;
