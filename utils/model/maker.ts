import * as z from 'zod/mini';
import { Id } from '#contract';
import { VillageKey } from './site.ts';

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
  /** ms since the epoch */
  updatedAt: z.number(),
});
export type StoredMaker = z.infer<typeof StoredMaker>;

/** What tells one maker from another: the same number under another name is another one, and so is the reverse. */
export const MakerNames = z.object({ name: z.string(), phone: z.string() });
export type MakerNames = z.infer<typeof MakerNames>;

/** A line of the address book. */
export const MakerView = z.extend(MakerNames, {
  /** `unasked`: known from a product only, of a time before consents were kept. */
  consent: z.enum(['given', 'withdrawn', 'unasked']),
  consentAt: z.nullable(z.number()),
  consentDevice: z.nullable(z.string()),
  withdrawnAt: z.nullable(z.number()),
  /** How many products are on sale in this name now. */
  products: z.int(),
});
export type MakerView = z.infer<typeof MakerView>;
