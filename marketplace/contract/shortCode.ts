import * as z from 'zod/mini';

/** Letters and digits that nobody takes for one another on a screen or over the phone: no 0, O, 1, I. */
export const SHORT_CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** With 32 letters, 40 bits: enough for ten minutes and five tries a network. */
export const SHORT_CODE_LENGTH = 8;

/** The code in what a person typed (`abcd-2345`, `ABCD 2345`); null where it is none. */
export function readShortCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  const isCode = letters.length === SHORT_CODE_LENGTH && [...letters].every((one) => SHORT_CODE_LETTERS.includes(one));
  return isCode ? letters : null;
}

/** The letters that random or keyed bytes stand for: with 32 of them, five bits of each byte. */
export const shortCodeOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, SHORT_CODE_LENGTH), (byte) => SHORT_CODE_LETTERS[byte % SHORT_CODE_LETTERS.length]).join(
    '',
  );

/** As it is shown: two groups of four. */
export const shortCodeText = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code carried to another computer, and the invite link that it stands for. */
export const ShortCodeInput = z.object({ code: z.string().check(z.maxLength(40)) });
export const ShortCodeAnswer = z.object({ invite: z.string() });
