import type { LimitRule } from '#marketplace/http/limits.ts';

const HOUR_SECONDS = 3600;

/** How often is too often; as wide as a question's limits, because a whole village may share one address. */
export const CONSIGNMENT_LIMITS = {
  /** Forms that bring photos, sent or come back: each of them is work. */
  photosPerAddress: { name: 'titip-photos', max: 90, seconds: HOUR_SECONDS },
  sentPerAddress: { name: 'titip-address', max: 40, seconds: HOUR_SECONDS },
  sentPerPhone: { name: 'titip-phone', max: 20, seconds: 24 * HOUR_SECONDS },
  renewedPerVillage: { name: 'titip-link', max: 20, seconds: HOUR_SECONDS },
} satisfies Record<string, LimitRule>;
