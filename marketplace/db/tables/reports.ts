import type { ReportReason } from '#contract/report.ts';

export interface ReportTables {
  /** What buyers told the operator of a listing. */
  reports: {
    village_id: string;
    listing_id: string;
    /** Keyed hash of the address: one person counts once for a listing, and nobody can be found by it. */
    reporter: string;
    reason: ReportReason;
    words: string;
    created_at: Date;
    handled_at: Date | null;
  };
  /** What buyers told of a village as a whole. */
  village_reports: {
    village_id: string;
    reporter: string;
    reason: ReportReason;
    words: string;
    created_at: Date;
    handled_at: Date | null;
  };
}
