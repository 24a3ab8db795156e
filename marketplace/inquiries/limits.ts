import type { LimitRule } from '#marketplace/http/limits.ts';
import { FLOOR_JUDGEMENTS_PER_DAY } from './floor.ts';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/**
 * How often is too often. Whole villages share one address on mobile networks, so limits per address are wide and those
 * per number, thread and product are narrow. Of IPv6 the /64, the /56 and the /48 of a sender are counted, each with more
 * room (`clientIp.ts`). Beyond them the form comes back with its words kept. A flood from many addresses stays below all
 * of them; `proofOfWork/` is for that.
 */
export const LIMITS = {
  /** New threads. */
  openPerAddress: { name: 'tanya-address', max: 40, seconds: HOUR_SECONDS },
  openPerAddressAndListing: { name: 'tanya-address-listing', max: 8, seconds: HOUR_SECONDS },
  openPerPhone: { name: 'tanya-phone', max: 10, seconds: DAY_SECONDS },
  /** What one buyer writes in one thread, and attempts at links that do not exist. */
  writePerThread: { name: 'tanya-write', max: 30, seconds: HOUR_SECONDS },
  wrongLink: { name: 'tanya-wrong', max: 60, seconds: HOUR_SECONDS },
  /** How often buyers are given the producer's number. */
  contactPerThread: { name: 'tanya-wa', max: 10, seconds: HOUR_SECONDS },
  contactPerAddress: { name: 'tanya-wa-address', max: 60, seconds: HOUR_SECONDS },
  /**
   * Beyond these nothing is refused, but each look needs a proof of work: `contact.ts`. One address alone does not get
   * there, so it cannot make it harder for the others.
   */
  contactPerListing: { name: 'wa-listing', max: 120, seconds: HOUR_SECONDS },
  contactMarket: { name: 'wa-market', max: 600, seconds: HOUR_SECONDS },
  /** How often each device of the village may see a buyer's number. */
  revealPerDevice: { name: 'phone-reveal', max: 60, seconds: HOUR_SECONDS },
  livePerDevice: { name: 'live', max: 120, seconds: HOUR_SECONDS },
  floorPerListing: { name: 'floor', max: FLOOR_JUDGEMENTS_PER_DAY, seconds: DAY_SECONDS },
} satisfies Record<string, LimitRule>;
