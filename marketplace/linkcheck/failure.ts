/**
 * Why a link back was not seen; the contract's `Verification.reason`. The words for each stand in the extension
 * (`link_<reason>`).
 */
export const LINK_REASONS = [
  'host_foreign',
  'address_private',
  'unreachable',
  'timeout',
  'too_large',
  'status',
  'kept_out',
  'not_a_page',
  'page_gone',
  'link_missing',
] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

/**
 * What a failed look means. `absent`: the page was seen, and our link is not on it. `lasting`: we could not look and shall
 * not by waiting. `passing`: we could not look just now. Only the first says anything of the link.
 */
export type Meaning = 'absent' | 'lasting' | 'passing';

const MEANINGS: Record<LinkReason, Meaning> = {
  link_missing: 'absent',
  page_gone: 'absent',
  host_foreign: 'lasting',
  address_private: 'lasting',
  too_large: 'lasting',
  not_a_page: 'lasting',
  unreachable: 'passing',
  timeout: 'passing',
  status: 'passing',
  kept_out: 'passing',
};

export function meaningOf(reason: LinkReason): Meaning {
  return MEANINGS[reason];
}

export class LinkError extends Error {
  override name = 'LinkError';
  /** `status` is what the site answered, where it answered. */
  constructor(
    readonly reason: LinkReason,
    readonly status: number | null = null,
  ) {
    super(reason);
  }
}

/** Answers of a guard in front of a site, of a member's area, or of a site under repair: the page was not shown to us. */
const KEPT_OUT = new Set([401, 402, 403, 405, 406, 407, 409, 418, 421, 423, 425, 426, 428, 429, 451]);
const GONE = new Set([404, 410]);

/**
 * What a status other than 2xx means. `headers` tell a guard (Cloudflare, SiteGround) from the site itself: its challenge
 * may come with any status.
 */
export function reasonOfStatus(status: number, headers: NodeJS.Dict<string | string[]>): LinkReason {
  if (isChallenge(status, headers) || KEPT_OUT.has(status)) return 'kept_out';
  return GONE.has(status) ? 'page_gone' : 'status';
}

/** Whether a guard asks the browser to prove itself instead of showing the page. */
export function isChallenge(status: number, headers: NodeJS.Dict<string | string[]>): boolean {
  return headers['cf-mitigated'] !== undefined || headers['sg-captcha'] !== undefined || status === 202;
}
