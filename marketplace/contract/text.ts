import * as z from 'zod/mini';

/** Control characters and direction overrides can hide or reorder what a reader sees; tab and newline may stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being refused
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/**
 * Plain text of `min`–`max` characters after trimming. Issues carry a stable code as their message:
 * `<name>_missing`, `<name>_short`, `<name>_long`, `text_hidden_characters`.
 */
export function text(name: string, { min = 0, max }: { min?: number; max: number }) {
  return z.string().check(
    z.trim(),
    z.refine((value) => min === 0 || value.length > 0, { error: `${name}_missing`, abort: true }),
    z.minLength(min, `${name}_short`),
    z.maxLength(max, `${name}_long`),
    z.refine((value) => !HIDDEN.test(value), 'text_hidden_characters'),
  );
}

/** As `text`, but line breaks are folded to spaces: for names and titles. */
export function line(name: string, limits: { min?: number; max: number }) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((value: string) => value.replace(/\s+/g, ' ')),
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
