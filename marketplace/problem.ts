import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from './contract/index.ts';

/** Status and title of every code. Titles are for a person reading a log; the UI has its own sentence per code. */
const KNOWN: Record<ProblemCode, readonly [ContentfulStatusCode, string]> = {
  invalid: [422, 'Some fields are not valid'],
  malformed: [400, 'The request could not be read'],
  unauthorized: [401, 'The device token is missing, unknown or revoked'],
  forbidden: [403, 'This is not allowed'],
  village_waiting: [403, 'The village is not approved yet'],
  village_blocked: [403, 'The village is blocked'],
  not_found: [404, 'There is nothing at this address'],
  listing_unknown: [404, 'There is no such listing'],
  listing_foreign: [403, 'The listing belongs to another village'],
  listing_gone: [410, 'The listing was withdrawn'],
  revision_old: [409, 'The stored listing is newer or differs'],
  id_taken: [409, 'The id is taken by other content'],
  photo_unknown: [409, 'A named photo was not sent yet'],
  photo_too_large: [413, 'The photo has too many bytes or pixels'],
  photo_not_an_image: [415, 'The photo is not a JPEG, PNG or WebP image'],
  photo_hash_mismatch: [422, 'The bytes do not have this SHA-256'],
  backlink_foreign_host: [422, 'The link back is not on a site of this village'],
  invite_unknown: [404, 'There is no such invite'],
  invite_used: [409, 'The invite was used by another device'],
  invite_expired: [410, 'The invite has expired'],
  inquiry_unknown: [404, 'There is no such inquiry'],
  inquiry_state_changed: [409, 'The inquiry changed in the meantime'],
  offer_not_higher: [409, 'A new offer must be higher than the last one'],
  offer_not_lower: [409, 'A new counter-offer must be lower than the last one'],
  offer_above_list_price: [409, 'The price is above the list price'],
  offers_used_up: [409, 'No offers are left on this product'],
  offer_open: [409, 'An offer is already open'],
  too_large: [413, 'The request is too large'],
  too_many: [429, 'Too many requests'],
  unavailable: [503, 'The service is not available now'],
  internal: [500, 'Something broke on our side'],
};

export type ProblemExtra = Pick<
  Problem,
  'detail' | 'issues' | 'current' | 'retryAfter' | 'practiceOver' | 'servedFrom'
>;

/** Thrown anywhere below a route; `app.onError` answers it as `application/problem+json`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  constructor(
    readonly code: ProblemCode,
    readonly extra: ProblemExtra = {},
  ) {
    super(code);
  }
}

export function problemStatus(code: ProblemCode): ContentfulStatusCode {
  return KNOWN[code][0];
}

/** The body of RFC 9457 with our members; `retryAfter` (seconds) is also the `Retry-After` header. */
export function problemResponse(code: ProblemCode, extra: ProblemExtra = {}): Response {
  const [known, title] = KNOWN[code];
  const status = extra.practiceOver ? 410 : known;
  const body: Problem = { type: `urn:dodolan:problem:${code}`, title, status, code, ...extra };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (extra.retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(extra.retryAfter)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}
