import * as z from 'zod/mini';

/** A control's name in a form, or a member's place in JSON (`/data/judul`). */
export const FieldName = z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[^\p{Cc}\p{Cs}]+$/u));

/**
 * An address inside the site, from the site's own on: it begins with one slash, so that it can name no other host. `{id}`
 * stands for an article's number.
 */
export const SitePath = z.string().check(
  z.maxLength(300),
  z.regex(/^\/(?![/\\])[^\s\\\p{Cc}\p{Cs}]*$/u, 'path_malformed'),
  // A browser takes `..` and `%2e%2e` as the folder above, which may be another village's.
  z.refine((path) => !/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path.replace(/[?#].*$/s, '')), 'path_malformed'),
);
export type SitePath = z.infer<typeof SitePath>;
