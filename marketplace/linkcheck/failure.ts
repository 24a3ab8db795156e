export const LINK_REASONS = [
  'host_foreign',
  'address_private',
  'unreachable',
  'timeout',
  'too_large',
  'status',
  'link_missing',
] as const;
/** Why a link back was not seen; the contract's `Verification.reason`. */
export type LinkReason = (typeof LINK_REASONS)[number];

export class LinkError extends Error {
  override name = 'LinkError';
  constructor(
    readonly reason: LinkReason,
    /** The failure may pass by itself (the site is down just now), so one failure proves nothing. */
    readonly passing = reason === 'unreachable' || reason === 'timeout',
  ) {
    super(reason);
  }
}
