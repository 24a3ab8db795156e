import * as z from 'zod/mini';

/** Stable codes of `application/problem+json`; the UI maps each to a sentence and says what to do next. */
export const PROBLEM_CODES = [
  'invalid', // 422, with issues
  'malformed', // 400, not JSON or not the right media type
  'unauthorized', // 401, no or unknown or revoked token
  'forbidden', // 403
  'village_waiting', // 403, not approved yet
  'village_blocked', // 403
  'not_found', // 404
  'listing_unknown', // 404
  'listing_foreign', // 403, another village's
  'listing_gone', // 410, withdrawn
  'revision_old', // 409, the stored one is newer: `current` holds it
  'id_taken', // 409, same id, other content
  'photo_unknown', // 409, a listing names a photo that was not sent
  'photo_too_large', // 413
  'photo_not_an_image', // 415
  'photo_hash_mismatch', // 422
  'backlink_foreign_host', // 422
  'invite_unknown', // 404
  'invite_used', // 409
  'invite_expired', // 410
  'inquiry_unknown', // 404
  'inquiry_state_changed', // 409: `current` holds the thread as it is now
  'offer_not_higher',
  'offer_not_lower',
  'offer_above_list_price',
  'offers_used_up',
  'offer_open', // 409; biome-ignore format: one rule each
  'too_large', // 413
  'too_many', // 429, with retryAfter in seconds
  'unavailable', // 503
  'internal', // 500
] as const;
export const ProblemCode = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** RFC 9457 with our extension members. `path` is the field's path joined with dots, `code` the stable message code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.optional(z.string()),
  issues: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
  current: z.optional(z.unknown()),
  retryAfter: z.optional(z.number()),
  /** The village was one for practice, and its room has ended (410). The code is one that older devices read: their device has ended. */
  practiceOver: z.optional(z.literal(true)),
  /**
   * With `unavailable`: this extension is too old, and versions from this one on are served. It is no code of its own,
   * because an old extension reads no code that it does not know; as it is, it keeps everything and asks again.
   */
  servedFrom: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;
