import * as z from 'zod/mini';
import { Id, Photo } from '#contract';
import { MakerNames } from './maker.ts';
import { VillageKey } from './site.ts';

/** What a villager asks her village to sell, as the marketplace brought it. */
export const KeptConsignment = z.object({
  id: Id,
  name: z.string(),
  price: z.int(),
  /** Null where she has not said it. */
  unit: z.nullable(z.string()),
  unitWord: z.optional(z.nullable(z.string())),
  description: z.string(),
  photos: z.array(Photo),
  maker: MakerNames,
  /** When (ms) it was sent, and so when she agreed. */
  sentAt: z.number(),
});
export type KeptConsignment = z.infer<typeof KeptConsignment>;

/** What this device did with one and the marketplace has not heard yet; before `at` (ms) it can be taken back. */
export const OwedOutcome = z.object({
  consignment: KeptConsignment,
  outcome: z.enum(['taken', 'refused']),
  at: z.number(),
});
export type OwedOutcome = z.infer<typeof OwedOutcome>;

export const VillageConsignments = z.object({
  /** The village's own link to the form; null until the marketplace has said it. */
  link: z.nullable(z.string()),
  waiting: z.array(KeptConsignment),
  owed: z.array(OwedOutcome),
  /** Those that another device had taken or refused before, although they were taken here. */
  elsewhere: z.array(z.object({ id: Id, name: z.string() })),
  /** When (ms) the marketplace was last asked. */
  heardAt: z.number(),
});
export type VillageConsignments = z.infer<typeof VillageConsignments>;

export const Consignments = z.record(VillageKey, VillageConsignments);

/** One as it is shown before anybody opens it. */
export const ConsignmentView = z.extend(KeptConsignment, {
  village: VillageKey,
  /** data: URL of the first photo; null while it is not here. */
  thumbnail: z.nullable(z.string()),
});
export type ConsignmentView = z.infer<typeof ConsignmentView>;
