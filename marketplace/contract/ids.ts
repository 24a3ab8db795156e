import * as z from 'zod/mini';

/**
 * An id that the client makes (nanoid, 16 of [0-9a-z], 82 bits), so that a PUT may be sent twice; it is safe in URLs
 * and in a link back.
 */
export const Id = z.string().check(z.regex(/^[0-9a-z]{16}$/, 'id_malformed'));
export type Id = z.infer<typeof Id>;

/** SHA-256 of a photo's bytes as 64 lower-case hex digits: a photo's name everywhere. */
export const PhotoHash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'hash_malformed'));
export type PhotoHash = z.infer<typeof PhotoHash>;

/**
 * The client's revision of a row, from 1 upwards; the newest wins, an older one is refused. It ends where the
 * database's `integer` ends.
 */
export const Revision = z.int().check(z.positive(), z.maximum(2 ** 31 - 1));

/** ISO 8601 in UTC, with milliseconds, as Date.prototype.toISOString writes it. */
export const Timestamp = z.iso.datetime();

/** `URL` drops or escapes these by itself, so the text that is stored would not be the address that was checked. */
const NOT_IN_ADDRESS = /[\p{Cc}\p{Cs}]/u;

/** An absolute http(s) address of at most 2000 characters. */
export const WebUrl = z.string().check(
  z.maxLength(2000, 'url_too_long'),
  z.refine((value) => !NOT_IN_ADDRESS.test(value), { error: 'url_malformed', abort: true }),
  z.refine((value) => {
    const url = URL.parse(value);
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
  }, 'url_malformed'),
);
