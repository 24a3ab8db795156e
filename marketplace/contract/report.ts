import * as z from 'zod/mini';
import { Timestamp } from './ids.ts';

export const REPORT_REASONS = ['scam', 'forbidden', 'wrong', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/**
 * What buyers have reported and no operator has looked at yet, as the village is told of it: why and how many, never who
 * and in what words. A reason that a device does not know it shows as "other".
 */
export const OpenReports = z.object({ reasons: z.array(z.string()), people: z.int(), latest: Timestamp });
export type OpenReports = z.infer<typeof OpenReports>;

/** What buyers reported of the village itself; null for nothing. */
export const VillageReports = z.object({ reports: z.nullable(OpenReports) });
