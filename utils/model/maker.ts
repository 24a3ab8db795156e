import * as z from 'zod/mini';
import { Id } from '#contract';
import { VillageKey } from './site.ts';

/** What tells one maker from another: the same number under another name is another one, and so is the reverse. */
export const MakerNames = z.object({ name: z.string(), phone: z.string() });
export type MakerNames = z.infer<typeof MakerNames>;

/** Who made or sells something, and whether that person agreed that name and number are given to buyers. */
export const StoredMaker = z.object({
  id: Id,
  /** Null: the consent was told before any village was connected. */
  village: z.nullable(VillageKey),
  name: z.string(),
  /** E.164, as a listing has it. */
  phone: z.string(),
  /** When (ms) the person agreed, and the name of the device on which that was told; null when nobody told it. */
  consentAt: z.nullable(z.number()),
  consentDevice: z.nullable(z.string()),
  /** When (ms) the consent was withdrawn; it stands no more unless it was given again later. */
  withdrawnAt: z.nullable(z.number()),
  /** The newest revision said on this device, and the newest that the marketplace has; 0 for none. */
  rev: z.int(),
  serverRev: z.int(),
  /** What the marketplace's newest says: what words that it has not heard yet were said over. */
  agreed: z.optional(z.object({ name: z.string(), phone: z.string(), consentAt: z.nullable(z.number()) })),
  /** Deleted here; the row stays, without name and number, until the marketplace has deleted it too. */
  isGone: z.optional(z.boolean()),
  /** The revision that the marketplace refused: it is not sent again. */
  refused: z.optional(z.int()),
  /** The products that were said anew when the consent was withdrawn. */
  moved: z.optional(z.array(Id)),
  /** ms since the epoch */
  updatedAt: z.number(),
});
export type StoredMaker = z.infer<typeof StoredMaker>;

/** A line of the address book. */
export const MakerView = z.extend(MakerNames, {
  /** `unasked`: known from a product only, of a time before consents were kept. */
  consent: z.enum(['given', 'withdrawn', 'unasked']),
  consentAt: z.nullable(z.number()),
  consentDevice: z.nullable(z.string()),
  withdrawnAt: z.nullable(z.number()),
  /** The village itself, which sells in this name what a maker wants to be named in no more. */
  isVillage: z.boolean(),
  /** How many products are on sale in this name now, and how many there are in it at all. */
  products: z.int(),
  listings: z.int(),
  /** True while the marketplace has not heard the newest of it. */
  isOwed: z.boolean(),
  /** How many of the products that changed with the withdrawal are not done yet. */
  owed: z.int(),
});
export type MakerView = z.infer<typeof MakerView>;
