import * as z from 'zod/mini';
import { Id, Timestamp } from './ids.ts';

/** How many products one request says something of. */
export const CHECKS_MAX = 500;

/** Products that the village still has, each with the moment at which somebody said so; nothing else of them changes. */
export const ListingChecks = z.object({
  checks: z
    .array(z.object({ id: Id, at: Timestamp.check(z.regex(/^20/, 'moment_malformed')) }))
    .check(z.minLength(1), z.maxLength(CHECKS_MAX)),
});
export type ListingChecks = z.infer<typeof ListingChecks>;

/** What the marketplace knows then of those that are the village's own. */
export const ListingsChecked = z.object({ listings: z.array(z.object({ id: Id, checkedAt: Timestamp })) });
export type ListingsChecked = z.infer<typeof ListingsChecked>;
